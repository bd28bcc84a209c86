import { type BuildingWaterClass, buildingWaterColors } from '../model/building-water.ts';

/** The colour of a class as it is in the picture, hatched where that is; says nothing that the words beside it do not say. */
export function WaterClassMark({ id }: { readonly id: BuildingWaterClass }) {
  return (
    <span
      className="tw-effects__mark"
      data-class={id}
      style={{ backgroundColor: buildingWaterColors[id] }}
      aria-hidden="true"
    />
  );
}

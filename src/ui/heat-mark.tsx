import { type HeatClass, heatColors } from '../model/heat.ts';

/** The class as it is in the picture, hatched where that is; says nothing that the words beside it do not say. */
export function HeatMark({ id }: { readonly id: HeatClass }) {
  return (
    <span className="tw-heat__mark" data-class={id} style={{ backgroundColor: heatColors[id] }} aria-hidden="true" />
  );
}

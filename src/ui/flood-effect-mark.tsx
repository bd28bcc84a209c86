import { type BuildingWaterClass, buildingWaterColors } from '../model/building-water.ts';
import { ClassMark } from './class-mark.tsx';

/** Hatched where the picture is. */
export const WaterClassMark = ({ id }: { readonly id: BuildingWaterClass }) => (
  <ClassMark id={id} color={buildingWaterColors[id]} />
);

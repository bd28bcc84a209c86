/** Classes that the picture colours buildings by, of every question that does: colour and hatching, so that colour is never alone. */
import { buildingWaterClasses, buildingWaterColors } from './building-water.ts';
import { heatClasses, heatColors } from './heat.ts';

export interface MarkRow {
  /** sRGB. */
  readonly color: `#${string}`;
  /** Share of the surface that white stripes take; 0: none. */
  readonly hatch: number;
}

const markFamilies = {
  water: buildingWaterClasses.map(
    (id): MarkRow => ({
      color: buildingWaterColors[id],
      hatch: id === 'undecided' ? 0.34 : 0,
    }),
  ),
  heat: heatClasses.map(
    (id): MarkRow => ({
      color: heatColors[id],
      hatch: { ready: 0, near: 0, step: 0.12, far: 0.22 }[id],
    }),
  ),
} as const;
export type MarkFamily = keyof typeof markFamilies;

/** Of all families, one after the other: as the shader has them. */
export const markRows: readonly MarkRow[] = Object.values(markFamilies).flat();

/** In {@link markRows}. */
export function firstMarkRow(family: MarkFamily): number {
  const names = Object.keys(markFamilies) as MarkFamily[];
  return names.slice(0, names.indexOf(family)).reduce((sum, name) => sum + markFamilies[name].length, 0);
}

/** In place of a class where nothing was computed for a building. */
export const NO_CLASS = 0xff;

/** What the picture colours buildings by instead of as they are. */
export interface BuildingMarks {
  readonly family: MarkFamily;
  /** Of the table of buildings. */
  readonly ids: readonly string[];
  /** Row of the family per id, or {@link NO_CLASS}. */
  readonly classes: Uint8Array;
}

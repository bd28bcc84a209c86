/** Questions about the shapes of roof planes, for the thread that has read them from the tiles, and its answers. */
import type { RdExtent } from './grid.ts';
import type { SolarSettings } from './solar.ts';

export interface RoofShapesSite {
  readonly tilesets: readonly { readonly url: string; readonly isNap: boolean }[];
  /** RD: around all buildings that are asked about. */
  readonly extent: RdExtent;
}

export interface RoofShapesQuestion {
  readonly site: RoofShapesSite;
  /** How many panels fit with these settings on each plane that was read. */
  readonly panels?: SolarSettings;
  /** Rows of the table of roofs whose outlines are asked for. */
  readonly outlines?: readonly number[];
}

/** RD x, y and NAP; of each polygon its outer ring, then its holes; not closed. */
export type RoofOutline = readonly (readonly (readonly (readonly [x: number, y: number, nap: number])[])[])[];

export interface RoofShapesAnswer {
  /** By row of the table of roofs; rows that the tiles do not have are absent. */
  readonly panels: ReadonlyMap<number, number>;
  readonly outlines: ReadonlyMap<number, RoofOutline>;
}

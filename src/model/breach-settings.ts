/** How a dike gives way, where nothing else is said. Sources in `engines/flood-breach/growth.ts` and the texts. */
export interface BreachSettings {
  /** m under the lake's surface. */
  readonly lakeDepth: number;
  /** Minutes until the gap is at its lowest. */
  readonly loweringMinutes: number;
  /** m: of the gap at first, and the most that it may become; undefined: what its material allows. */
  readonly width: number;
  readonly widest: number | undefined;
}

/** Of the gap D-HYDRO's own: 10 m wide, an hour to its lowest. The lakes of the IJsselmeergebied are some three to four metres deep. */
export const defaultBreachSettings: BreachSettings = {
  lakeDepth: 3.5,
  loweringMinutes: 60,
  width: 10,
  widest: undefined,
};

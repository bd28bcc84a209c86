/**
 * What the pipeline writes beside the tiles so that search, labels and the text twin work without WebGL.
 * Compact: columns instead of objects. All coordinates RD New metres, heights metres NAP.
 */

/** `addresses.json`: row i of every column is one address; `street[i]` and `postcode[i]` index the lists. */
export interface AddressIndex {
  readonly streets: readonly string[];
  readonly postcodes: readonly string[];
  readonly street: readonly number[];
  /** House number with letter or addition, as written: "12", "12a", "12-2". */
  readonly number: readonly string[];
  readonly postcode: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Row in the building table, −1 where unknown. */
  readonly building: readonly number[];
}

/** `streets.json`: label points along the streets, and the centre lines for "nearest streets". */
export interface StreetIndex {
  readonly streets: readonly {
    readonly name: string;
    /** Flat x, y pairs of one centre line; a street may have several. */
    readonly lines: readonly (readonly number[])[];
    /** x, y, height NAP of the ground, and direction in degrees clockwise from north, one per label. */
    readonly labels: readonly (readonly [number, number, number, number])[];
  }[];
}

/**
 * What municipalities ask of their buildings besides form, each column only where the sources know it of some building.
 * Texts are rows in a list, −1 where unknown; m² and m³.
 */
export interface BuildingFacts {
  readonly districts?: readonly string[] | undefined;
  readonly district?: readonly number[] | undefined;
  /** What for, as the register writes it: "woonfunctie", several with a comma. */
  readonly uses?: readonly string[] | undefined;
  readonly use?: readonly number[] | undefined;
  readonly energyLabels?: readonly string[] | undefined;
  readonly energyLabel?: readonly number[] | undefined;
  /** Row in `protections` of `solar.ts`; of whom nothing is said counts as free. */
  readonly protection?: readonly number[] | undefined;
  readonly homes?: readonly (number | null)[] | undefined;
  readonly floors?: readonly (number | null)[] | undefined;
  /** Floors inside: of its own, else the sum of its addresses. */
  readonly floorArea?: readonly (number | null)[] | undefined;
  readonly volume?: readonly (number | null)[] | undefined;
  /** As the source measures it: 3DBAG leaves shared walls out. */
  readonly outerWall?: readonly (number | null)[] | undefined;
  readonly sharedWall?: readonly (number | null)[] | undefined;
  readonly flatRoof?: readonly (number | null)[] | undefined;
  readonly slopedRoof?: readonly (number | null)[] | undefined;
}

/** `buildings.json`: row i of every column is one building. Missing values are null. */
export interface BuildingTable extends BuildingFacts {
  readonly id: readonly string[];
  /** Centre of the footprint. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Ground and highest roof, metres NAP. */
  readonly ground: readonly (number | null)[];
  readonly roof: readonly (number | null)[];
  readonly year: readonly (number | null)[];
  /** Footprint, m². */
  readonly area: readonly (number | null)[];
}

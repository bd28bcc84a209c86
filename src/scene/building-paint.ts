/**
 * Gives each building its brick and its tiles. The choice depends on the building's id and attributes only, so that it
 * is the same in every level of detail. It travels to the shader in the feature's colour, which Cesium also multiplies
 * the picture by: three near-white bytes, 255 minus an index each, change it by 9 % at most. A class (`model/building-marks.ts`) is a
 * mark above the wall's three bits; that darkens red by up to 28 %, which the shader takes back.
 */
import { type Cesium3DTileFeature, Color } from 'cesium';

export const wallColors = [
  '#b27e68', // red brick
  '#99705f', // deep red brick
  '#c39a7d', // orange brick
  '#cfbb98', // yellow brick
  '#e6dcc8', // cream plaster
  '#f0ece3', // white plaster
  '#bcb8af', // grey
  '#83736a', // brown-black brick
] as const;

export const roofColors = [
  '#b0705a', // terracotta
  '#9c6351', // deep terracotta
  '#866a5d', // brown
  '#63686c', // anthracite
  '#7c8389', // slate
  '#55595d', // black
] as const;

/** What the walls show: windows of homes, tall shop or office glass, boards of a hall, nothing (a shed), or pointed windows. */
export const facades = { homes: 0, glass: 1, hall: 2, plain: 3, church: 4 } as const;
/** How the building stands out; the bits above the façade's three. */
export const emphases = { none: 0, hovered: 1, selected: 2 } as const;
export type Emphasis = keyof typeof emphases;

/** Row of `markRows` + 1; 0: as it is. */
export type Mark = number;

interface BuildingLook {
  readonly wall: number;
  readonly roof: number;
  readonly facade: number;
}

/** FNV-1a, 32 bits, unsigned. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Indices into the two palettes per building period, repeated as often as they are usual. */
const periods: readonly {
  readonly until: number;
  readonly walls: readonly number[];
  readonly roofs: readonly number[];
}[] = [
  { until: 1920, walls: [0, 1, 1, 0, 4, 5, 7, 2], roofs: [0, 1, 0, 4, 3] },
  { until: 1945, walls: [0, 2, 2, 0, 1, 4], roofs: [0, 0, 1, 2] },
  { until: 1970, walls: [2, 3, 0, 3, 2, 4], roofs: [0, 2, 2, 1] },
  { until: 1990, walls: [3, 2, 7, 0, 6, 4], roofs: [2, 3, 2, 0] },
  { until: 2010, walls: [0, 3, 2, 4, 5, 6], roofs: [0, 3, 5, 4] },
  { until: 9999, walls: [5, 4, 7, 3, 6, 0], roofs: [3, 5, 3, 4] },
];

const pick = (choices: readonly number[], hash: number) => choices[hash % choices.length] ?? 0;

interface Known {
  readonly id: string;
  readonly year: number | undefined;
  readonly use: string;
  /** Footprint, m². */
  readonly area: number | undefined;
  /** Roof above ground, metres. */
  readonly height: number | undefined;
}

/** Years from which homes were mostly built by the row: those of one year and height look alike. */
const ROWS_SINCE = 1920;

function facadeOf({ use, area, year, height }: Known): keyof typeof facades {
  if (use === 'bijeenkomstfunctie' && (year ?? 9999) < 1900 && (height ?? 0) > 18) return 'church';
  if (use.includes('woon')) return 'homes';
  if ((area ?? 100) < 40) return 'plain';
  if (use === '') return 'homes';
  return /industrie|overige|landbouw|agrar/.test(use) && (area ?? 0) > 250 ? 'hall' : 'glass';
}

function lookOf(building: Known): BuildingLook {
  const { id, year, height } = building;
  const facade = facadeOf(building);
  const isRow = facade === 'homes' && year !== undefined && year >= ROWS_SINCE;
  const hash = hashText(isRow ? `${year} ${Math.round(height ?? 0)}` : id);
  const period = periods.find(({ until }) => (year ?? 1975) < until) ?? periods[periods.length - 1];
  return {
    wall: facade === 'hall' ? pick([6, 6, 5, 7], hash) : pick(period?.walls ?? [], hash),
    roof: pick(period?.roofs ?? [], hash >>> 8),
    facade: facades[facade],
  };
}

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/** Paints one feature. Sources without these attributes get the choice of their id alone. */
export function paintBuilding(feature: Cesium3DTileFeature, id: string, emphasis: Emphasis, mark: Mark = 0): void {
  const ground = numberOf(feature.getProperty('b3_h_maaiveld'));
  const roof = numberOf(feature.getProperty('b3_h_dak_max'));
  const look = lookOf({
    id,
    year: numberOf(feature.getProperty('oorspronkelijkbouwjaar')),
    use: String(feature.getProperty('gebruiksdoel') ?? '').toLowerCase(),
    area: numberOf(feature.getProperty('b3_opp_grond')),
    height: ground === undefined || roof === undefined ? undefined : roof - ground,
  });
  feature.color = Color.fromBytes(
    255 - (look.wall + 8 * mark),
    255 - look.roof,
    255 - (look.facade + 8 * emphases[emphasis]),
    255,
    new Color(),
  );
}

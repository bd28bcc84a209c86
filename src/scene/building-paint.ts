/**
 * Gives each building its brick and its tiles. The choice depends on the building's id, year and use only, so that it
 * is the same in every level of detail. It travels to the shader in the feature's colour, which Cesium also multiplies
 * the picture by: three near-white bytes, 255 minus an index each, change it by 6 % at most.
 */
import { type Cesium3DTileFeature, Color } from 'cesium';

export const wallColors = [
  '#b4755c', // red brick
  '#a0664f', // deep red brick
  '#c68f6d', // orange brick
  '#d3b98d', // yellow brick
  '#e8dcc4', // cream plaster
  '#f1ece1', // white plaster
  '#bdb7ac', // grey
  '#7b665a', // brown-black brick
] as const;

export const roofColors = [
  '#b9694c', // terracotta
  '#a65a41', // deep terracotta
  '#8a6353', // brown
  '#5a5f64', // anthracite
  '#767e85', // slate
  '#4b4f54', // black
] as const;

/** What the walls show: windows of homes, tall shop or office glass, boards of a hall, or nothing (a shed). */
export const facades = { homes: 0, glass: 1, hall: 2, plain: 3 } as const;
/** How the building stands out; the two bits above the façade. */
export const emphases = { none: 0, hovered: 1, selected: 2 } as const;
export type Emphasis = keyof typeof emphases;

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

function lookOf(id: string, year: number | undefined, use: string, area: number | undefined): BuildingLook {
  const hash = hashText(id);
  const period = periods.find(({ until }) => (year ?? 1975) < until) ?? periods[periods.length - 1];
  const isHome = use.includes('woon');
  const isHall = /industrie|overige|landbouw|agrar/.test(use) && (area ?? 0) > 250;
  const isShed = !isHome && (area ?? 100) < 40;
  const facade = isHome ? 'homes' : isShed ? 'plain' : isHall ? 'hall' : use === '' ? 'homes' : 'glass';
  return {
    wall: facade === 'hall' ? pick([6, 6, 5, 7], hash) : pick(period?.walls ?? [], hash),
    roof: pick(period?.roofs ?? [], hash >>> 8),
    facade: facades[facade],
  };
}

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/** Paints one feature. Sources without these attributes get the choice of their id alone. */
export function paintBuilding(feature: Cesium3DTileFeature, id: string, emphasis: Emphasis): void {
  const look = lookOf(
    id,
    numberOf(feature.getProperty('oorspronkelijkbouwjaar')),
    String(feature.getProperty('gebruiksdoel') ?? '').toLowerCase(),
    numberOf(feature.getProperty('b3_opp_grond')),
  );
  feature.color = Color.fromBytes(
    255 - look.wall,
    255 - look.roof,
    255 - (look.facade + 4 * emphases[emphasis]),
    255,
    new Color(),
  );
}

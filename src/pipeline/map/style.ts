/** How the map looks, as data: one row per class of ground. Warm paper, sand-coloured clinkers, brick-red cycle paths. Colours: `groundColors`. */
import type { GroundClass } from '../../model/ground-colors.ts';
import type { TextureName } from './textures.ts';

export interface GroundStyle {
  readonly texture?: TextureName;
  /** A line round the outside: kerb, bank or casing. From `level` on; never thinner than half a pixel. */
  readonly rim?: { readonly colour: string; readonly metres: number; readonly level: number };
  /** How much lighter or darker one parcel may be than the next, 0 to 1. */
  readonly variation?: number;
  /** Rows along the longest side, this many metres apart. */
  readonly rows?: { readonly colour: string; readonly metres: number; readonly width: number; readonly level: number };
  /** Least breadth in pixels up to level 15, so that the net of roads stays readable. */
  readonly leastPixels?: number;
  /** Bays of a car park, outlined in this colour. */
  readonly bays?: string;
}

const kerb = { colour: '#b7aca0', metres: 0.16, level: 17 };
const edging = { colour: '#cdc3b4', metres: 0.1, level: 18 };

export const groundStyles: Readonly<Record<GroundClass, GroundStyle>> = {
  unknown: {},
  bare: { texture: 'gravel', variation: 0.03 },
  sand: { texture: 'gravel' },
  heath: { texture: 'shrubs' },
  meadow: {
    texture: 'grass',
    variation: 0.07,
    rows: { colour: '#9fb578', metres: 12, width: 0.7, level: 15 },
  },
  arable: {
    texture: 'gravel',
    variation: 0.09,
    rows: { colour: '#bfae7c', metres: 3, width: 0.9, level: 16 },
  },
  orchard: {
    texture: 'grass',
    variation: 0.05,
    rows: { colour: '#92ad74', metres: 4, width: 1.6, level: 16 },
  },
  grass: { texture: 'grass' },
  verge: { texture: 'grass' },
  park: { texture: 'grass' },
  reed: { texture: 'reed' },
  shrubs: { texture: 'shrubs', variation: 0.04 },
  forest: { texture: 'canopy', variation: 0.04 },
  yard: { texture: 'garden', variation: 0.06 },
  'half-paved': { texture: 'gravel' },
  paved: { texture: 'slabs', rim: edging, variation: 0.02 },
  shore: { texture: 'reed', rim: { colour: '#7fa9ab', metres: 0.5, level: 14 } },
  water: { texture: 'water', rim: { colour: '#c9bfa9', metres: 0.5, level: 16 }, leastPixels: 0.8 },
  ditch: { rim: { colour: '#a9b981', metres: 0.6, level: 16 }, leastPixels: 0.7 },
  bridge: { texture: 'slabs', rim: { colour: '#a3978a', metres: 0.35, level: 15 } },
  railway: { texture: 'gravel', leastPixels: 1.2, rim: { colour: '#aea598', metres: 0.3, level: 15 } },
  'road-unpaved': { texture: 'gravel', leastPixels: 0.8 },
  driveway: { texture: 'clinker', rim: edging },
  footpath: { texture: 'slabs', rim: edging },
  'pedestrian-area': { texture: 'clinker', rim: edging },
  'traffic-island': { texture: 'slabs', rim: kerb },
  parking: { texture: 'clinker', rim: kerb, bays: '#ded5c9' },
  'living-street': { texture: 'clinker', rim: kerb },
  'cycle-path': { texture: 'asphalt', rim: { ...kerb, colour: '#b9a294' }, leastPixels: 0.9 },
  'road-clinker': { texture: 'clinker', rim: kerb, leastPixels: 1.4 },
  'road-asphalt': { texture: 'asphalt', rim: kerb, leastPixels: 1.6 },
  'bus-lane': { texture: 'asphalt', rim: kerb, leastPixels: 1.2 },
  'road-regional': { texture: 'asphalt', rim: kerb, leastPixels: 2.4 },
  structure: { rim: { colour: '#aca092', metres: 0.15, level: 16 } },
  building: { rim: { colour: '#a89a8b', metres: 0.18, level: 15 } },
};

/** The water's edge, from the bank inwards: breadth in metres and strength, darkest at the bank. */
export const waterDepth = {
  colour: '#4f8792',
  bands: [
    { metres: 7, alpha: 0.1 },
    { metres: 3.5, alpha: 0.14 },
    { metres: 1.2, alpha: 0.26 },
  ],
};

/** Soft dark ground at the foot of buildings. */
export const footShade = {
  colour: '#4a3a2c',
  bands: [
    { metres: 3.2, alpha: 0.05 },
    { metres: 1.9, alpha: 0.06 },
    { metres: 0.9, alpha: 0.09 },
  ],
};

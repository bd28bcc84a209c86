/** How the map looks, as data: one row per class of ground. Warm paper, sand-coloured clinkers, brick-red cycle paths. */
import type { GroundClass } from './ground-class.ts';
import type { TextureName } from './textures.ts';

export interface GroundStyle {
  readonly fill: string;
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
  unknown: { fill: '#e2dccf' },
  bare: { fill: '#d9ccb0', texture: 'gravel', variation: 0.03 },
  sand: { fill: '#e8d8b4', texture: 'gravel' },
  heath: { fill: '#c3ad9f', texture: 'shrubs' },
  meadow: {
    fill: '#c6d19b',
    texture: 'grass',
    variation: 0.07,
    rows: { colour: '#9fb578', metres: 12, width: 0.7, level: 15 },
  },
  arable: {
    fill: '#dfd2a2',
    texture: 'gravel',
    variation: 0.09,
    rows: { colour: '#bfae7c', metres: 3, width: 0.9, level: 16 },
  },
  orchard: {
    fill: '#bccb92',
    texture: 'grass',
    variation: 0.05,
    rows: { colour: '#92ad74', metres: 4, width: 1.6, level: 16 },
  },
  grass: { fill: '#bdcb92', texture: 'grass' },
  verge: { fill: '#bbc88f', texture: 'grass' },
  park: { fill: '#aec286', texture: 'grass' },
  reed: { fill: '#b4bb84', texture: 'reed' },
  shrubs: { fill: '#9db57c', texture: 'shrubs', variation: 0.04 },
  forest: { fill: '#8aa873', texture: 'canopy', variation: 0.04 },
  yard: { fill: '#ced1a8', texture: 'garden', variation: 0.06 },
  'half-paved': { fill: '#dccfb5', texture: 'gravel' },
  paved: { fill: '#d8cdbd', texture: 'slabs', rim: edging, variation: 0.02 },
  shore: { fill: '#c8c79a', texture: 'reed', rim: { colour: '#7fa9ab', metres: 0.5, level: 14 } },
  water: { fill: '#9fc3c6', texture: 'water', rim: { colour: '#c9bfa9', metres: 0.5, level: 16 }, leastPixels: 0.8 },
  ditch: { fill: '#a3c2bb', rim: { colour: '#a9b981', metres: 0.6, level: 16 }, leastPixels: 0.7 },
  bridge: { fill: '#d3c6b2', texture: 'slabs', rim: { colour: '#a3978a', metres: 0.35, level: 15 } },
  railway: { fill: '#c2b9ad', texture: 'gravel', leastPixels: 1.2, rim: { colour: '#aea598', metres: 0.3, level: 15 } },
  'road-unpaved': { fill: '#d8c7a4', texture: 'gravel', leastPixels: 0.8 },
  driveway: { fill: '#d6c3ae', texture: 'clinker', rim: edging },
  footpath: { fill: '#e3dacb', texture: 'slabs', rim: edging },
  'pedestrian-area': { fill: '#dfcbb2', texture: 'clinker', rim: edging },
  'traffic-island': { fill: '#d9d0c0', texture: 'slabs', rim: kerb },
  parking: { fill: '#bfb0a3', texture: 'clinker', rim: kerb, bays: '#ded5c9' },
  'living-street': { fill: '#d6bea6', texture: 'clinker', rim: kerb },
  'cycle-path': { fill: '#cf8d79', texture: 'asphalt', rim: { ...kerb, colour: '#b9a294' }, leastPixels: 0.9 },
  'road-clinker': { fill: '#cbb09c', texture: 'clinker', rim: kerb, leastPixels: 1.4 },
  'road-asphalt': { fill: '#bfb9b1', texture: 'asphalt', rim: kerb, leastPixels: 1.6 },
  'bus-lane': { fill: '#c2aaa0', texture: 'asphalt', rim: kerb, leastPixels: 1.2 },
  'road-regional': { fill: '#b6b0a9', texture: 'asphalt', rim: kerb, leastPixels: 2.4 },
  structure: { fill: '#cfc5b6', rim: { colour: '#aca092', metres: 0.15, level: 16 } },
  building: { fill: '#cdbfae', rim: { colour: '#a89a8b', metres: 0.18, level: 15 } },
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

/**
 * The classes of ground that the map draws, and the colour of each. New ground of a plan takes its colour from here as well, so that
 * it lies in the old without a seam.
 */
export const groundColors = {
  unknown: '#e2dccf',
  bare: '#d9ccb0',
  sand: '#e8d8b4',
  heath: '#c3ad9f',
  meadow: '#c6d19b',
  arable: '#dfd2a2',
  orchard: '#bccb92',
  grass: '#bdcb92',
  verge: '#bbc88f',
  park: '#aec286',
  reed: '#b4bb84',
  shrubs: '#9db57c',
  forest: '#8aa873',
  yard: '#ced1a8',
  'half-paved': '#dccfb5',
  paved: '#d8cdbd',
  shore: '#c8c79a',
  water: '#9fc3c6',
  ditch: '#a3c2bb',
  bridge: '#d3c6b2',
  railway: '#c2b9ad',
  'road-unpaved': '#d8c7a4',
  driveway: '#d6c3ae',
  footpath: '#e3dacb',
  'pedestrian-area': '#dfcbb2',
  'traffic-island': '#d9d0c0',
  parking: '#bfb0a3',
  'living-street': '#d6bea6',
  'cycle-path': '#cf8d79',
  'road-clinker': '#cbb09c',
  'road-asphalt': '#bfb9b1',
  'bus-lane': '#c2aaa0',
  'road-regional': '#b6b0a9',
  structure: '#cfc5b6',
  building: '#cdbfae',
} as const;

export type GroundClass = keyof typeof groundColors;

/**
 * The skin of a building from what a city knows of it: walls, roofs and footprint as they are measured (3DBAG leaves shared walls
 * out), and how well they insulate from the year. Thermal resistances are those that a Dutch energy adviser takes from the year when
 * nothing else is known, as RVO's example homes have them, and the building decree's from 1992 on (2.5; 3.5 in 2012; 4.5, 6.0 and
 * 3.5 in 2015; 4.7, 6.3 and 3.7 in 2021); double glass, and some insulation under older roofs, is taken as put in by now.
 */
import type { Envelope } from './balance.ts';

interface Period {
  /** Built before this year. */
  readonly before: number;
  /** m²K/W. */
  readonly floor: number;
  readonly wall: number;
  readonly roof: number;
  /** W/(m²K). */
  readonly window: number;
  readonly door: number;
  /** W/(m²K) per m² of floor. */
  readonly air: number;
}

const periods: readonly Period[] = [
  { before: 1946, floor: 0.15, wall: 0.35, roof: 0.7, window: 2.9, door: 3.4, air: 0.75 },
  { before: 1965, floor: 0.15, wall: 0.35, roof: 0.7, window: 2.9, door: 3.4, air: 0.75 },
  { before: 1975, floor: 0.17, wall: 0.43, roof: 0.86, window: 2.9, door: 3.4, air: 0.75 },
  { before: 1992, floor: 0.52, wall: 1.3, roof: 1.3, window: 2.9, door: 3.4, air: 0.75 },
  { before: 2006, floor: 2.5, wall: 2.5, roof: 2.5, window: 2.9, door: 3.4, air: 0.65 },
  { before: 2012, floor: 2.5, wall: 2.5, roof: 2.5, window: 1.8, door: 2, air: 0.55 },
  { before: 2015, floor: 3.5, wall: 3.5, roof: 3.5, window: 1.65, door: 2, air: 0.55 },
  { before: 2021, floor: 3.5, wall: 4.5, roof: 6, window: 1.4, door: 1.4, air: 0.45 },
  { before: Number.POSITIVE_INFINITY, floor: 3.7, wall: 4.7, roof: 6.3, window: 1.4, door: 1.4, air: 0.45 },
];

/** Of the air along a surface, m²K/W, both sides. */
const ALONG_SKIN = 0.17;
const ALONG_FLOOR = 0.26;
/** Windows per m² of floor, and of a wall at most. */
const WINDOWS = 0.2;
const MOST_WINDOWS = 0.4;
const DOOR_HOUSE = 6;
const DOOR_FLAT = 2;
/** Height of a storey, and floors that can be lived on over footprint. */
const STOREY = 2.9;
const LIVABLE = 0.85;

/** m², m; undefined where it is not known. */
export interface KnownShape {
  readonly year: number;
  readonly footprint: number;
  readonly homes: number;
  readonly height: number | undefined;
  readonly floorArea: number | undefined;
  readonly outerWall: number | undefined;
  readonly roof: number | undefined;
}

/** `isGuess`: walls, roof or floors had to be guessed: as of a free-standing block with a quarter of its walls shared. */
export function readEnvelope(shape: KnownShape): { readonly envelope: Envelope; readonly isGuess: boolean } {
  const { year, footprint, homes, height = 2 * STOREY } = shape;
  const period = periods.find(({ before }) => year < before) as Period;
  const storeys = Math.max(1, Math.round((height * 0.85) / STOREY));
  const floorArea = shape.floorArea ?? footprint * storeys * LIVABLE;
  const walls = shape.outerWall ?? 0.75 * 4.2 * Math.sqrt(footprint) * height * 0.85;
  const roof = shape.roof ?? footprint * 1.15;
  const window = Math.min(WINDOWS * floorArea, MOST_WINDOWS * walls);
  const door = Math.min((homes > 1 ? DOOR_FLAT : DOOR_HOUSE) * homes, walls - window);
  const envelope = {
    floorArea,
    floor: { area: footprint, u: 1 / (period.floor + ALONG_FLOOR) },
    wall: { area: walls - window - door, u: 1 / (period.wall + ALONG_SKIN) },
    roof: { area: roof, u: 1 / (period.roof + ALONG_SKIN) },
    window: { area: window, u: period.window },
    door: { area: door, u: period.door },
    air: period.air,
  };
  const isGuess = [shape.floorArea, shape.outerWall, shape.roof].includes(undefined);
  return { envelope, isGuess };
}

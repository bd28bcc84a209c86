/**
 * From what is known of a place, on fine cells, to what the flood engine is given on cells that are some whole times larger.
 *
 * Bed: the mean of the open fine cells. Under open water the bed is not known (height models hold the surface): where water has at
 * least half of a cell it stands `waterDepth` deep over a flat bed, so that the storage above its level is right and the flow through it is
 * a stated guess; where it has less, its surface counts as ground, so that nothing is stored below its level. Buildings: a cell
 * of which they have more than half is closed. What is narrower than a cell keeps its effect at the faces (see `flood-input/faces.ts`).
 * Rain on a closed cell goes to the nearest open one; a sewer takes from paved ground and from roofs.
 *
 * Not modelled: gutters that lead elsewhere, sewers as pipes, groundwater, water inside buildings.
 */
import type { FloodInput, Series } from '../model/flood.ts';
import { floodGroundCode, type GroundFriction, groundTable } from '../model/flood-ground.ts';
import { cropSite, type FloodSite } from '../model/flood-site.ts';
import { listFaces } from './flood-input/faces.ts';
import { drainRoofs } from './flood-input/roofs.ts';

export interface FloodChoices {
  /** m; some whole times the site's cells. */
  readonly cellSize: number;
  /** RD: west, south, east, north. Absent: the whole site. */
  readonly extent?: readonly [number, number, number, number];
  /** Per code of ground: `groundTable` of the municipality. */
  readonly ground?: readonly GroundFriction[];
  /** mm/h from paved ground and roofs, until the storage (mm) is full; absent: never full. */
  readonly sewerMillimetresPerHour?: number;
  readonly sewerStorageMillimetres?: number;
  /** m, see above. */
  readonly waterDepth: number;
  readonly rain: Series;
  /** Per fine cell of the whole site, 1: its rain is dealt with elsewhere, as that of green roofs. Not with `extent`. */
  readonly kept?: Uint8Array | undefined;
  readonly seconds: number;
  readonly borders: FloodInput['borders'];
}

/** m: how deep open water is taken to be where nothing else is said. */
export const ASSUMED_WATER_DEPTH = 0.5;

const MILLIMETRES_PER_HOUR = 1 / 3.6e6;

/** How many fine cells make one: throws for what is not whole. */
function countFine(cellSize: number, fine: number): number {
  const factor = Math.round(cellSize / fine);
  if (factor >= 1 && Math.abs(cellSize / fine - factor) < 1e-6) return factor;
  throw new RangeError(`Expected cells of some whole times ${fine} m, got ${cellSize} m.`);
}

/** `ground`, or bed, of fine cells: what water flows over; Infinity where it cannot or where nothing is known. */
function listFineBeds({ heights, ground, buildings, water }: FloodSite, waterDepth: number): Float32Array {
  const wall = floodGroundCode('building');
  const beds = new Float32Array(heights.length);
  for (let i = 0; i < beds.length; i++) {
    const level = water[i] as number;
    if (buildings[i] !== 0 || ground[i] === wall) beds[i] = Number.POSITIVE_INFINITY;
    else if (!Number.isNaN(level)) beds[i] = level - waterDepth;
    else beds[i] = Number.isNaN(heights[i]) ? Number.POSITIVE_INFINITY : (heights[i] as number);
  }
  return beds;
}

/** Throws for a site whose parts are not of one grid. */
function checkSite({ frame, heights, ground, buildings, water }: FloodSite): void {
  const { width, height } = frame;
  for (const [name, values] of Object.entries({ heights, ground, buildings, water })) {
    if (values.length === width * height) continue;
    throw new RangeError(`Expected ${name} of ${width * height} values (${width} x ${height}), got ${values.length}.`);
  }
}

/** Pure; a million fine cells take some tens of milliseconds. Throws RangeError for choices that do not fit the site. */
export function buildFloodInput(whole: FloodSite, choices: FloodChoices): FloodInput {
  checkSite(whole);
  const site = choices.extent ? cropSite(whole, choices.extent) : whole;
  const { frame: fine, heights, ground, buildings, water } = site;
  const factor = countFine(choices.cellSize, fine.cellSize);
  const frame = {
    west: fine.west,
    south: fine.south,
    cellSize: fine.cellSize * factor,
    width: Math.floor(fine.width / factor),
    height: Math.floor(fine.height / factor),
  };
  if (frame.width === 0 || frame.height === 0)
    throw new RangeError(`Expected a site of at least one cell of ${choices.cellSize} m.`);
  const table = choices.ground ?? groundTable();
  const wall = floodGroundCode('building');
  const { waterDepth, kept } = choices;
  const fineBeds = listFineBeds(site, waterDepth);
  const cells = frame.width * frame.height;
  const bed = new Float32Array(cells).fill(Number.NaN);
  const closed = new Uint8Array(cells);
  const manning = new Float32Array(cells);
  const infiltration = new Float32Array(cells);
  const initialDepth = new Float32Array(cells);
  /** Shares of the cell: what it rains on, and of that what drains to a sewer. */
  const rained = new Float32Array(cells);
  const paved = new Float32Array(cells);
  const share = 1 / (factor * factor);

  for (let row = 0; row < frame.height; row++) {
    for (let column = 0; column < frame.width; column++) {
      const cell = row * frame.width + column;
      let open = 0;
      let built = 0;
      let wet = 0;
      let pavedOpen = 0;
      let known = 0;
      let dry = 0;
      let height = 0;
      let sum = 0;
      let levels = 0;
      let friction = 0;
      let soak = 0;
      for (let r = 0; r < factor; r++) {
        const start = (row * factor + r) * fine.width + column * factor;
        for (let i = start; i < start + factor; i++) {
          if (!Number.isNaN(heights[i])) {
            known++;
            height += heights[i] as number;
          }
          if (kept?.[i] === 1) dry++;
          if (buildings[i] !== 0 || ground[i] === wall) {
            built++;
            continue;
          }
          if (fineBeds[i] === Number.POSITIVE_INFINITY) continue;
          const kind = (table[ground[i] as number] ?? table[0]) as GroundFriction;
          open++;
          friction += kind.manning;
          soak += kind.infiltration;
          if (kind.isPaved) pavedOpen++;
          if (Number.isNaN(water[i])) sum += heights[i] as number;
          else {
            wet++;
            levels += water[i] as number;
          }
        }
      }
      rained[cell] = (open + built - dry) * share;
      paved[cell] = (pavedOpen + built) * share;
      if (open === 0 || built > open) {
        closed[cell] = built > 0 ? 1 : 0;
        if (built > 0) bed[cell] = known > 0 ? height / known : Number.NaN;
        continue;
      }
      manning[cell] = friction / open;
      infiltration[cell] = soak * share * MILLIMETRES_PER_HOUR;
      if (2 * wet >= open) {
        bed[cell] = levels / wet - waterDepth;
        initialDepth[cell] = waterDepth;
      } else bed[cell] = (sum + levels) / open;
    }
  }
  const { rainFactor, sewerFactor } = drainRoofs(frame, closed, bed, rained, paved);
  const rate = (choices.sewerMillimetresPerHour ?? 0) * MILLIMETRES_PER_HOUR;
  const storage = choices.sewerStorageMillimetres;
  return {
    frame,
    bed,
    closed,
    manning,
    rain: choices.rain,
    rainFactor,
    infiltration,
    ...(rate > 0 ? { sewer: sewerFactor.map((part) => part * rate) } : {}),
    ...(rate > 0 && storage !== undefined ? { sewerStorage: storage / 1000 } : {}),
    initialDepth,
    faces: factor === 1 ? [] : listFaces(fine, fineBeds, factor, frame, bed, closed),
    borders: choices.borders,
    seconds: choices.seconds,
  };
}

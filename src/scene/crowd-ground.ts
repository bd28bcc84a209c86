/**
 * How the drawn ground lies under an event, on a grid: what stands, walks and lies there takes its height from it, on the card and here.
 * It is read from the terrain a little at each tick of the scene, which costs no frame, and again when finer terrain has come.
 */
import { type Globe, PixelDatatype, PixelFormat, type Scene, TextureUniform } from 'cesium';
import { groundNap } from './ground-nap.ts';

/** RD New metres. */
export interface GroundBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Heights on corners, `row * cols + col`, row 0 south. */
export interface GroundGrid {
  readonly west: number;
  readonly south: number;
  /** Metres between corners. */
  readonly step: number;
  readonly cols: number;
  readonly rows: number;
  /** m NAP. */
  readonly nap: Float32Array;
}

export interface CrowdGround {
  readonly grid: GroundGrid;
  /** m NAP, linear between corners; beyond the grid that of its side. */
  nap(x: number, y: number): number;
  destroy(): void;
}

export interface GroundStage {
  readonly globe: Pick<Globe, 'getHeight' | 'tileLoadProgressEvent'>;
  readonly preUpdate: Scene['preUpdate'];
}

const MOST_CORNERS = 80;
const FINEST_STEP = 1.5;
/** Milliseconds a tick for asking the terrain. */
const BUDGET = 5;
/** m: a change that is worth telling. */
const CHANGE = 0.01;

/** `around`: m NAP, until the terrain tells. */
export function createGrid({ west, south, east, north }: GroundBox, around: number): GroundGrid {
  const step = Math.max(FINEST_STEP, Math.max(east - west, north - south) / (MOST_CORNERS - 1));
  const [cols, rows] = [Math.ceil((east - west) / step) + 1, Math.ceil((north - south) / step) + 1];
  return { west, south, step, cols, rows, nap: new Float32Array(cols * rows).fill(around) };
}

export function readGrid({ west, south, step, cols, rows, nap }: GroundGrid, x: number, y: number): number {
  const u = Math.min(Math.max((x - west) / step, 0), cols - 1);
  const v = Math.min(Math.max((y - south) / step, 0), rows - 1);
  const [col, row] = [Math.min(Math.floor(u), cols - 2), Math.min(Math.floor(v), rows - 2)];
  const [p, q] = [u - col, v - row];
  const at = row * cols + col;
  const low = (nap[at] as number) * (1 - p) + (nap[at + 1] as number) * p;
  const high = (nap[at + cols] as number) * (1 - p) + (nap[at + cols + 1] as number) * p;
  return low * (1 - q) + high * q;
}

/** For a shader that reads it by `groundGlsl`; metres over `zero`. */
export function groundTexture({ cols, rows, nap }: GroundGrid, zero: number): TextureUniform {
  return new TextureUniform({
    // The types know bytes only, CesiumJS takes what the datatype says.
    typedArray: nap.map((height) => height - zero) as unknown as Uint8Array,
    width: cols,
    height: rows,
    pixelFormat: PixelFormat.RED,
    pixelDatatype: PixelDatatype.FLOAT,
    repeat: false,
  });
}

/** `u_ground`: heights; `u_groundPlace`: west, south (metres from the frame's origin) and step of its corners. */
export const groundGlsl = `
float groundAt(vec2 place) {
  ivec2 size = textureSize(u_ground, 0);
  vec2 at = clamp((place - u_groundPlace.xy) / u_groundPlace.z, vec2(0.0), vec2(size - 1));
  ivec2 low = min(ivec2(at), size - 2);
  vec2 part = at - vec2(low);
  float a = texelFetch(u_ground, low, 0).r;
  float b = texelFetch(u_ground, low + ivec2(1, 0), 0).r;
  float c = texelFetch(u_ground, low + ivec2(0, 1), 0).r;
  float d = texelFetch(u_ground, low + ivec2(1, 1), 0).r;
  return mix(mix(a, b, part.x), mix(c, d, part.x), part.y);
}
`;

/** `onChange`: the heights are other ones now. */
export function createCrowdGround(
  stage: GroundStage,
  box: GroundBox,
  around: number,
  onChange: () => void,
): CrowdGround {
  const grid = createGrid(box, around);
  const { west, south, step, cols, nap } = grid;
  let next = 0;
  let hasChanged = false;
  /** What was found there before: an answer of nothing keeps it. */
  let isAsked = true;

  function ask() {
    if (!isAsked) return;
    const until = performance.now() + BUDGET;
    while (next < nap.length && performance.now() < until) {
      const found = groundNap(stage.globe, west + (next % cols) * step, south + Math.floor(next / cols) * step);
      if (found !== undefined && Math.abs(found - (nap[next] as number)) > CHANGE) {
        nap[next] = found;
        hasChanged = true;
      }
      next++;
    }
    if (next === nap.length) {
      isAsked = false;
      if (hasChanged) onChange();
      hasChanged = false;
    }
  }

  function askAgain(pending: number) {
    if (pending > 0) return;
    isAsked = true;
    next = 0;
  }

  const stops = [stage.preUpdate.addEventListener(ask), stage.globe.tileLoadProgressEvent.addEventListener(askAgain)];
  return {
    grid,
    nap: (x, y) => readGrid(grid, x, y),
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

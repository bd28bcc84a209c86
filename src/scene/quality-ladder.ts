/**
 * How much the machine can draw, learnt from the time between frames that follow each other at once. Pure: the state goes
 * in and comes out. Down is quick (a viewer that stutters is useless), up is slow and remembers where it failed.
 */
export interface QualityLevel {
  readonly name: string;
  /** Picture pixels per CSS pixel, as a factor; above 1 on dense screens. */
  readonly resolutionScale: number;
  readonly msaaSamples: 1 | 2 | 4;
  /** Pixels of the shadow map, 0 is no shadows. */
  readonly shadowSize: 0 | 1024 | 2048;
  readonly ambientOcclusion: boolean;
  readonly facadeDetail: boolean;
  /** Pixels of error allowed in tilesets and terrain. */
  readonly tilesetError: number;
  readonly terrainError: number;
}

/** From worst to best. */
export const qualityLevels: readonly QualityLevel[] = [
  {
    name: 'low',
    resolutionScale: 0.6,
    msaaSamples: 1,
    shadowSize: 0,
    ambientOcclusion: false,
    facadeDetail: false,
    tilesetError: 24,
    terrainError: 4,
  },
  {
    name: 'modest',
    resolutionScale: 0.8,
    msaaSamples: 1,
    shadowSize: 0,
    ambientOcclusion: false,
    facadeDetail: true,
    tilesetError: 16,
    terrainError: 3,
  },
  {
    name: 'medium',
    resolutionScale: 1,
    msaaSamples: 2,
    shadowSize: 0,
    ambientOcclusion: false,
    facadeDetail: true,
    tilesetError: 16,
    terrainError: 2,
  },
  {
    name: 'high',
    resolutionScale: 1,
    msaaSamples: 4,
    shadowSize: 1024,
    ambientOcclusion: false,
    facadeDetail: true,
    tilesetError: 12,
    terrainError: 2,
  },
  {
    name: 'best',
    resolutionScale: 1.5,
    msaaSamples: 4,
    shadowSize: 2048,
    ambientOcclusion: true,
    facadeDetail: true,
    tilesetError: 8,
    terrainError: 1.5,
  },
];

export interface LadderState {
  /** Index into `qualityLevels`. */
  readonly level: number;
  /** Milliseconds of the latest frames at this level. */
  readonly frames: readonly number[];
  /** The lowest level that proved too slow, and how many measured frames to wait before trying it again. */
  readonly ceiling: number;
  readonly patience: number;
}

/** Frames slower than this, as a median, step down: 25 frames a second. */
const TOO_SLOW = 40;
/** Twice as slow as that steps down two levels. */
const FAR_TOO_SLOW = 90;
/** Frames faster than this step up. */
const FAST = 22;
const DOWN_AFTER = 8;
const UP_AFTER = 60;
const PATIENCE = 600;

export function startLadder(level: number): LadderState {
  return { level, frames: [], ceiling: qualityLevels.length, patience: 0 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** One more frame of `milliseconds` was drawn. */
export function measureFrame(state: LadderState, milliseconds: number): LadderState {
  const patience = Math.max(0, state.patience - 1);
  const ceiling = patience === 0 ? qualityLevels.length : state.ceiling;
  const frames = [...state.frames, milliseconds].slice(-UP_AFTER);
  const recent = median(frames.slice(-DOWN_AFTER));
  if (frames.length >= DOWN_AFTER && recent > TOO_SLOW && state.level > 0) {
    const level = Math.max(0, state.level - (recent > FAR_TOO_SLOW ? 2 : 1));
    return { level, frames: [], ceiling: state.level, patience: PATIENCE };
  }
  if (
    frames.length >= UP_AFTER &&
    median(frames) < FAST &&
    state.level + 1 < ceiling &&
    state.level + 1 < qualityLevels.length
  ) {
    return { level: state.level + 1, frames: [], ceiling, patience };
  }
  return { ...state, frames, ceiling, patience };
}

/** Sheets and pictures: which parts of a run are read, and what is drawn of them. */
import { parseBreachId } from '../model/breach-choice.ts';
import { classesOf } from '../model/flood-classes.ts';
import { differenceTint } from '../model/flood-difference.ts';
import type { FlowPicture } from '../model/flood-flow.ts';
import type { FloodPicture } from '../model/flood-picture.ts';
import type { FloodSheet } from '../model/flood-run.ts';
import type { RdExtent } from '../model/grid.ts';
import { toHalf } from '../model/half-float.ts';
import type { FlowSheet, RaisedMoment, RunValues } from '../workers/flood-view.ts';
import type { FloodViewThread } from '../workers/start-flood-view.ts';
import { type FloodRun, flood, type RunSource, type ShownSheet } from './flood.ts';
import { doubtOf, interleave, pair, tintOf } from './flood-textures.ts';
import { twin } from './twin.ts';

/** Cells of the largest sheet: about 24 bytes a cell here and 14 on the graphics card. */
const MOST_CELLS = { desktop: 1_500_000, phone: 500_000 };
/** Cells of the first look: a megabyte of files, a second of work. */
const FIRST_CELLS = 500_000;
/** Bytes of surfaces that are kept for playing to and fro. */
const KEPT_BYTES = 64e6;
/** Moments of flow: a megabyte each. */
const KEPT_FLOWS = 12;

/** Signed depth where no water is near, m. */
const DRY = -0.1;

const isPhone = () =>
  typeof matchMedia === 'function' &&
  matchMedia('(pointer: coarse)').matches &&
  Math.min(screen.width, screen.height) < 600;
const mostCells = () => (isPhone() ? MOST_CELLS.phone : MOST_CELLS.desktop);

export interface SheetKeeper {
  /** Shows this run from now on; `isNext`: what is drawn stays until it is there. */
  show(run: FloodRun, source: RunSource, isNext: boolean): Promise<void>;
  /** What is in the picture may have changed: reads another part if that is finer. */
  look(): Promise<void>;
  /** Draws the moment and field that are chosen; true when it can be drawn at once. */
  draw(): Promise<boolean>;
  /** What is shown; undefined before anything is. */
  source(): RunSource | undefined;
  /** Shows nothing any more. */
  clear(): void;
  /** Leaves the thread to whoever started it. */
  destroy(): void;
}

const sizeOf = ({ depths, shore, undecided }: RaisedMoment) =>
  depths.byteLength + shore.byteLength + (undecided?.byteLength ?? 0);

/** Of the cells' middle, whole metres, so that single floats count small numbers. */
const datumOf = ({ bed }: FloodSheet) => {
  const known = bed.find((value) => !Number.isNaN(value));
  return Math.round(known ?? 0);
};

/** Where a keeper's sheets and pictures go: what is asked for, or the same without plan and measures. */
const slots = {
  shown: { sheets: 'sheets', pictures: 'pictures' },
  today: { sheets: 'todaySheets', pictures: 'today' },
} as const;

/** Deeper of both, on cells of one frame. */
function deepestOf(a: RunValues | undefined, b: RunValues | undefined): RunValues | undefined {
  if (!a || !b || typeof a === 'string' || typeof b === 'string') return undefined;
  if (a.frame.cellSize !== b.frame.cellSize || a.values.length !== b.values.length) return undefined;
  return { frame: a.frame, values: a.values.map((value, cell) => Math.max(value, b.values[cell] as number)) };
}

/**
 * `before`: of what is shown, the keeper of the same without plan and measures: then differences can be drawn. `onSheets` hears when
 * others were read.
 */
export function createSheetKeeper(
  thread: FloodViewThread,
  slot: keyof typeof slots = 'shown',
  before?: SheetKeeper,
  onSheets?: () => void,
): SheetKeeper {
  const names = slots[slot];
  const readSheets = (): readonly ShownSheet[] => flood.getState()[names.sheets];
  let run: FloodRun | undefined;
  let source: RunSource | undefined;
  let turn = 0;
  let drawing = 0;
  let looking = 0;
  const surfaces = new Map<string, RaisedMoment>();
  const raising = new Map<string, Promise<RaisedMoment>>();
  const flows = new Map<string, Promise<FlowSheet>>();
  const tints = new WeakMap<FloodSheet, Map<string, Uint16Array>>();
  const pictures = new Map<string, { readonly name: string; readonly picture: FloodPicture }>();
  let destroyed = false;

  /** Row of the moment in the run; −1 is the dry start. */
  async function surfaceOf({ key }: ShownSheet, moment: number | 'deepest' | 'either'): Promise<RaisedMoment> {
    // Of two runs: the other may change while this one stays.
    if (moment === 'either') return raise(key, moment);
    const name = `${key}@${moment}`;
    const known = surfaces.get(name);
    if (known) {
      // Used last, dropped last.
      surfaces.delete(name);
      surfaces.set(name, known);
      return known;
    }
    const asked = raising.get(name) ?? (moment === -1 ? dry(key) : raise(key, moment));
    raising.set(name, asked);
    const surface = await asked.finally(() => raising.delete(name));
    surfaces.set(name, surface);
    let bytes = 0;
    for (const kept of surfaces.values()) bytes += sizeOf(kept);
    for (const [first, kept] of surfaces) {
      if (bytes <= KEPT_BYTES) break;
      bytes -= sizeOf(kept);
      surfaces.delete(first);
    }
    return surface;
  }

  /** At the moment, nothing before the first; kept by its sheet, as the surfaces are. */
  async function flowAt(key: string, moment: number): Promise<FlowSheet | undefined> {
    const codes = source?.flows[moment];
    if (codes === undefined) return undefined;
    const name = `${key}@${moment}`;
    const known = flows.get(name) ?? thread.flow(key, codes);
    // Used last, dropped last.
    flows.delete(name);
    flows.set(name, known);
    for (const [first] of flows) if (flows.size > KEPT_FLOWS) flows.delete(first);
    known.catch(() => flows.delete(name));
    return known;
  }

  /** Of the moments on both sides of the clock. */
  async function readFlow(key: string, to: number): Promise<FlowPicture | undefined> {
    const [a, b] = await Promise.all([flowAt(key, to - 1), flowAt(key, to)]);
    const known = b ?? a;
    if (!known) return undefined;
    const still = new Uint16Array(known.values.length);
    return { frame: known.frame, values: interleave(a?.values ?? still, b?.values ?? still) };
  }

  async function raise(key: string, moment: number | 'deepest' | 'either'): Promise<RaisedMoment> {
    const either = moment === 'either' ? deepestOf(before?.source()?.run.deepest, source?.run.deepest) : undefined;
    const depths = either ?? (typeof moment === 'number' ? source?.depths[moment] : 'deepest');
    if (depths === undefined) throw new Error(`The run has no moment ${moment}.`);
    return thread.raise(key, depths);
  }

  /** As it is before it rains. */
  async function dry(key: string): Promise<RaisedMoment> {
    const shown = readSheets().find((sheet) => sheet.key === key);
    const cells = shown?.sheet.bed.length ?? 0;
    return {
      depths: new Uint16Array(cells).fill(toHalf(DRY)),
      shore: new Uint8Array(cells),
      undecided: new Uint8Array(cells),
    };
  }

  async function draw(): Promise<boolean> {
    const mine = ++drawing;
    const { flood: choice } = twin.getState();
    const { clock } = flood.getState();
    const sheets = readSheets();
    if (!run || sheets.length === 0) return false;
    if (slot === 'today' && choice.view === 'difference') {
      // One picture of both.
      flood.setState({ today: [] });
      return true;
    }
    const { seconds } = run;
    const difference = choice.view === 'difference' ? pairSheets(sheets) : undefined;
    const view = choice.view === 'difference' && !difference ? 'deepest' : choice.view;
    const classes = classesOf(view, choice.scheme, parseBreachId(run.storm.id) !== undefined);
    const next = seconds.findIndex((second) => second > clock);
    const to = next < 0 ? seconds.length - 1 : next;
    const isMoment = view === 'now';
    const start = to === 0 ? 0 : (seconds[to - 1] as number);
    const share = isMoment ? Math.min((clock - start) / Math.max((seconds[to] as number) - start, 1), 1) : 0;
    const made = await Promise.all(
      sheets.map(async (shown): Promise<FloodPicture> => {
        const hasFlow = isMoment && choice.hasArrows;
        const other = difference?.get(shown.key);
        const name = `${isMoment ? to : 'deepest'}/${view}/${hasFlow}/${other?.key ?? ''}`;
        const known = pictures.get(shown.key);
        if (known?.name === name) return known.picture;
        const [a, b] = isMoment
          ? await Promise.all([surfaceOf(shown, to - 1), surfaceOf(shown, to)])
          : await Promise.all(Array.from({ length: 2 }, () => surfaceOf(shown, other ? 'either' : 'deepest')));
        const { frame } = shown.sheet;
        const isTinted = other !== undefined || view === 'arrival' || view === 'duration';
        const tint = other
          ? differenceTint(other.sheet, shown.sheet)
          : isMoment
            ? a.undecided && b.undecided && doubtOf(a.undecided, b.undecided)
            : readTint(shown.sheet, view === 'difference' ? 'deepest' : view);
        const flow = hasFlow ? await readFlow(shown.key, to) : undefined;
        const picture = {
          frame,
          bed: shown.bed,
          datum: datumOf(shown.sheet),
          water: pair(a.depths, b.depths, new Uint16Array(2 * a.depths.length)),
          shore: pair(a.shore, b.shore, new Uint8Array(2 * a.shore.length)),
          tint,
          isTinted,
          flow,
        };
        pictures.set(shown.key, { name, picture });
        return picture;
      }),
    );
    // What was asked later is drawn later.
    if (destroyed || mine !== drawing) return false;
    flood.setState({ [names.pictures]: made, ...(slot === 'shown' && { share, classes }) });
    if (flood.getState().isPlaying && to + 1 < seconds.length) makeReady(sheets, to + 1, choice.hasArrows);
    return true;
  }

  /** While a run plays: so that the clock need not wait for its next moment. */
  function makeReady(sheets: readonly ShownSheet[], moment: number, hasFlow: boolean): void {
    for (const shown of sheets)
      Promise.all([surfaceOf(shown, moment), hasFlow && flowAt(shown.key, moment)]).catch(() => {
        // Told when that moment is to be drawn, which asks for it again.
      });
  }

  /** Per sheet the one of the other keeper on the same cells; undefined while one of them has none. */
  function pairSheets(sheets: readonly ShownSheet[]): ReadonlyMap<string, ShownSheet> | undefined {
    const others = flood.getState().todaySheets;
    if (!before || !deepestOf(before.source()?.run.deepest, source?.run.deepest)) return undefined;
    const pairs = sheets.flatMap((shown): [string, ShownSheet][] => {
      const { west, south, cellSize } = shown.sheet.frame;
      const other = others.find(
        ({ sheet: { frame, deepest } }) =>
          frame.west === west &&
          frame.south === south &&
          frame.cellSize === cellSize &&
          deepest.length === shown.sheet.deepest.length,
      );
      return other ? [[shown.key, other]] : [];
    });
    return pairs.length === sheets.length ? new Map(pairs) : undefined;
  }

  function readTint(sheet: FloodSheet, view: 'arrival' | 'duration' | 'deepest'): Uint16Array {
    const known = tints.get(sheet) ?? new Map<string, Uint16Array>();
    tints.set(sheet, known);
    const undecided = sheet.undecided ?? new Uint8Array(sheet.bed.length);
    const make = () => (view === 'deepest' ? doubtOf(undecided, undecided) : tintOf(sheet[view], undecided));
    const tint = known.get(view) ?? make();
    known.set(view, tint);
    return tint;
  }

  function setSheets(sheets: readonly ShownSheet[]): Promise<boolean> {
    const keys = new Set(sheets.map(({ key }) => key));
    for (const { key } of readSheets()) {
      if (keys.has(key)) continue;
      thread.drop(key);
      pictures.delete(key);
      for (const kept of [surfaces, flows])
        for (const name of kept.keys()) if (name.startsWith(`${key}@`)) kept.delete(name);
    }
    flood.setState({ [names.sheets]: sheets });
    const drawn = draw();
    onSheets?.();
    return drawn;
  }

  async function readSheet(from: RunSource, extent: RdExtent, cellSize: number): Promise<ShownSheet | undefined> {
    const key = `${slot}/${turn}/${extent.join()}/${cellSize}`;
    const known = readSheets().find((shown) => shown.key === key);
    if (known) return known;
    const raised = await thread.read(key, from.site, from.run, extent, cellSize);
    return raised && { key, ...raised };
  }

  const countCells = ([west, south, east, north]: RdExtent, cellSize: number) =>
    ((east - west) * (north - south)) / (cellSize * cellSize);
  /** The finest cells with which a part has no more than so many of them: the file's own, twice, four times… */
  function cellsFor(extent: RdExtent, finest: number, most: number): number {
    let cellSize = finest;
    while (countCells(extent, cellSize) > most) cellSize *= 2;
    return cellSize;
  }

  /** A square around what is in view, in steps so that small moves ask for nothing. */
  function nearExtent(whole: RdExtent, cellSize: number): RdExtent | undefined {
    const { camera, footprint } = twin.getState();
    if (!camera) return undefined;
    const side = Math.floor(Math.sqrt(mostCells())) * cellSize;
    const step = side / 8;
    const centre = footprint?.centre;
    const away = centre ? Math.min(Math.hypot(centre.x - camera.x, centre.y - camera.y), side * 0.35) : 0;
    const heading = (camera.headingDegrees * Math.PI) / 180;
    const place = (at: number, low: number, high: number) =>
      Math.max(low, Math.min(Math.round((at - side / 2) / step) * step, high - side));
    const west = place(camera.x + Math.sin(heading) * away, whole[0], whole[2]);
    const south = place(camera.y + Math.cos(heading) * away, whole[1], whole[3]);
    return [west, south, Math.min(west + side, whole[2]), Math.min(south + side, whole[3])];
  }

  async function look(): Promise<void> {
    if (!source || !run) return;
    const from = source;
    const mine = turn;
    const asked = ++looking;
    const isOld = () => mine !== turn || asked !== looking || destroyed;
    const { extent, cellSize, finest } = from;
    flood.setState({ isReading: true, problem: undefined });
    try {
      if (readSheets().length === 0) {
        const first = await readSheet(from, extent, cellsFor(extent, cellSize, FIRST_CELLS));
        if (isOld()) return;
        if (first) await setSheets([first]);
      }
      const most = mostCells();
      // All of it where it can be, at the run's cells or the ground's; else a finer part around the eye.
      const coarse = cellsFor(extent, countCells(extent, finest) <= most ? finest : cellSize, most / 2);
      const whole = await readSheet(from, extent, coarse);
      const part = coarse > finest ? nearExtent(extent, finest) : undefined;
      const near = part && (await readSheet(from, part, finest));
      if (isOld()) return;
      await setSheets([whole, near].filter((sheet) => sheet !== undefined));
    } catch (error) {
      if (!isOld()) flood.setState({ problem: error instanceof Error ? error.message : String(error) });
    } finally {
      if (!isOld()) flood.setState({ isReading: false });
    }
  }

  return {
    async show(next, from, isNext) {
      turn++;
      run = next;
      source = from;
      if (slot === 'shown') flood.setState({ run: next, source: from });
      // A finer answer to the same question takes the place of what is drawn when it is there.
      if (!isNext) {
        await setSheets([]);
        flood.setState({ [names.pictures]: [] });
      }
      await look();
    },
    look,
    draw,
    source: () => source,
    clear() {
      turn++;
      run = undefined;
      source = undefined;
      void setSheets([]);
      flood.setState({ [names.pictures]: [] });
    },
    destroy() {
      destroyed = true;
      turn++;
    },
  };
}

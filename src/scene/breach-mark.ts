/**
 * Where a dike gives way, drawn over it: a point, and the gap as wide as it is at the moment that the picture shows; and the place that
 * is chosen and not computed yet, with the gap as wide as it will begin.
 */
import type { Scene } from 'cesium';
import { parseBreachId } from '../model/breach-choice.ts';
import { cutLine, findDikePlace } from '../model/dike-line.ts';
import { listCorners } from '../model/outline.ts';
import { flood } from '../store/flood.ts';
import { breach } from '../store/flood-breach.ts';
import { twin } from '../store/twin.ts';
import { type Marks, noMarks } from './draw-marks.ts';
import type { RdPlace } from './frames.ts';
import { groundNap } from './ground-nap.ts';
import { createMarkLayer } from './mark-layer.ts';

/** Metres above the crest. */
const LIFT = 0.5;
/** m along the dike that tell its direction. */
const SPAN = 100;

interface Gap {
  readonly x: number;
  readonly y: number;
  /** m; 0 while it is not known. */
  readonly width: number;
  /** m NAP of the dike before it gave way; undefined while it is not known. */
  readonly crest: number | undefined;
}

/** Of the breach that is shown or computed; undefined where there is none. */
function readGap(): Gap | undefined {
  const { job, run, clock } = flood.getState();
  const choice = parseBreachId((job.status === 'running' ? job.storm : run?.storm)?.id);
  if (!choice) return undefined;
  const { moments, growth } = breach.getState();
  const isNow = twin.getState().flood.view === 'now';
  const moment = isNow ? moments.findLast(({ second }) => second <= clock) : moments.at(-1);
  // While it computes, as wide as it begins.
  const start = moments.length === 0 ? choice.settings.width : 0;
  return { x: choice.x, y: choice.y, width: Math.round(moment?.width ?? start), crest: growth?.crest };
}

/** The chosen place, where it is another. */
function readChosen(gap: Gap | undefined): Gap | undefined {
  const { place, settings } = breach.getState();
  if (!place || !twin.getState().overlays.flood.visible || (gap && gap.x === place.x && gap.y === place.y))
    return undefined;
  return { ...place, width: settings.width, crest: undefined };
}

function marksOf({ x, y, width, crest: known }: Gap, scene: Scene): Marks {
  const { dikes } = breach.getState();
  if (dikes.status !== 'ready') return noMarks;
  const [nearest] = dikes.value
    .map(({ line, requiredNap }) => ({ line, requiredNap, place: findDikePlace(line, x, y, SPAN) }))
    .sort((a, b) => a.place.distance - b.place.distance);
  if (!nearest) return noMarks;
  const { line, place, requiredNap } = nearest;
  const crest = known ?? groundNap(scene.globe, place.x, place.y) ?? requiredNap;
  const raise = ([px, py]: readonly [number, number]): RdPlace => ({ x: px, y: py, nap: crest + LIFT });
  const points = width > 0 ? listCorners(cutLine(line, place, width / 2)).map(raise) : [];
  return {
    lines: points.length > 1 ? [{ points, isFaint: false }] : [],
    handles: [{ kind: 'turn', index: 0, at: raise([place.x, place.y]) }],
    lengths: [],
  };
}

/** Until the returned function is called. */
export function markBreach(scene: Scene): () => void {
  const layer = createMarkLayer(scene);
  let shown = '';
  function show() {
    const gap = readGap();
    const gaps = [gap, readChosen(gap)].filter((one) => one !== undefined);
    const { status } = breach.getState().dikes;
    const key = gaps.map(({ x, y, width, crest }) => [x, y, width, crest, status].join()).join(';');
    if (key === shown) return;
    shown = key;
    const marks = gaps.map((one) => marksOf(one, scene));
    const all: Marks = {
      lines: marks.flatMap(({ lines }) => lines),
      handles: marks.flatMap(({ handles }) => handles),
      lengths: [],
    };
    layer.update({ marks: all, language: twin.getState().language });
  }
  const untie = [flood, breach, twin].map((store) => store.subscribe(show));
  show();
  return () => {
    for (const end of untie) end();
    layer.destroy();
  };
}

/**
 * Pointer and keys over an event: a click chooses a thing or puts one, dragging moves it or a corner of it, a handle turns it. What is taken
 * hold of moves on the level where it was taken. Mouse, pen and finger alike.
 */
import { type Cartesian2, Cartesian3, type Scene } from 'cesium';
import { type CrowdPlacing, isShape } from '../model/crowd-choice.ts';
import { pointsNeeded, pointsOf } from '../model/event-edit.ts';
import type { Place } from '../model/outline.ts';
import { meetLevel, type SightLine } from '../model/sight-line.ts';
import { crowd, seenLayout, seenPlan, selectInPlan, showPassage } from '../store/crowd.ts';
import { crowdPassages } from '../store/crowd-passages.ts';
import {
  actOnPlanKey,
  dropPlanCorner,
  finishShape,
  keepPreviewed,
  placeInPlan,
  previewMove,
  previewPoints,
  previewTurn,
  putInPlan,
  seenPart,
} from '../store/crowd-plan.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { twin } from '../store/twin.ts';
import { crowdMarks } from './crowd-marks.ts';
import { findInPlan, findPassage } from './crowd-pick.ts';
import { noMarks } from './draw-marks.ts';
import { cartesianToRd } from './frames.ts';
import { createMarkLayer } from './mark-layer.ts';
import { findHandle, groundPlace, isClick, listenFirst, reachOf, take, windowPlace } from './pointer-aids.ts';

export interface CrowdPointer {
  /** Marks are drawn anew: of what the stores say now. */
  update(): void;
  destroy(): void;
}

interface Drag {
  readonly pointerId: number;
  /** m NAP of the level on which the pointer moves. */
  readonly level: number;
  readonly preview: (place: Place, isStepped: boolean) => void;
}

/** Milliseconds between two looks under the pointer. */
const INTERVAL = 60;
/** m along the line of sight to its second point. */
const AHEAD = 1000;
/** Degrees to which Shift rounds a turn. */
const STEP = 15;

const bearing = (from: Place, to: Place) => (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;

const placingKeys: Readonly<Record<string, (placing: CrowdPlacing) => void>> = {
  Space: () => {
    const middle = middleOfView();
    if (middle) putInPlan(middle);
  },
  Enter: () => finishShape(),
  NumpadEnter: () => finishShape(),
  Backspace: () => dropPlanCorner(),
  Delete: () => dropPlanCorner(),
  Escape: () => placeInPlan(undefined),
};

export function createCrowdPointer(
  scene: Scene,
  nap: (x: number, y: number) => number | undefined,
  onHover: (id: string | undefined) => void,
): CrowdPointer {
  const { canvas, camera } = scene;
  const layer = createMarkLayer(scene);
  let marks = noMarks;
  let pressed: Cartesian2 | undefined;
  let pointer: Place | undefined;
  let drag: Drag | undefined;
  let hovered: string | undefined;
  /** That the pointer is on: what the panel points at is its own. */
  let passage: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: PointerEvent | undefined;

  const isShown = () => twin.getState().overlays.crowd.visible;
  const readPlacing = () => (isShown() ? twin.getState().crowd.placing : undefined);

  function show() {
    const { crowd: choice, language } = twin.getState();
    const { pending } = crowd.getState();
    const part = isShown() && choice.shows.includes('objects') ? seenPart() : undefined;
    const placing = readPlacing();
    marks = isShown() ? crowdMarks({ part, pending, isArea: placing === 'stop', pointer }, nap) : noMarks;
    layer.update({ marks, language });
  }

  function sightLine(position: Cartesian2): SightLine | undefined {
    const ray = camera.getPickRay(position);
    const eye = ray && cartesianToRd(ray.origin);
    const far = ray && Cartesian3.multiplyByScalar(ray.direction, AHEAD, new Cartesian3());
    const ahead = ray && far && cartesianToRd(Cartesian3.add(ray.origin, far, far));
    return eye && ahead && { eye, ahead };
  }

  function findAt(position: Cartesian2): string | undefined {
    const state = crowd.getState();
    const [plan, layout] = [seenPlan(state), seenLayout(state, twin.getState().crowd)];
    if (!plan || !layout) return undefined;
    return findInPlan(plan, layout, { line: sightLine(position), ground: groundPlace(scene, position), nap });
  }

  function pointAtPassage(position: Cartesian2 | undefined) {
    const has = twin.getState().crowd.shows.includes('passages');
    const ground = has && position && hovered === undefined ? groundPlace(scene, position) : undefined;
    const found = ground && findPassage(crowdPassages.getState().now?.passages ?? [], ground);
    if (found !== passage) showPassage(found);
    passage = found;
  }

  /** By a handle of the chosen thing, or by itself. */
  function grab(position: Cartesian2, event: PointerEvent): Omit<Drag, 'pointerId'> | undefined {
    const part = seenPart();
    if (!part) return undefined;
    const handle = findHandle(scene, marks.handles, position, reachOf(event));
    if (handle?.kind === 'turn' && part.what === 'object') {
      const { x, y, turnDegrees } = part.item;
      const preview: Drag['preview'] = (place, isStepped) => {
        const degrees = bearing([x, y], place);
        previewTurn((isStepped ? Math.round(degrees / STEP) * STEP : degrees) - turnDegrees);
      };
      return { level: handle.at.nap, preview };
    }
    if (handle) {
      const points = pointsOf(part);
      const { index, at } = handle;
      return { level: at.nap, preview: ([x, y]) => previewPoints(points.with(2 * index, x).with(2 * index + 1, y)) };
    }
    const [x, y] = pointsOf(part);
    const level = nap(x as number, y as number);
    if (findAt(position) !== part.item.id || level === undefined) return undefined;
    const line = sightLine(position);
    const from = line && meetLevel(line, level);
    return from && { level, preview: (place) => previewMove(place[0] - from[0], place[1] - from[1]) };
  }

  function onDown(event: PointerEvent) {
    if (!isShown() || !event.isPrimary || event.button !== 0) return;
    pressed = windowPlace(scene, event);
    if (readPlacing()) return;
    const held = grab(pressed, event);
    if (!held) return;
    drag = { ...held, pointerId: event.pointerId };
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    take(event);
  }

  function look() {
    timer = undefined;
    const event = last;
    if (!event || !isShown() || drag) return;
    const placing = readPlacing();
    const position = windowPlace(scene, event);
    const before = hovered;
    hovered = placing || event.pointerType === 'touch' ? undefined : findAt(position);
    if (hovered !== before) onHover(hovered);
    pointAtPassage(placing ? undefined : position);
    pointer = placing && isShape(placing) ? groundPlace(scene, position) : undefined;
    if (placing) canvas.style.cursor = 'crosshair';
    else if (hovered !== before) canvas.style.cursor = hovered ? 'pointer' : '';
    if (pointer) show();
  }

  function onMove(event: PointerEvent) {
    if (!isShown()) return;
    if (drag) {
      take(event);
      if (event.pointerId !== drag.pointerId) return;
      const line = sightLine(windowPlace(scene, event));
      const place = line && meetLevel(line, drag.level);
      if (place) drag.preview(place, event.shiftKey);
      return;
    }
    last = event;
    timer ??= setTimeout(look, INTERVAL);
  }

  /** Puts a thing or a corner; on the first or last corner a shape is done. */
  function put(placing: CrowdPlacing, position: Cartesian2, event: PointerEvent) {
    const { pending } = crowd.getState();
    const corner = isShape(placing) ? findHandle(scene, marks.handles, position, reachOf(event))?.index : undefined;
    const latest = pending.length / 2 - 1;
    if (isShape(placing) && corner !== undefined && (corner === latest || corner === 0)) {
      if (latest + 1 >= pointsNeeded(placing)) finishShape();
      return;
    }
    const place = groundPlace(scene, position);
    if (place) putInPlan(place);
  }

  function onUp(event: PointerEvent) {
    const start = pressed;
    pressed = undefined;
    if (drag?.pointerId === event.pointerId) {
      const isMoved = start !== undefined && !isClick(start, windowPlace(scene, event), event);
      drag = undefined;
      take(event);
      keepPreviewed(isMoved && event.type !== 'pointercancel');
      return;
    }
    if (!isShown() || !start || event.type === 'pointercancel') return;
    const position = windowPlace(scene, event);
    if (!isClick(start, position, event)) return;
    const placing = readPlacing();
    if (placing) {
      take(event);
      put(placing, position, event);
      return;
    }
    const found = findAt(position);
    // What is nothing of the event stays for whoever asks about buildings.
    if (found !== undefined) take(event);
    selectInPlan(found);
  }

  function onKey(event: KeyboardEvent) {
    if (!isShown() || event.ctrlKey || event.metaKey || event.altKey) return;
    const placing = readPlacing();
    const act = placing && placingKeys[event.code];
    if (act) {
      act(placing);
      take(event);
    } else if (!placing && event.key === 'Escape' && twin.getState().crowd.selected !== undefined) {
      selectInPlan(undefined);
      take(event);
    } else if (!placing && actOnPlanKey(event.key, event.shiftKey)) take(event);
  }

  function onLeave() {
    pointer = undefined;
    last = undefined;
    if (hovered !== undefined) onHover(undefined);
    hovered = undefined;
    pointAtPassage(undefined);
    if (readPlacing()) show();
  }
  function onDoubleClick(event: MouseEvent) {
    if (readPlacing()) take(event);
  }

  const stopListening = listenFirst(canvas, {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointerleave: onLeave,
    dblclick: onDoubleClick,
    keydown: onKey,
  });

  return {
    update: show,
    destroy() {
      clearTimeout(timer);
      if (drag) keepPreviewed(false);
      canvas.style.cursor = '';
      stopListening();
      layer.destroy();
    },
  };
}

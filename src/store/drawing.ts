/**
 * Drawing and placing in the store. The scene's editing aids, the panel and the tests call the same actions; what is drawn
 * goes to `drawn` as a plan model. Fetched with the tool.
 */

import type { DrawEvent, DrawState, DrawTool } from '../model/draw-state.ts';
import {
  type Added,
  addVolume,
  copyItem,
  type Drawing,
  deleteItem,
  findFootprintProblem,
  moveItem,
  outlineOf,
  startDrawing,
  turnItem,
} from '../model/drawing.ts';
import { drawingToModel } from '../model/drawing-model.ts';
import { readDrawing } from '../model/drawing-text.ts';
import { record, redo, startHistory, undo } from '../model/history.ts';
import { type Place, toMillimetres } from '../model/outline.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { PlanVolume } from '../model/plan-volume.ts';
import { isInsideRd } from '../model/rd.ts';
import { listReplaced } from '../model/replaced-buildings.ts';
import { sendCommand } from './commands.ts';
import { urlOfFile } from './drawn-files.ts';
import { needIndex } from './load-municipality.ts';
import { findPlan } from './plans.ts';
import { shareDrawing } from './shared-drawing.ts';
import { reportProblem, twin } from './twin.ts';

/** What a new volume is until the form says otherwise: three floors. */
const newVolume: Omit<PlanVolume, 'id' | 'footprint'> = {
  lower: 0,
  upper: 9,
  reference: 'peil',
  roof: { shape: 'flat' },
};
/** Metres around something that are shown with it, at least. */
const SHOW_RADIUS = 60;
/** Metres between a copy and its original. */
const COPY_GAP = 2;

/** What is seen: while something is dragged its draft, otherwise the last step. */
export const seenDrawing = ({ draft, history }: DrawState): Drawing => draft ?? history.present;

function toDrawn({ history: { present }, grounds }: DrawState): PlanModel | undefined {
  const model = drawingToModel(present, grounds, urlOfFile);
  const { buildingTable } = twin.getState();
  if (!model || buildingTable.status !== 'ready') return model;
  const volumes = present.volumes.map(({ footprint }) => footprint);
  const placed = present.placed.map(({ id }) => [outlineOf(present, id) ?? []]);
  return { ...model, removed: listReplaced(buildingTable.value, [...volumes, ...placed]) };
}

/** The picture follows step by step: while something is dragged its outline moves, because a solid takes a moment to draw. */
function put(change: Partial<DrawState>): void {
  const { drawing: before } = twin.getState();
  if (!before) return;
  const drawing = { ...before, ...change };
  const { present } = drawing.history;
  const isNew = present !== before.history.present || drawing.grounds !== before.grounds;
  const isChanged = present !== before.history.present;
  twin.setState({
    drawing,
    ...(isNew && { drawn: toDrawn(drawing) }),
    ...(isChanged && { sharedDrawing: shareDrawing(present) }),
  });
}

let isFollowing = false;

/** Which of today's buildings go is known when their table has come. */
function followTable(): void {
  if (isFollowing) return;
  isFollowing = true;
  twin.subscribe(({ buildingTable, drawing }, before) => {
    if (!drawing || buildingTable === before.buildingTable) return;
    const drawn = toDrawn(drawing);
    if (drawn && drawn.removed.length > 0) twin.setState({ drawn });
  });
}

/** Makes an empty drawing when there is none; its peil is that of the open plan, or the ground in the middle of the picture. */
export function needDrawing(): void {
  const state = twin.getState();
  if (state.drawing) return;
  needIndex('buildingTable');
  followTable();
  const ground = state.footprint?.centre?.nap;
  const peilNap =
    findPlan(state, state.choice?.plan)?.peilNap ?? (ground === undefined ? 0 : Math.round(ground * 10) / 10);
  twin.setState({
    drawing: {
      history: startHistory(startDrawing(peilNap)),
      draft: undefined,
      selected: undefined,
      tool: 'none',
      pending: [],
      grounds: {},
      event: undefined,
    },
  });
}

export function setDrawTool(tool: DrawTool): void {
  put({ tool, pending: [] });
}

export function selectDrawn(selected: string | undefined): void {
  if (twin.getState().drawing?.selected !== selected) put({ selected });
}

/** One step that undo takes back. */
export function changeDrawing(change: (drawing: Drawing) => Drawing, event?: DrawEvent): void {
  const { drawing } = twin.getState();
  if (!drawing) return;
  const history = record(drawing.history, change(drawing.history.present));
  if (history !== drawing.history || drawing.draft) put({ history, draft: undefined, ...(event ? { event } : {}) });
}

/** While a pointer drags: seen at once, no step yet. Undefined goes back to the last step. */
export function previewDrawing(draft: Drawing | undefined): void {
  put({ draft });
}

/** The pointer lets go: what it dragged becomes a step. */
export function keepPreview(): void {
  const { draft } = twin.getState().drawing ?? {};
  if (draft) changeDrawing(() => draft, { type: 'changed' });
}

export function addCorner([x, y]: Place): void {
  const { drawing } = twin.getState();
  if (!drawing) return;
  const pending = [...drawing.pending, toMillimetres(x), toMillimetres(y)];
  put({ tool: 'draw', pending, event: { type: 'corner', count: pending.length / 2 } });
}

export function removeLastCorner(): void {
  const { drawing } = twin.getState();
  if (!drawing || drawing.pending.length === 0) return;
  const pending = drawing.pending.slice(0, -2);
  put({ pending, event: { type: 'corner', count: pending.length / 2 } });
}

/** Makes a volume of an outline and selects it; says why when it cannot. */
export function addFootprint(ring: readonly number[]): void {
  const { drawing } = twin.getState();
  if (!drawing) return;
  const problem = findFootprintProblem(ring);
  if (problem) {
    put({ event: { type: 'refused', problem } });
    return;
  }
  const added = addVolume(drawing.history.present, { ...newVolume, footprint: [ring] });
  put({
    history: record(drawing.history, added.drawing),
    selected: added.id,
    tool: 'none',
    pending: [],
    event: { type: 'added', item: added.id },
  });
}

/** What a file holds, as one step; the last of it is selected. */
export function addAll(file: string, adders: readonly ((before: Drawing) => Added)[]): void {
  const { drawing } = twin.getState();
  if (!drawing) return;
  let added: Added = { drawing: drawing.history.present, id: '' };
  for (const add of adders) added = add(added.drawing);
  put({
    history: record(drawing.history, added.drawing),
    selected: added.id,
    tool: 'none',
    pending: [],
    event: { type: 'imported', file, count: adders.length },
  });
}

export function closePending(): void {
  addFootprint(twin.getState().drawing?.pending ?? []);
}

function changeSelected(change: (drawing: Drawing, id: string) => Drawing, event: DrawEvent): void {
  const selected = twin.getState().drawing?.selected;
  if (selected !== undefined) changeDrawing((drawing) => change(drawing, selected), event);
}

export const moveSelected = (dx: number, dy: number): void =>
  changeSelected((drawing, id) => moveItem(drawing, id, dx, dy), { type: 'moved', dx, dy });

export const turnSelected = (degrees: number): void =>
  changeSelected((drawing, id) => turnItem(drawing, id, degrees), { type: 'turned', degrees });

/** To the east of the original. */
export function copySelected(): void {
  const { drawing } = twin.getState();
  const outline = drawing?.selected === undefined ? undefined : outlineOf(drawing.history.present, drawing.selected);
  if (!drawing || drawing.selected === undefined || !outline) return;
  const xs = outline.filter((_, i) => i % 2 === 0);
  const gap = Math.max(...xs) - Math.min(...xs) + COPY_GAP;
  const copy = copyItem(drawing.history.present, drawing.selected, gap, 0);
  put({
    history: record(drawing.history, copy.drawing),
    selected: copy.id,
    event: { type: 'copied', item: copy.id },
  });
}

export function deleteSelected(): void {
  changeSelected(deleteItem, { type: 'deleted' });
  selectDrawn(undefined);
}

function step(change: typeof undo<Drawing>, type: 'undone' | 'redone'): void {
  const { drawing } = twin.getState();
  if (!drawing) return;
  const history = change(drawing.history);
  const { selected } = drawing;
  const stays = selected !== undefined && outlineOf(history.present, selected) !== undefined;
  put({ history, draft: undefined, pending: [], selected: stays ? selected : undefined, event: { type } });
}

/** While an outline is being drawn its corners are what one takes back. */
export function undoDrawing(): void {
  if (twin.getState().drawing?.pending.length) removeLastCorner();
  else step(undo, 'undone');
}
export const redoDrawing = (): void => step(redo, 'redone');

/** As a link has it, with the same undo as any change. One that cannot be read is told, and what was drawn stays. */
export function openSharedDrawing(text: string): void {
  try {
    replaceDrawing({ ...readDrawing(text), placed: [] });
  } catch (error) {
    reportProblem({
      what: 'link',
      url: `draw=${text}`,
      detail: error instanceof Error ? error.message : String(error),
    });
    const { drawing } = twin.getState();
    twin.setState({ sharedDrawing: drawing ? shareDrawing(drawing.history.present) : { text: '', lacks: undefined } });
  }
}

/** As a scenario keeps it, with the same undo as any change. */
export function replaceDrawing(next: Drawing): void {
  needDrawing();
  changeDrawing(() => next, { type: 'changed' });
}

/** The scene knows the ground: m NAP at the middle of the volumes that it can see from near. */
export function reportGrounds(grounds: Readonly<Record<string, number>>): void {
  const { drawing } = twin.getState();
  if (!drawing) return;
  const isNew = Object.entries(grounds).some(([id, nap]) => drawing.grounds[id] !== nap);
  if (isNew) put({ grounds: { ...drawing.grounds, ...grounds } });
}

/** Brings what was drawn or placed into the picture. */
export function showDrawn(ids: readonly string[]): void {
  const { drawing } = twin.getState();
  const ring = ids.flatMap((id) => (drawing && outlineOf(drawing.history.present, id)) ?? []);
  if (ring.length === 0) return;
  const middle = (axis: 0 | 1) => {
    const values = ring.filter((_, i) => i % 2 === axis);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { at: (low + high) / 2, half: (high - low) / 2 };
  };
  const [x, y] = [middle(0), middle(1)];
  if (!isInsideRd({ x: x.at, y: y.at })) return;
  sendCommand({ type: 'look-at', x: x.at, y: y.at, radius: Math.max(SHOW_RADIUS, 1.5 * Math.hypot(x.half, y.half)) });
}

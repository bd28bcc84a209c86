/** Measures against water in the store: placing, changing, taking back. The scene's aids, the panel and the tests call the same ones. */
import type { FloodMeasure, FloodMeasures, MeasureKind } from '../model/flood-measure.ts';
import { readMeasures, writeMeasures } from '../model/flood-measure-file.ts';
import { cornersNeeded, measureTable, nextMeasureId } from '../model/flood-measure-table.ts';
import { type Place, toMillimetres } from '../model/outline.ts';
import { isInsideRd } from '../model/rd.ts';
import { reportProblem, twin } from './twin.ts';

const MOST_STEPS = 100;

const read = () => twin.getState().floodMeasures;

function put(change: Partial<FloodMeasures>): void {
  twin.setState({ floodMeasures: { ...read(), ...change } });
}

/** One step that undo takes back. */
function changeItems(items: readonly FloodMeasure[], change: Partial<FloodMeasures> = {}): void {
  const { items: before, past } = read();
  put({ items, past: [...past, before].slice(-MOST_STEPS), shared: writeMeasures(items) ?? '', ...change });
}

/** From now on a click in the picture puts its corners; undefined ends that. */
export const placeMeasure = (placing: MeasureKind | undefined): void =>
  put({ placing, pending: [], ...(placing && { selected: undefined }) });

/** A point is there at once; an outline or line is finished with {@link finishMeasure}. */
export function addMeasureCorner([x, y]: Place): void {
  const { placing, pending } = read();
  if (!placing || !isInsideRd({ x, y })) return;
  put({ pending: [...pending, toMillimetres(x), toMillimetres(y)] });
  if (measureTable[placing].shape === 'point') finishMeasure();
}

export const removeMeasureCorner = (): void => put({ pending: read().pending.slice(0, -2) });

/** Nothing while it has too few corners. */
export function finishMeasure(): void {
  const { items, placing, pending } = read();
  if (!placing || pending.length < 2 * cornersNeeded(placing)) return;
  const id = nextMeasureId(items, placing);
  changeItems([...items, { id, kind: placing, points: pending, figures: {} }], {
    placing: undefined,
    pending: [],
    selected: id,
  });
}

export const selectMeasure = (selected: string | undefined): void => put({ selected });

export function changeMeasure(id: string, change: Partial<Pick<FloodMeasure, 'points' | 'figures'>>): void {
  const { items } = read();
  const item = items.find((measure) => measure.id === id);
  if (item) changeItems(items.map((measure) => (measure === item ? { ...measure, ...change } : measure)));
}

export function deleteMeasure(id: string): void {
  const { items, selected } = read();
  if (!items.some((measure) => measure.id === id)) return;
  changeItems(
    items.filter((measure) => measure.id !== id),
    { selected: selected === id ? undefined : selected },
  );
}

export function undoMeasures(): void {
  const { past } = read();
  const items = past.at(-1);
  if (items) put({ items, past: past.slice(0, -1), selected: undefined, shared: writeMeasures(items) ?? '' });
}

/** Those of a scenario or link take the place of what is there, with the same undo as any change. */
export function replaceMeasures(items: readonly FloodMeasure[]): void {
  if (writeMeasures(items) === writeMeasures(read().items) && items.length === read().items.length) return;
  changeItems(items, { selected: undefined, placing: undefined, pending: [] });
}

/** As a link has them. Those that cannot be read are told, and what was placed stays. */
export function openSharedMeasures(text: string): void {
  try {
    replaceMeasures(readMeasures(text));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reportProblem({ what: 'link', url: `measures=${text}`, detail });
    put({ shared: writeMeasures(read().items) ?? '' });
  }
}

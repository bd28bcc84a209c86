/** Working on the plan of an event: placing, moving, turning, copying, taking away. Panel, picture, keys and tests call the same ones. */
import { type CrowdPlacing, isShape } from '../model/crowd-choice.ts';
import {
  type AddedPart,
  addGroup,
  addShape,
  copyLayout,
  copyPart,
  deleteLayout,
  deletePart,
  findPart,
  middleOf,
  movePart,
  type Part,
  placeObject,
  pointsNeeded,
  setPoints,
  turnPart,
} from '../model/event-edit.ts';
import type { EventLayout, EventPlan } from '../model/event-plan.ts';
import { type Place, toMillimetres } from '../model/outline.ts';
import { isInsideRd } from '../model/rd.ts';
import { sendCommand } from './commands.ts';
import {
  changePlan,
  chooseLayout,
  crowd,
  keepPlanPreview,
  previewPlan,
  seenLayout,
  seenPlan,
  selectInPlan,
  setCrowdChoice,
} from './crowd.ts';
import { twin } from './twin.ts';

/** The last step, not what is being dragged. */
function read(): { readonly plan: EventPlan; readonly layout: EventLayout } | undefined {
  const { history } = crowd.getState();
  const plan = history?.present;
  const layout = plan && seenLayout({ history, draft: undefined }, twin.getState().crowd);
  return plan && layout && { plan, layout };
}

function readSelected(): { readonly plan: EventPlan; readonly layout: EventLayout; readonly part: Part } | undefined {
  const now = read();
  const { selected } = twin.getState().crowd;
  const part = now && selected !== undefined ? findPart(now.plan, now.layout, selected) : undefined;
  return now && part && { ...now, part };
}

/** Of what is seen, also while it is dragged. */
export function seenPart(): Part | undefined {
  const state = crowd.getState();
  const { crowd: choice } = twin.getState();
  const plan = seenPlan(state);
  const layout = seenLayout(state, choice);
  return plan && layout && choice.selected !== undefined ? findPart(plan, layout, choice.selected) : undefined;
}

/** From now on a click in the picture puts it; undefined ends that. `newTitle`: of what has a title. */
export function placeInPlan(placing: CrowdPlacing | undefined, newTitle: string = placing ?? ''): void {
  crowd.setState({ pending: [], newTitle });
  setCrowdChoice({ placing, ...(placing && { selected: undefined }) });
}

function add({ plan, id }: AddedPart): void {
  changePlan(() => plan);
  crowd.setState({ pending: [] });
  setCrowdChoice({ placing: undefined, selected: id });
}

/** An object stands at once; of a line or an area it is a corner, and {@link finishShape} makes it. */
export function putInPlan([x, y]: Place): void {
  const now = read();
  const { placing } = twin.getState().crowd;
  if (!now || !placing || !isInsideRd({ x, y })) return;
  if (!isShape(placing)) add(placeObject(now.plan, now.layout, placing, [x, y]));
  else crowd.setState({ pending: [...crowd.getState().pending, toMillimetres(x), toMillimetres(y)] });
}

export const dropPlanCorner = (): void => crowd.setState({ pending: crowd.getState().pending.slice(0, -2) });

/** Nothing while it has too few points. */
export function finishShape(): void {
  const now = read();
  const { placing } = twin.getState().crowd;
  const { pending, newTitle } = crowd.getState();
  if (!now || !placing || !isShape(placing) || pending.length < 2 * pointsNeeded(placing)) return;
  const numbered = now.plan[placing === 'stop' ? 'stops' : placing === 'route' ? 'routes' : 'entries'].length + 1;
  add(addShape(now.plan, now.layout, placing, pending, `${newTitle} ${numbered}`));
}

const changeSelected = (change: (plan: EventPlan, layout: EventLayout, part: Part) => EventPlan): void => {
  const now = readSelected();
  if (now) changePlan(() => change(now.plan, now.layout, now.part));
};

export const moveInPlan = (dx: number, dy: number): void =>
  changeSelected((plan, layout, part) => movePart(plan, layout, part, dx, dy));
export const turnInPlan = (degrees: number): void =>
  changeSelected((plan, layout, part) => turnPart(plan, layout, part, degrees));
export const setPlanPoints = (points: readonly number[]): void =>
  changeSelected((plan, layout, part) => setPoints(plan, layout, part, points));

/** While a pointer drags, from the last step: by so much, turned by so many degrees, or with these corners. */
export function previewMove(dx: number, dy: number): void {
  const now = readSelected();
  if (now) previewPlan(movePart(now.plan, now.layout, now.part, dx, dy));
}
export function previewTurn(degrees: number): void {
  const now = readSelected();
  if (now) previewPlan(turnPart(now.plan, now.layout, now.part, degrees));
}
export function previewPoints(points: readonly number[]): void {
  const now = readSelected();
  if (now) previewPlan(setPoints(now.plan, now.layout, now.part, points));
}
export const keepPreviewed = (isKept: boolean): void => (isKept ? keepPlanPreview() : previewPlan(undefined));

export function copyInPlan(): void {
  const now = readSelected();
  const copy = now && copyPart(now.plan, now.layout, now.part);
  if (copy) add(copy);
}

export function deleteInPlan(): void {
  const now = readSelected();
  if (!now) return;
  const plan = deletePart(now.plan, now.layout, now.part);
  if (plan === now.plan) return;
  changePlan(() => plan);
  selectInPlan(undefined);
}

/** Undefined where there is no entry to come from. */
export function addPlanGroup(title: string): string | undefined {
  const now = read();
  const added = now && addGroup(now.plan, title);
  if (added) changePlan(() => added.plan);
  return added?.id;
}

/** A copy is worked on, and held against its original. */
export function copyPlanLayout(title: string): void {
  const now = read();
  if (!now) return;
  const { plan, id } = copyLayout(now.plan, now.layout, title);
  changePlan(() => plan);
  setCrowdChoice({ layout: id, other: now.layout.id, selected: undefined, placing: undefined });
}

export function deletePlanLayout(): void {
  const now = read();
  if (!now || now.plan.layouts.length < 2) return;
  const plan = deleteLayout(now.plan, now.layout.id);
  changePlan(() => plan);
  const [first] = plan.layouts;
  const { other } = twin.getState().crowd;
  if (first) chooseLayout(first.id);
  if (other === first?.id) setCrowdChoice({ other: undefined });
}

/** m around what is brought into the picture. */
const SHOW_RADIUS = 30;

export function showInPlan(id: string): void {
  const now = read();
  const part = now && findPart(now.plan, now.layout, id);
  if (!part) return;
  const [x, y] = middleOf(part);
  sendCommand({ type: 'look-at', x, y, radius: SHOW_RADIUS });
}

/** Metres that an arrow key moves, alone and with Shift; degrees that a bracket turns, alone and with Shift. */
const KEY_MOVE = { near: 0.1, far: 1 };
const KEY_TURN = { near: 5, far: 45 };

const directions: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const turns: Readonly<Record<string, number>> = {
  '[': -KEY_TURN.near,
  ']': KEY_TURN.near,
  '{': -KEY_TURN.far,
  '}': KEY_TURN.far,
};
const others: Readonly<Record<string, () => void>> = { Delete: deleteInPlan, c: copyInPlan, C: copyInPlan };

/** By `KeyboardEvent.key`. True when it meant something. Arrows are compass directions: up is north. */
export function actOnPlanKey(key: string, isShifted: boolean): boolean {
  if (!readSelected()) return false;
  const direction = directions[key];
  const turn = turns[key];
  const other = others[key];
  if (direction) {
    const metres = isShifted ? KEY_MOVE.far : KEY_MOVE.near;
    moveInPlan(direction[0] * metres, direction[1] * metres);
  } else if (turn !== undefined) turnInPlan(turn);
  else if (other) other();
  else return false;
  return true;
}

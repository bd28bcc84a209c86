/**
 * Polygons as they come in files, to ones that overlay can trust: rings that turn the right way round, cross nothing and hold an area.
 * What cannot be drawn otherwise is repaired, and said; what has no area at all is refused, and said.
 */
import { isInRings, ringArea } from '../../model/plan-ring.ts';
import { boxOf } from './box.ts';
import { type Parts, partsArea, type Rings, subtractParts, uniteParts } from './clip.ts';
import { findCrossing, isConvexRing } from './crossing.ts';

/** m²; smaller is a slip of the mouse. */
const LEAST_M2 = 1e-4;

const at = ([x, y]: readonly [number, number]) => `near ${x.toFixed(2)}, ${y.toFixed(2)}`;

/** Without corners that repeat the one before, the closing one too. */
function withoutSame(ring: readonly number[]): readonly number[] {
  const n = ring.length;
  let same = 0;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) if (ring[i] === ring[j] && ring[i + 1] === ring[j + 1]) same++;
  if (same === 0) return ring;
  const kept: number[] = [];
  for (let i = 0, j = n - 2; i < n; j = i, i += 2)
    if (ring[i] !== ring[j] || ring[i + 1] !== ring[j + 1]) kept.push(ring[i], ring[i + 1]);
  return kept;
}

function turned(ring: readonly number[], isOuter: boolean): readonly number[] {
  if (ringArea(ring) > 0 === isOuter) return ring;
  const result: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) result.push(ring[i], ring[i + 1]);
  return result;
}

export interface Repaired {
  readonly parts: Parts;
  /** Ends of sentences that begin with what the polygon is called. */
  readonly notes: readonly string[];
}

const nothing: readonly string[] = [];

/** One polygon. */
function repairRings(given: Rings): Repaired {
  // As good as all plots are: no need to look further.
  const [only] = given;
  if (given.length === 1 && only && only.length >= 6 && isConvexRing(only))
    return { parts: [ringArea(only) > 0 ? given : [turned(only, true)]], notes: nothing };
  const notes: string[] = [];
  const rings: (readonly number[])[] = [];
  for (const [r, ring] of given.entries()) {
    const name = r === 0 ? 'the outline' : `hole ${r}`;
    if (!ring.every(Number.isFinite)) return { parts: [], notes: [`${name} holds a coordinate that is no number`] };
    const own = withoutSame(ring);
    const isOpen = own.length === ring.length - 2 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
    if (own.length < ring.length && !isOpen) notes.push(`${name} repeats corners: left out`);
    const fault = own.length < 6 ? 'has fewer than three corners' : undefined;
    if (fault && r === 0) return { parts: [], notes: [`${name} ${fault}`] };
    if (fault) notes.push(`${name} ${fault}: left out`);
    else rings.push(own);
  }
  const [outer = [], ...holes] = rings;
  const crossing = findCrossing(rings);
  const stray = holes.findIndex((hole) => !isInRings([outer], hole[0], hole[1]));
  if (!crossing && stray < 0) return { parts: [rings.map((ring, r) => turned(ring, r === 0))], notes };
  if (crossing) notes.push(`its lines cross or touch each other ${at(crossing.place)}: read as it is drawn`);
  const whole = uniteParts([[outer]], 'even-odd');
  // A ring that only touches itself is drawn otherwise and holds the same: nothing to tell.
  const cut = holes.length === 0 ? whole : subtractParts(whole, uniteParts([holes], 'even-odd'));
  const drawn = Math.abs(ringArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);
  const isSame = crossing?.isTouch !== false && Math.abs(partsArea(cut) - drawn) < LEAST_M2;
  if (isSame && crossing) notes.pop();
  if (!isSame && stray >= 0) notes.push(`hole ${stray + 1} reaches out of the outline: only what lies within counts`);
  return { parts: cut, notes };
}

/** Polygons of one claim. Parts that overlap become one. Without parts where nothing with an area is left. */
export function repairParts(given: Parts): Repaired {
  const notes: string[] = [];
  const parts: Rings[] = [];
  for (const [p, rings] of given.entries()) {
    const own = repairRings(rings);
    const name = given.length > 1 ? `part ${p + 1}: ` : '';
    for (const note of own.notes) notes.push(name + note);
    const before = parts.length;
    for (const part of own.parts) if (partsArea([part]) >= LEAST_M2) parts.push(part);
    if (own.parts.length > 0 && parts.length === before) notes.push(`${name}the outline has no area`);
  }
  if (parts.length < 2 || !doBoxesMeet(parts)) return { parts, notes };
  const united = uniteParts(parts);
  const twice = partsArea(parts) - partsArea(united);
  if (twice < LEAST_M2) return { parts, notes };
  return { parts: united, notes: [...notes, `its parts overlap by ${twice.toFixed(2)} m²: counted once`] };
}

function doBoxesMeet(parts: Parts): boolean {
  const boxes = parts.map((part) => boxOf([part])).sort((a, b) => a[0] - b[0]);
  for (const [i, a] of boxes.entries())
    for (let j = i + 1; j < boxes.length; j++) {
      const b = boxes[j] as typeof a;
      if (b[0] >= a[2]) break;
      if (a[1] < b[3] && b[1] < a[3]) return true;
    }
  return false;
}

/** From two moments of a simulation to what the card reads: for each person both places, the turn, the step and the group. */
import type { CrowdMoment } from '../model/crowd-run.ts';

/** Two moments and where in RD New their counting begins. */
export interface WalkersView {
  readonly from: CrowdMoment;
  /** The same as `from`: they stand. */
  readonly to: CrowdMoment;
  readonly west: number;
  readonly south: number;
}

/** In place of a place: nobody was there. */
export const ABSENT = -1e6;
/** Numbers a person: x, y before and after; turn before and after, luck + step, group and steps. */
export const SLOT_FLOATS = 8;
/** Persons in a row of the texture. */
export const SLOTS_WIDE = 512;
/** Groups times this, plus steps. */
export const GROUP_ROOM = 32;

/** m: of two steps, left and right, at a walk. */
const STRIDE = 1.35;
/** m: less is a shuffle that turns nobody around. */
const TURNS_FROM = 0.08;

export interface CrowdSlots {
  /** Rows as `SLOTS_WIDE` has them; who is in either moment. */
  readonly texels: Float32Array;
  readonly count: number;
}

/** 0 to 1, another one for each person. */
const luckOf = (person: number): number => ((Math.imul(person + 1, 0x9e3779b1) >>> 8) & 0x3ff) / 0x400;

/** Room in whole rows of the texture, for this many and some more. */
export const roomFor = (count: number): number =>
  Math.max(2 ** Math.ceil(Math.log2(Math.max(count, 1) / SLOTS_WIDE)), 1) * SLOTS_WIDE;

export interface SlotWriter {
  /** Turns and steps go on where the moment before ended. */
  write(view: WalkersView, origin: { readonly x: number; readonly y: number }): CrowdSlots;
}

export function createSlotWriter(): SlotWriter {
  /** By person: what the last one that was written ended with. */
  let turns = new Float32Array(0);
  let steps = new Float32Array(0);
  let rows = new Int32Array(0);
  let ended = Number.NaN;

  function grow(size: number) {
    if (size <= turns.length) return;
    const room = Math.max(2 * turns.length, size, 1024);
    const [oldTurns, oldSteps] = [turns, steps];
    turns = new Float32Array(room);
    steps = new Float32Array(room);
    turns.set(oldTurns);
    steps.set(oldSteps);
    for (let i = oldTurns.length; i < room; i++) {
      turns[i] = Number.NaN;
      steps[i] = luckOf(7 * i);
    }
    rows = new Int32Array(room);
  }

  function largest({ person }: CrowdMoment): number {
    let most = -1;
    for (let i = 0; i < person.length; i++) most = Math.max(most, person[i] as number);
    return most;
  }

  return {
    write({ from, to, west, south }, origin) {
      grow(Math.max(largest(from), largest(to)) + 1);
      // A jump in time: who walked there before tells nothing.
      if (from.second !== ended) turns.fill(Number.NaN);
      ended = to.second;
      rows.fill(-1);
      for (let i = 0; i < to.person.length; i++) rows[to.person[i] as number] = i;
      const most = from.person.length + to.person.length;
      const texels = new Float32Array(roomFor(most) * SLOT_FLOATS).fill(ABSENT);
      const [ox, oy] = [west - origin.x, south - origin.y];
      let count = 0;

      for (let i = 0; i < from.person.length; i++) {
        const person = from.person[i] as number;
        const row = rows[person] as number;
        put(person, from.group[i] as number, place(from, i), row < 0 ? undefined : place(to, row));
        rows[person] = -1;
      }
      for (let row = 0; row < to.person.length; row++) {
        const person = to.person[row] as number;
        if ((rows[person] as number) < 0) continue;
        put(person, to.group[row] as number, undefined, place(to, row));
      }

      function place({ x, y }: CrowdMoment, i: number): readonly [number, number] {
        return [ox + (x[i] as number) / 100, oy + (y[i] as number) / 100];
      }

      function put(
        person: number,
        group: number,
        a: readonly [number, number] | undefined,
        b: readonly [number, number] | undefined,
      ) {
        const at = count * SLOT_FLOATS;
        count++;
        const [dx, dy] = a && b ? [b[0] - a[0], b[1] - a[1]] : [0, 0];
        const walked = Math.hypot(dx, dy);
        const before = turns[person] as number;
        let after = walked > TURNS_FROM ? Math.atan2(dx, dy) : before;
        if (Number.isNaN(after)) after = 2 * Math.PI * luckOf(person);
        const first = Number.isNaN(before) ? after : before;
        // The short way round.
        after -= 2 * Math.PI * Math.round((after - first) / (2 * Math.PI));
        turns[person] = after;
        const step = steps[person] as number;
        const made = Math.min(walked / STRIDE, GROUP_ROOM - 0.01);
        steps[person] = (step + made) % 1;
        if (a) texels.set(a, at);
        if (b) texels.set(b, at + 2);
        texels[at + 4] = first;
        texels[at + 5] = after;
        texels[at + 6] = Math.floor(luckOf(person) * 1024) + Math.min(step, 0.999);
        texels[at + 7] = group * GROUP_ROOM + made;
      }
      return { texels, count };
    },
  };
}

/**
 * Who is drawn with limbs: the nearest to the eye within `reach`, at most `most`; all within the reach that comes back are among them. The
 * place is that halfway, which the shader works out alike.
 */
export function listNear(
  { texels, count }: CrowdSlots,
  eye: readonly [x: number, y: number],
  reach: number,
  most: number,
): { readonly slots: readonly number[]; readonly reach: number } {
  const near: { slot: number; away: number }[] = [];
  for (let slot = 0; slot < count; slot++) {
    const at = slot * SLOT_FLOATS;
    const [ax, ay, bx, by] = [texels[at], texels[at + 1], texels[at + 2], texels[at + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const x = ax === ABSENT ? bx : bx === ABSENT ? ax : (ax + bx) / 2;
    const y = ax === ABSENT ? by : bx === ABSENT ? ay : (ay + by) / 2;
    const away = Math.hypot(x - eye[0], y - eye[1]);
    if (away < reach) near.push({ slot, away });
  }
  if (near.length <= most) return { slots: near.map(({ slot }) => slot), reach };
  near.sort((a, b) => a.away - b.away);
  return { slots: near.slice(0, most).map(({ slot }) => slot), reach: (near[most] as { away: number }).away };
}

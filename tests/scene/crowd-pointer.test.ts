import { describe, expect, it } from 'vitest';
import { findPart, type Part } from '../../src/model/event-edit.ts';
import type { EventLayout } from '../../src/model/event-plan.ts';
import { crowdMarks } from '../../src/scene/crowd-marks.ts';
import { findInPlan, findPassage } from '../../src/scene/crowd-pick.ts';
import { SOUTH, smallPlan, WEST } from '../fixtures/small-event.ts';

const [, layout] = smallPlan.layouts as [EventLayout, EventLayout];
const fenced: EventLayout = {
  ...layout,
  fences: [{ id: 'fence', kind: 'fence', line: [WEST + 2, SOUTH + 30, WEST + 12, SOUTH + 30] }],
};
const nap = () => 1;
/** From a place on the ground straight up, or from aside. */
const look = (x: number, y: number, eye = { x: WEST + x, y: SOUTH + y, nap: 50 }) => {
  const target = { x: WEST + x, y: SOUTH + y, nap: 1 };
  return { line: { eye, ahead: target }, ground: [target.x, target.y] as const, nap };
};

describe('pointing at an event', () => {
  it('finds what stands before what lies', () => {
    expect(findInPlan(smallPlan, fenced, look(29, 4))).toBe('stage');
    expect(findInPlan(smallPlan, fenced, look(29, 11))).toBe('stage-front');
    // From the south, low: the stage, 6 m high, is before the stop behind it.
    expect(findInPlan(smallPlan, fenced, look(29, 11, { x: WEST + 29, y: SOUTH - 20, nap: 5 }))).toBe('stage');
    expect(findInPlan(smallPlan, fenced, look(7, 30.2))).toBe('fence');
    expect(findInPlan(smallPlan, fenced, look(18.4, 69.2))).toBe('north');
    expect(findInPlan(smallPlan, fenced, look(20.5, 50))).toBe('ambulance');
    expect(findInPlan(smallPlan, fenced, look(3, 3))).toBeUndefined();
  });

  it('finds nothing where the ground is not known yet', () => {
    expect(findInPlan(smallPlan, fenced, { ...look(29, 4), ground: undefined, nap: () => undefined })).toBeUndefined();
  });

  it('finds the passage whose line is near', () => {
    const passages = [18, 20].map((x, i) => ({
      id: `p${i}`,
      line: [0, 0, 1, 1] as const,
      widthBefore: 4,
      widthNow: 4,
      capacityPersonsPerSecond: 4,
      parts: [[WEST + x, SOUTH + 50, WEST + x, SOUTH + 60]] as const,
    }));
    expect(findPassage(passages, [WEST + 19.5, SOUTH + 55])).toBe('p1');
    expect(findPassage(passages, [WEST + 18.4, SOUTH + 55])).toBe('p0');
    expect(findPassage(passages, [WEST + 25, SOUTH + 55])).toBeUndefined();
  });
});

describe('marks of an event', () => {
  const idle = { part: undefined, pending: [], isArea: false, pointer: undefined };
  const part = (id: string): Part | undefined => findPart(smallPlan, fenced, id);

  it('outline the chosen thing on the ground and on top, with a handle on from its length', () => {
    const { lines, handles } = crowdMarks({ ...idle, part: part('stage') }, nap);
    expect(lines).toHaveLength(1 + 1 + 4 + 1);
    expect(lines[1]?.points[0]?.nap).toBeCloseTo(7, 6);
    // Its length lies east: 5 m to its end, and the gap.
    expect(handles).toMatchObject([
      { kind: 'turn', at: { x: expect.closeTo(WEST + 35.4, 3), y: expect.closeTo(SOUTH + 4, 3) } },
    ]);
  });

  it('give every corner of a line or an area a handle', () => {
    expect(crowdMarks({ ...idle, part: part('stage-front') }, nap)).toMatchObject({
      handles: { length: 4 },
      lines: { length: 1 },
    });
    expect(crowdMarks({ ...idle, part: part('fence') }, nap).handles.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('draw what is being drawn up to the pointer, and close an area', () => {
    const pending = [WEST, SOUTH, WEST + 5, SOUTH];
    const pointer = [WEST + 5, SOUTH + 5] as const;
    expect(crowdMarks({ ...idle, pending, pointer }, nap).lines).toHaveLength(1);
    expect(crowdMarks({ ...idle, pending, pointer, isArea: true }, nap).lines).toHaveLength(2);
    expect(crowdMarks({ ...idle, pending, pointer }, nap).handles).toHaveLength(2);
  });

  it('stay away where the ground is not known', () => {
    expect(crowdMarks({ ...idle, part: part('stage') }, () => undefined)).toMatchObject({ lines: [], handles: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { eventLibrary } from '../../src/model/event-library.ts';
import { type EventLayout, type EventObject, eventObjectKinds } from '../../src/model/event-plan.ts';
import { buildForm } from '../../src/scene/crowd-forms.ts';
import { meshForms, placeRows } from '../../src/scene/crowd-objects.ts';
import { listStanding } from '../../src/scene/crowd-rows.ts';

const objectOf = (kind: EventObject['kind'], change: Partial<EventObject> = {}): EventObject => ({
  id: `${kind}-1`,
  kind,
  x: 146_900,
  y: 508_530,
  turnDegrees: 0,
  ...eventLibrary[kind],
  ...change,
});
const layoutOf = (objects: readonly EventObject[], fences: EventLayout['fences'] = []): EventLayout => ({
  id: 'a',
  title: 'A',
  objects,
  fences,
});

/** m that a form may reach out of its outline: awnings, crowns, doors' handles. */
const OVERHANG: Partial<Record<EventObject['kind'], number>> = { bar: 0.4, tree: 1, stage: 0.15, block: 0.02 };

describe('forms of an event', () => {
  it.each(eventObjectKinds)('draws %s in its true size, standing on the ground', (kind) => {
    const { length, width, height } = eventLibrary[kind];
    const { position, normal, indices, tint } = buildForm({ id: 'x', kind, length, width, height });
    const [xs, ys, zs] = [0, 1, 2].map((k) => position.filter((_, i) => i % 3 === k)) as [number[], number[], number[]];
    const over = OVERHANG[kind] ?? 0.06;
    expect(Math.max(...xs)).toBeLessThanOrEqual(width / 2 + over);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(-width / 2 - over);
    expect(Math.max(...zs)).toBeLessThanOrEqual(length / 2 + over);
    expect(Math.min(...zs)).toBeGreaterThanOrEqual(-length / 2 - over);
    expect(Math.max(...ys)).toBeCloseTo(height, 0.5);
    expect(Math.min(...ys)).toBeLessThan(0.05);
    expect(Math.max(...indices)).toBe(position.length / 3 - 1);
    expect(tint.every((part) => part >= 0 && part <= 1.1)).toBe(true);
    for (let i = 0; i < normal.length; i += 3) expect(Math.hypot(...normal.slice(i, i + 3))).toBeCloseTo(1, 5);
  });

  it('takes another size as it is: more ribs, no wider ones', () => {
    const small = buildForm({ id: 'x', kind: 'container', length: 3, width: 2.4, height: 2.6 });
    const large = buildForm({ id: 'x', kind: 'container', length: 12, width: 2.4, height: 2.6 });
    expect(large.position.length).toBeGreaterThan(2 * small.position.length);
  });
});

describe('what stands in a layout', () => {
  it('covers a fence with panels of equal length, at most as long as one is', () => {
    const rows = listStanding(layoutOf([], [{ id: 'f', kind: 'fence', line: [0, 0, 10, 0, 10, 3] }]));
    expect(rows.map(({ length }) => length)).toEqual([10 / 3, 10 / 3, 10 / 3, 3].map((n) => expect.closeTo(n, 6)));
    expect(rows.map(({ of }) => of)).toEqual(['f', 'f', 'f', 'f']);
    expect(rows[0]).toMatchObject({ x: expect.closeTo(10 / 6, 6), y: 0, turnDegrees: 90 });
    expect(rows[3]).toMatchObject({ x: 10, y: 1.5, turnDegrees: 0 });
  });

  it('moves by its row in a texture, while the mesh stays as it is', () => {
    const before = listStanding(layoutOf([objectOf('stall'), objectOf('tree', { id: 't' })]));
    const after = before.map((row) => (row.id === 't' ? { ...row, x: row.x + 5, turnDegrees: 90 } : row));
    expect(meshForms(after)).toEqual(meshForms(before));
    const frame = { x: 146_900, y: 508_530, nap: -2 };
    const look = { selected: 't', hovered: undefined };
    const places = placeRows({ rows: after, ...look }, frame, () => -1.5);
    expect([...places.slice(8, 13)]).toEqual([5, 0, 0.5, expect.closeTo(Math.PI / 2, 5), 2]);
    expect(places[4]).toBe(0);
  });
});

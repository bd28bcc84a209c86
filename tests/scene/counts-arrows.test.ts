import { describe, expect, it } from 'vitest';
import type { CountCell } from '../../src/model/count-answer.ts';
import { arrowScale, arrowWidth, THINNEST } from '../../src/model/count-arrows.ts';
import { listFlowLabels, listFlowPieces, listFlowRings, writeCell } from '../../src/scene/counts-arrows.ts';
import type { CountFlow } from '../../src/store/counts.ts';

const cell = (value: number | undefined, mark: CountCell['mark'] = 'ok'): CountCell => ({
  mark,
  value,
  low: value ?? 0,
  high: value ?? 4,
});
const gate = {
  id: 'north',
  title: 'Noord',
  x: 147_000,
  y: 508_000,
  inDegrees: 180,
  error: { share: 0.05, persons: 1 },
};
const flow = (change: Partial<CountFlow> = {}): CountFlow => ({
  gate,
  in: cell(600),
  out: cell(150),
  isSelected: false,
  ...change,
});
const scale = arrowScale(1200);
const view = (flows: readonly CountFlow[]) => ({ flows, scale, language: 'nl' as const, leastShown: 5 });

describe('arrows of counts', () => {
  it('have one round scale, of which the widest count of the day fits', () => {
    expect(scale.personsPerMetre).toBe(100);
    expect(arrowWidth(600, scale)).toBe(6);
    expect(arrowWidth(1, scale)).toBe(THINNEST);
    for (const most of [1, 7, 430, 98_000]) expect(arrowWidth(most, arrowScale(most))).toBeLessThanOrEqual(12);
  });

  it('point to the centre and away from it, side by side, as wide as the count', () => {
    const [into, out] = listFlowRings({ flows: [flow()], scale });
    // In goes south: its point lies south of the gate and west of it, on the right of who walks.
    expect(into?.ring[9]).toBeLessThan(gate.y);
    expect(into?.ring[8]).toBeLessThan(gate.x);
    expect(out?.ring[9]).toBeGreaterThan(gate.y);
    expect(out?.ring[8]).toBeGreaterThan(gate.x);
    const width = (ring: readonly number[] = []) =>
      Math.hypot((ring[2] ?? 0) - (ring[0] ?? 0), (ring[3] ?? 0) - (ring[1] ?? 0));
    expect(width(into?.ring)).toBeCloseTo(6, 6);
    expect(width(out?.ring)).toBeCloseTo(1.5, 6);
  });

  it('tell what is withheld, unknown or partly known as that', () => {
    const write = (told: CountCell) => writeCell(told, 5, 'nl');
    expect(write(cell(1234))).toBe('1.234');
    expect(writeCell(cell(1234), 5, 'en')).toBe('1,234');
    expect(write(cell(undefined, 'few'))).toBe('< 5');
    expect(write(cell(undefined, 'hidden'))).toBe('…');
    expect(write(cell(undefined, 'missing'))).toBe('?');
    expect(write(cell(3, 'excluded'))).toBe('?');
    expect(write(cell(80, 'part'))).toBe('≥ 80');
    expect(write(cell(80, 'about'))).toBe('± 80');
  });

  it('never give a width to what is not told', () => {
    const flows = [flow({ in: cell(900, 'excluded'), out: cell(3, 'few') })];
    for (const { ring } of listFlowRings({ flows, scale }))
      expect(
        Math.hypot((ring[2] as number) - (ring[0] as number), (ring[3] as number) - (ring[1] as number)),
      ).toBeCloseTo(THINNEST, 6);
    const pieces = listFlowPieces(view(flows));
    const counted = listFlowPieces(view([flow()]));
    const fills = (list: typeof pieces) => list.filter(({ alpha, rings }) => alpha > 0.9 && rings[0]?.length === 14);
    expect(fills(pieces)).toEqual([]);
    expect(fills(counted)).toHaveLength(2);
    // Dashed: many short pieces of an edge.
    expect(pieces.length).toBeGreaterThan(counted.length);
    expect(listFlowLabels(view(flows), () => 0).map(({ kind }) => kind)).toEqual(['quiet', 'quiet']);
  });

  it('make the chosen gate stand out', () => {
    const [label] = listFlowLabels(view([flow({ isSelected: true })]), () => -2);
    expect(label).toMatchObject({ kind: 'strong', importance: 100, text: 'in 600' });
    expect(label?.at.nap).toBeCloseTo(4, 6);
  });
});

import { useMemo } from 'react';
import { ringCentre } from '../model/plan-ring.ts';
import { useCrowdRun } from './use-crowd-result.ts';

/** m: farther away a name says nothing of a place. */
const NEAR = 25;

/** What is nearest to a place of all that has a name: entries, stops, and objects that were given one. */
export function useNearName(): (x: number, y: number) => string | undefined {
  const plan = useCrowdRun((state) => state.plan);
  const sides = useCrowdRun((state) => state.sides);
  const named = useMemo(() => {
    const shown = plan?.layouts.filter(({ id }) => sides.some(({ layout }) => layout === id)) ?? [];
    const objects = shown.flatMap((layout) => layout.objects);
    return [
      ...(plan?.entries ?? []).map(({ title, line }) => ({ title, at: middleOf(line) })),
      ...(plan?.stops ?? []).map(({ title, polygon }) => ({ title, at: ringCentre(polygon[0] ?? []) })),
      ...objects.flatMap(({ name, x, y }) => (name === undefined ? [] : [{ title: name, at: [x, y] as const }])),
    ];
  }, [plan, sides]);
  return (x, y) => {
    let best: { title: string; away: number } | undefined;
    for (const { title, at } of named) {
      const away = Math.hypot(at[0] - x, at[1] - y);
      if (away <= NEAR && (!best || away < best.away)) best = { title, away };
    }
    return best?.title;
  };
}

function middleOf(line: readonly number[]): readonly [number, number] {
  const [x, y] = [line[0] ?? 0, line[1] ?? 0];
  return [(x + (line.at(-2) ?? x)) / 2, (y + (line.at(-1) ?? y)) / 2];
}

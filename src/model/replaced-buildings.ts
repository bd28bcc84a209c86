import type { BuildingTable } from './city-index.ts';
import { isInRings, type Ring } from './plan-ring.ts';

/** Today's buildings whose middle lies within an outline: they make room, as they do for a plan. */
export function listReplaced(
  { id, x, y }: Pick<BuildingTable, 'id' | 'x' | 'y'>,
  footprints: readonly (readonly Ring[])[],
): string[] {
  const boxes = footprints.map(([outer = []]) => {
    const [xs, ys] = [outer.filter((_, i) => i % 2 === 0), outer.filter((_, i) => i % 2 === 1)];
    return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
  });
  const isReplaced = (px: number, py: number) =>
    boxes.some(
      ({ west, east, south, north }, i) =>
        px >= west && px <= east && py >= south && py <= north && isInRings(footprints[i], px, py),
    );
  return id.filter((_, row) => isReplaced(x[row], y[row]));
}

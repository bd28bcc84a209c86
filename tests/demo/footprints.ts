import { type Area, areaSize, type Box, boxOf, clipToBox, doBoxesMeet, intersect } from '../../src/demo/area.ts';
import type { Building } from '../../src/demo/building.ts';
import type { Path } from '../../src/demo/point.ts';

interface Print {
  readonly id: string;
  readonly ring: Path;
  readonly box: Box;
}

const listPrints = (buildings: readonly Building[]): Print[] =>
  buildings.flatMap(({ id, plot }) =>
    plot.parts.map(({ footprint }) => ({ id, ring: footprint, box: boxOf([footprint]) })),
  );

/** Pairs of buildings that share more than `tolerance` m², as "a b: m²". */
export function listOverlaps(buildings: readonly Building[], tolerance: number): string[] {
  const prints = listPrints(buildings).sort((a, b) => a.box.west - b.box.west);
  const found: string[] = [];
  prints.forEach((a, i) => {
    for (let k = i + 1; k < prints.length; k++) {
      const b = prints[k] as Print;
      if (b.box.west > a.box.east) break;
      if (a.id === b.id || !doBoxesMeet(a.box, b.box)) continue;
      const size = areaSize(intersect([a.ring], [b.ring]));
      if (size > tolerance) found.push(`${a.id} ${b.id}: ${size.toFixed(2)} m²`);
    }
  });
  return found;
}

/** Buildings that stand in one of these areas for more than `tolerance` m², as "id: m² at x, y". */
export function listIntruders(buildings: readonly Building[], areas: readonly Area[], tolerance: number): string[] {
  const boxes = areas.map(boxOf);
  return listPrints(buildings).flatMap(({ id, ring, box }) => {
    const sizes = areas.map((area, i) =>
      doBoxesMeet(boxes[i] as Box, box) ? areaSize(intersect(clipToBox(area, box), [ring])) : 0,
    );
    const size = Math.max(...sizes);
    return size > tolerance
      ? [`${id}: ${size.toFixed(2)} m² at ${ring[0]?.x.toFixed(0)}, ${ring[0]?.y.toFixed(0)}`]
      : [];
  });
}

/** The exact check after houses were placed on a raster of 1 m: of two that overlap, the later one goes. */
import { areaSize, boxOf, doBoxesMeet, intersect } from './area.ts';
import type { Plot } from './building.ts';

/** m² that two buildings may share: walls between neighbours are drawn twice. */
const TOLERANCE = 0.4;

export function dropOverlapping(plots: readonly Plot[]): Plot[] {
  const kept: { plot: Plot; box: ReturnType<typeof boxOf> }[] = [];
  for (const plot of plots) {
    const rings = plot.parts.map(({ footprint }) => footprint);
    const box = boxOf(rings);
    const overlaps = kept.some(
      (other) =>
        doBoxesMeet(other.box, box) &&
        other.plot.parts.some(({ footprint }) =>
          rings.some((ring) => areaSize(intersect([ring], [footprint])) > TOLERANCE),
        ),
    );
    if (!overlaps) kept.push({ plot, box });
  }
  return kept.map(({ plot }) => plot);
}

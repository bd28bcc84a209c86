/** Lets planned buildings stand on the ground as it became. */
import type { Building, Plot } from './building.ts';
import { drawEnergyLabel } from './energy-labels.ts';
import { mix, type Path, type Point } from './point.ts';
import type { Random } from './random.ts';
import type { Grid } from './raster.ts';

/** Lowest and mean ground along the walls, m NAP. */
function groundAlong(ring: Path, z: Float32Array, grid: Grid): { lowest: number; mean: number } {
  let lowest = Number.POSITIVE_INFINITY;
  let sum = 0;
  let count = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] as Point;
    for (let k = 0; k < 4; k++) {
      const p = mix(a, b, k / 4);
      const level = z[Math.floor(p.y) * grid.width + Math.floor(p.x)] ?? 0;
      lowest = Math.min(lowest, level);
      sum += level;
      count++;
    }
  });
  return { lowest, mean: sum / count };
}

/** The floor lies 0.1 m above the mean ground; the walls go down to the lowest. */
export function standOnGround(plots: readonly Plot[], z: Float32Array, grid: Grid, random: Random): Building[] {
  return plots.map((plot, i): Building => {
    const grounds = plot.parts.map((part) => groundAlong(part.footprint, z, grid));
    const ground = Math.round(Math.min(...grounds.map(({ lowest }) => lowest)) * 100) / 100;
    const floor = Math.round((Math.max(...grounds.map(({ mean }) => mean)) + 0.1) * 100) / 100;
    return {
      id: `NL.IMBAG.Pand.9998100000${String(i + 1).padStart(6, '0')}`,
      plot,
      solids: plot.parts.map((part) => part.shape(ground, floor)),
      ground,
      energyLabel: drawEnergyLabel(plot, random),
    };
  });
}

/** Cells with anyone in them, as CSV: their middles (m), the most persons/m² over ten seconds, and the mean over the whole time. */
import type { DensityGrid } from '../../model/crowd-answer.ts';

export function writeDensity({ west, south, cell, width, height, most, mean }: DensityGrid): string {
  const lines = ['x,y,most_persons_per_m2,mean_persons_per_m2'];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const i = row * width + column;
      if (most[i] === 0) continue;
      const x = west + (column + 0.5) * cell;
      const y = south + (row + 0.5) * cell;
      lines.push([x, y, most[i] as number, mean[i] as number].map((value) => value.toFixed(3)).join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** How long one picture from a window takes: a town of 100,000 triangles at 600 × 400 samples. */
import { drawScene, SAMPLES } from '../../src/engines/outlook.ts';
import { boxSoup } from '../engines/box-soup.ts';
import { median, printFigure } from './figures.ts';

const SIDE = 92;

/** Houses on a square lattice, 12 triangles each, the eye among them at the southern edge. */
export function benchOutlook(): void {
  const houses = Array.from({ length: SIDE * SIDE }, (_, i) => ({
    x: ((i % SIDE) - SIDE / 2) * 14,
    y: 20 + Math.floor(i / SIDE) * 14,
    width: 8,
    depth: 9,
    low: 0,
    high: 6 + ((i * 7) % 5),
    degrees: (i * 37) % 90,
  }));
  const soup = boxSoup(houses, 2);
  const eye = { x: 0, y: 0, z: 4.3, headingDegrees: 0 };
  const seconds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    drawScene([soup], eye, SAMPLES);
    return (performance.now() - start) / 1000;
  });
  const seen = `${soup.indices.length / 3} triangles, ${SAMPLES.join(' × ')} samples, median of ${seconds.length}`;
  printFigure('one picture from a window', seen, median(seconds), '≤', 0.25, 's');
}

/** "Sluis in de Markerdijk": the geometry of the two variants of the plan that cuts the ring dike. */
import type { Random } from './random.ts';
import { drawDijkhaven } from './sluis-dijkhaven.ts';
import { drawSchutsluis } from './sluis-schutsluis.ts';
import { finishSluis, type SluisSketch } from './sluis-site.ts';

const variants: Readonly<Record<string, () => SluisSketch>> = {
  schutsluis: drawSchutsluis,
  dijkhaven: drawDijkhaven,
};

/** By id of the variant. */
export const drawSluis = (random: Random): Readonly<Record<string, ReturnType<typeof finishSluis>>> =>
  Object.fromEntries(Object.entries(variants).map(([id, draw]) => [id, finishSluis(draw(), random.fork(id))]));

/** Havenkwartier: the geometry of the three variants of the plan on the site of the former dairy. */
import { drawHaven } from './havenkwartier-haven.ts';
import { drawHoven } from './havenkwartier-hoven.ts';
import { drawKade } from './havenkwartier-kade.ts';
import { finishSketch, type Sketch, type VariantSources } from './havenkwartier-site.ts';
import type { Random } from './random.ts';

const variants: Readonly<Record<string, (random: Random) => Sketch>> = {
  kade: drawKade,
  hoven: drawHoven,
  haven: drawHaven,
};

/** By id of the variant. */
export const drawHavenkwartier = (random: Random): Readonly<Record<string, VariantSources>> =>
  Object.fromEntries(
    Object.entries(variants).map(([id, draw]) => [id, finishSketch(draw(random.fork(id)), random.fork(`${id} trees`))]),
  );

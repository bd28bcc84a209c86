import { seedRandom } from '../model/random.ts';

/** Seeded random numbers: the same seed gives the same town, byte for byte. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Whole number from low to high, both included. */
  whole(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight: pairs of value and weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** Normal distribution, Box and Muller. */
  normal(mean: number, deviation: number): number;
  /** An independent stream: what one part draws does not shift the others. */
  fork(name: string): Random;
}

/** FNV-1a, 32 bits. */
function hash(text: string, start: number): number {
  let value = (2166136261 ^ start) >>> 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
  return value;
}

export function createRandom(seed: number): Random {
  const next = seedRandom(seed);
  const random: Random = {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    weighted(items) {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of items) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return (items[items.length - 1] as (typeof items)[number])[0];
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => createRandom(hash(name, seed)),
  };
  return random;
}

// At module level: a function made anew at every call costs more than the noise itself.
const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);

/** A value in [−1, 1) at a whole-numbered corner. */
function cornerNoise(a: number, b: number, seed: number): number {
  let h = Math.imul(a, 374761393) ^ Math.imul(b, 668265263) ^ Math.imul(seed, 974634241);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
}

/** Smooth noise in about [−1, 1] at a point, features of about `size` metres: value noise with a quintic fade. */
export function valueNoise(x: number, y: number, size: number, seed: number): number {
  const u = x / size;
  const v = y / size;
  const i = Math.floor(u);
  const j = Math.floor(v);
  const fu = fade(u - i);
  const fv = fade(v - j);
  const south = cornerNoise(i, j, seed) * (1 - fu) + cornerNoise(i + 1, j, seed) * fu;
  const north = cornerNoise(i, j + 1, seed) * (1 - fu) + cornerNoise(i + 1, j + 1, seed) * fu;
  return south * (1 - fv) + north * fv;
}

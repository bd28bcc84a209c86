/**
 * Seeded numbers, uniform in [0, 1): the same seed gives the same row on every machine. Generator "mulberry32" (T. Ettinger, public
 * domain): one 32-bit word of state, enough for a town, for textures and for tests; not for secrets.
 */
export function seedRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

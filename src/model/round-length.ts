/** The largest of 1, 2 or 5 times a power of ten that is not above `most` (which is positive). */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((factor) => factor * power <= most) ?? 1;
  return step * power;
}

/**
 * A month is no row of mean days: it has dark days and bright ones, and only the bright ones have beams worth the name. Bendt,
 * Collares-Pereira & Rabl (1981, Solar Energy 27) found how the clearness of its days is distributed when the month's mean is known:
 * density ∝ exp(γ·k) between a lowest and a highest clearness. γ is solved here, where they tabulate it.
 */

const LOWEST = 0.05;
/** Of clearness: fine enough that twice as many change no yearly sum by 0.1 %. */
const KINDS = 8;

/** Mean of the distribution ∝ exp(γ·k) on [low, high]. */
function meanClearness(gamma: number, low: number, high: number): number {
  const width = high - low;
  const x = gamma * width;
  if (Math.abs(x) < 1e-6) return low + width / 2;
  return high - width * (1 / x - 1 / Math.expm1(x));
}

/** Clearness of kinds of days that are equally many, from dark to bright; their mean is `mean`. */
export function listDayKinds(mean: number): readonly number[] {
  const high = Math.min(0.82, 0.6313 + 0.267 * mean - 11.9 * (mean - 0.75) ** 8);
  if (mean <= LOWEST * 1.5 || mean >= high * 0.97) return [mean];
  let [from, until] = [-400, 400];
  for (let i = 0; i < 60; i++) {
    const middle = (from + until) / 2;
    if (meanClearness(middle, LOWEST, high) < mean) from = middle;
    else until = middle;
  }
  const gamma = (from + until) / 2;
  const kinds = Array.from({ length: KINDS }, (_, i) => {
    const share = (i + 0.5) / KINDS;
    return Math.log1p(share * Math.expm1(gamma * (high - LOWEST))) / gamma + LOWEST;
  });
  const scale = mean / (kinds.reduce((sum, k) => sum + k, 0) / KINDS);
  return kinds.map((k) => k * scale);
}

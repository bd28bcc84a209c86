/**
 * What an energy label says of the heat that a home needs. Its letter is a band of primary fossil energy, kWh/m² a year (RVO,
 * Voorbeeldwoningen bestaande bouw 2022, after NTA 8800). Of a home with a gas boiler that is its heat over the boiler's efficiency,
 * plus hot water and fans: the two figures below are ours. Panels and heat pumps raise a letter without saving heat, so A and
 * better only say that it is not more than A's.
 */
const EFFICIENCY = 0.9;
/** kWh/m² a year of primary energy for hot water, fans and pumps. */
const OTHER = 35;

/** Most primary energy of each letter, kWh/m². */
const upTo = { A: 160, B: 190, C: 250, D: 290, E: 335, F: 380, G: Number.POSITIVE_INFINITY } as const;
const letters = Object.keys(upTo) as readonly (keyof typeof upTo)[];
const toHeat = (primary: number) => EFFICIENCY * (primary - OTHER);

/** Lowest and highest net heat demand, kWh/m²; undefined for what is no label. */
export function readLabel(label: string): readonly [low: number, high: number] | undefined {
  const match = /^([A-G])(\+*)$/.exec(label.trim().toUpperCase());
  const row = letters.indexOf(match?.[1] as keyof typeof upTo);
  if (!match || row < 0 || (row > 0 && match[2] !== '')) return undefined;
  const before = letters[row - 1];
  return [before === undefined ? 0 : toHeat(upTo[before]), toHeat(upTo[letters[row] as keyof typeof upTo])];
}

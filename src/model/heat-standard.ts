/** The yardstick of `heat.ts`, by the shape of a home. */

/**
 * The Standaard of a home of this shape, kWh/m²: `form` is its skin (floors above ground count for 0.7) over its floor area. Met in
 * RVO's example homes, but for flats from before 1946, of which none was at hand.
 */
export function standardDemand(form: number, isOld: boolean, isFlat: boolean): number {
  const over = Math.max(0, form - 1);
  if (isFlat) return isOld ? 95 + 70 * over : 45 + 45 * over;
  return isOld ? 60 + 105 * over : 43 + 40 * over;
}

/**
 * Two of RVO's example homes from 1965–1974 as they are now: kWh/m² that they need, and their form by the areas that RVO gives. The one
 * amid its row needs less and is further from its Standaard: with less skin to lose through, more is asked of it.
 */
const examples = { row: { form: 1.36, demand: 141.92 }, end: { form: 1.85, demand: 183.59 } } as const;

const judge = ({ form, demand }: { readonly form: number; readonly demand: number }) => {
  const standard = standardDemand(form, false, false);
  return { form, demand, standard, ratio: demand / standard };
};

export const standardExamples = { row: judge(examples.row), end: judge(examples.end) } as const;

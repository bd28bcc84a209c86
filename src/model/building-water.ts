/** Classes of buildings by the water at their façade, and how the picture and its legend mark them. */

/** Nothing at the façade; water below the threshold; too near to say; above it. */
export const buildingWaterClasses = ['dry', 'facade', 'undecided', 'inside'] as const;
export type BuildingWaterClass = (typeof buildingWaterClasses)[number];

/** As the picture and the legend colour them, from light to dark; what is about the threshold is hatched. sRGB. */
export const buildingWaterColors: Readonly<Record<BuildingWaterClass, `#${string}`>> = {
  dry: '#f4f1ea',
  facade: '#f6d25a',
  undecided: '#e8893a',
  inside: '#8f1d3f',
};

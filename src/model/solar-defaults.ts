/**
 * What holds where nobody chose otherwise. These are choices, not measurements: each can be changed in `municipality.json` and in the
 * panel, and each says on what it rests.
 */
import type { SolarSettings } from './solar.ts';

export const defaultSolarSettings: SolarSettings = {
  // A module of 108 half cells of 182 mm, the commonest size on homes since about 2022; its peak power is what such a module carries.
  panel: { width: 1.134, height: 1.722, peakW: 430 },
  // Fitters keep 0.2 to 0.5 m free of ridge, eaves and verge: for wind, and to reach what lies there.
  edge: 0.3,
  // 13°: what ballasted frames for flat roofs are made for. The pitch leaves a row in the light when the sun stands 18° above the
  // one before it: 0.26 m of height needs 0.79 m behind 1.1 m of panel.
  flat: { layout: 'south', tiltDegrees: 13, pitch: 1.9 },
  // With it a roof of 35° to the south gives 890 to 975 kWh per kWp, as systems in the Netherlands do (`verification.md`).
  performanceRatio: 0.8,
  // About 90, 75 and 60 % of what the best direction (35°, south) gets at De Bilt, 1,130 kWh/m² a year: our choice.
  thresholds: { excellent: 1020, good: 850, moderate: 680 },
  // Under four panels (some 1,400 kWh) inverter and scaffold weigh more than the panels: our choice.
  fewestPanels: 4,
  // Our assumptions, round figures of the right size: contracts and the grid's mix change every year.
  priceKwh: 0.25,
  co2Kwh: 0.27,
  // Roofs, streets and gardens together; the value customary where nothing is known of the ground.
  albedo: 0.2,
};

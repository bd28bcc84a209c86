import { expect, it } from 'vitest';
import { deBilt2000 } from '../../src/engines/solar/climate-de-bilt.ts';
import { createSkyYear } from '../../src/engines/solar/sky-year.ts';
import { createRoofEngine } from '../../src/engines/solar.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { type SolarEvidenceId, solarEvidence, yieldEvidence } from '../../src/model/solar-evidence.ts';
import { solarLeafletText } from '../../src/ui/text/solar-leaflet.ts';
import { engineFor, open, sceneOf, wallBetween } from '../engines/solar/scenes.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const raise = (months: readonly number[], to: number) => months.map((month) => (month * to) / sum(months));
const UCCLE = 965;
const engine = createRoofEngine(sceneOf([]), {
  sky: createSkyYear({ global: raise(deBilt2000.global, UCCLE), diffuse: raise(deBilt2000.diffuse, 579) }, 50.8),
  convergenceDegrees: 0,
  settings: defaultSolarSettings,
});
const onRoof = (azimuthDegrees: number) =>
  sum(engine.evaluatePoint({ ...open, slopeDegrees: 35, azimuthDegrees }).shaded) / UCCLE;

/** Between walls of 10 m, 10 m apart and as good as endless. */
function inStreet(): number {
  const walls = [-5, 5].map((y) => wallBetween(-5000, y, 5000, y, 10));
  return engineFor(walls).evaluatePoint({ ...open, slopeDegrees: 0, azimuthDegrees: 0 }).skyView;
}

it('every figure of the leaflet is what the engine finds, and is told in both languages', () => {
  const found: Record<SolarEvidenceId, number> = {
    south: onRoof(180),
    east: onRoof(90),
    north: onRoof(0),
    street: inStreet(),
  };
  for (const id of Object.keys(solarEvidence) as SolarEvidenceId[]) {
    console.log(`${id}: ${found[id].toFixed(3)}, told ${solarEvidence[id].found}`);
    expect(Number(found[id].toFixed(solarEvidence[id].decimals)), id).toBe(solarEvidence[id].found);
    for (const text of Object.values(solarLeafletText)) expect(text.cases[id].length).toBeGreaterThan(10);
  }
  const perKwp = 0.8 * sum(engineFor([]).evaluatePoint({ ...open, slopeDegrees: 35, azimuthDegrees: 180 }).shaded);
  expect(Math.round(perKwp)).toBe(yieldEvidence.found);
});

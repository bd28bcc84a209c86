import { describe, expect, it } from 'vitest';
import { lensToFov } from '../../src/scene/lens.ts';

const DEGREES = 180 / Math.PI;
/** Half width and height of the picture at unit distance, from what CesiumJS calls the field of view: that of the longer side. */
function halfSides(fieldOfViewDegrees: number, aspect: number): readonly [number, number] {
  const long = Math.tan(lensToFov(fieldOfViewDegrees, aspect) / 2);
  return aspect >= 1 ? [long, long / aspect] : [long * aspect, long];
}

describe('a 50 mm lens on screens of other shapes', () => {
  const across = 2 * Math.atan(18 / 50) * DEGREES;

  it('is 39.6° across on a picture of 3 to 2', () => {
    expect(lensToFov(across, 1.5) * DEGREES).toBeCloseTo(39.6, 1);
  });

  for (const aspect of [0.46, 0.8, 1, 1.2, 1.5, 16 / 9, 3]) {
    it(`shows all of the picture of 3 to 2 and no less large than it must be at ${aspect.toFixed(2)}`, () => {
      const [wide, high] = halfSides(across, aspect);
      expect(wide).toBeGreaterThanOrEqual(18 / 50 - 1e-12);
      expect(high).toBeGreaterThanOrEqual(12 / 50 - 1e-12);
      expect(Math.min(wide / (18 / 50), high / (12 / 50))).toBeCloseTo(1, 12);
    });
  }
});

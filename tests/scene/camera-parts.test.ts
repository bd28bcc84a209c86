import { Cartesian3, Math as CesiumMath } from 'cesium';
import { describe, expect, it } from 'vitest';
import { meetGround } from '../../src/scene/footprint.ts';
import { cartesianToRd, rdToCartesian } from '../../src/scene/frames.ts';
import { keysToMotion } from '../../src/scene/keyboard.ts';
import { limitOrbit, orbitToView } from '../../src/scene/orbit.ts';

const place = { x: 147000, y: 508000, nap: -3.9 };

describe('frames', () => {
  it('goes from RD and NAP to the earth and back within a millimetre', () => {
    const back = cartesianToRd(rdToCartesian(place));
    expect(back?.x).toBeCloseTo(place.x, 3);
    expect(back?.y).toBeCloseTo(place.y, 3);
    expect(back?.nap).toBeCloseTo(place.nap, 3);
  });

  it('knows no place in RD outside the Netherlands', () => {
    expect(cartesianToRd(Cartesian3.fromDegrees(20, 0, 0))).toBeUndefined();
  });
});

describe('the footprint of a view', () => {
  it('meets flat ground where the line of sight does', () => {
    const [east, north] = meetGround([0.6, 0, -0.8], 8, 100);
    expect(east).toBeCloseTo(6);
    expect(north).toBeCloseTo(0);
  });

  it('ends at its reach when the line of sight goes to the sky or to the horizon', () => {
    expect(meetGround([0, 1, 0.2], 8, 100)).toEqual([0, 100]);
    expect(meetGround([0, -0.9999, -0.0001], 8, 100)[1]).toBeCloseTo(-100);
    expect(meetGround([0, 0, -1], 8, 100)).toEqual([0, 0]);
  });
});

describe('an orbit', () => {
  const pivot = rdToCartesian(place);

  it('never goes below the ground, upside down, too near or too far', () => {
    const low = limitOrbit({ pivot, heading: -1, pitch: 0.4, range: 1 });
    expect(low.range * Math.sin(-low.pitch)).toBeGreaterThanOrEqual(2 - 1e-9);
    expect(low.heading).toBeCloseTo(CesiumMath.TWO_PI - 1);
    expect(limitOrbit({ pivot, heading: 0, pitch: -3, range: 1e9 })).toMatchObject({ range: 30_000 });
    expect(limitOrbit({ pivot, heading: 0, pitch: -3, range: 100 }).pitch).toBeGreaterThan(-CesiumMath.PI_OVER_TWO);
  });

  it('puts the eye at its distance behind and above what it looks at', () => {
    const { destination } = orbitToView({ pivot, heading: 0, pitch: CesiumMath.toRadians(-30), range: 200 });
    const eye = cartesianToRd(destination);
    expect(Cartesian3.distance(destination, pivot)).toBeCloseTo(200, 6);
    expect(eye?.nap).toBeCloseTo(place.nap + 100, 1);
    expect((eye?.y ?? 0) - place.y).toBeCloseTo(-173.2, 0);
  });
});

describe('keys', () => {
  it('add up, and opposite ones cancel', () => {
    expect(keysToMotion(['ArrowUp', 'ArrowLeft'], false)).toMatchObject({ forward: 1, right: -1 });
    expect(keysToMotion(['ArrowUp', 'ArrowDown'], false)).toMatchObject({ forward: 0 });
  });

  it('turn on foot what moves sideways in the air', () => {
    expect(keysToMotion(['ArrowLeft'], true)).toMatchObject({ turn: -1, right: 0 });
    expect(keysToMotion(['KeyA', 'KeyW'], true)).toMatchObject({ right: -1, forward: 1 });
    expect(keysToMotion(['KeyW'], false)).toMatchObject({ forward: 0 });
  });
});

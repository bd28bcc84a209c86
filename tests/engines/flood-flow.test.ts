import { describe, expect, it } from 'vitest';
import { listFlow } from '../../src/engines/flood-flow.ts';
import { decodeFlow, encodeFlow, NO_FLOW, readFlow } from '../../src/model/flood-flow.ts';
import { toHalf } from '../../src/model/half-float.ts';

describe('flow in cells', () => {
  it('is the mean discharge through both sides over the depth', () => {
    // Three by two cells; 0.06 m²/s through every side to the east, 0.02 to the north.
    const depth = new Float32Array(6).fill(0.2);
    const codes = listFlow({ depth, qx: new Float32Array(6).fill(0.06), qy: new Float32Array(6).fill(0.02) }, 3);
    const [east, north] = decodeFlow(codes[4] as number);
    expect(east).toBeCloseTo(0.3, 1);
    expect(north).toBeCloseTo(0.1, 1);
    // Nothing comes in over the western and southern border.
    expect(decodeFlow(codes[3] as number)[0]).toBeLessThan(east);
    expect(decodeFlow(codes[1] as number)[1]).toBeLessThan(north);
  });

  it('is none where water is too shallow to be drawn, hardly moves, or always stands', () => {
    const depth = Float32Array.from([0.2, 0.04, 0.2, 0.2]);
    const qx = Float32Array.from([0.1, 0.1, 0.1, 0.1]);
    const initial = Float32Array.from([0, 0, 0.1, 0]);
    const codes = listFlow({ depth, qx, qy: new Float32Array(4) }, 4, initial);
    expect(Array.from(codes, (code) => code === NO_FLOW)).toEqual([false, true, true, false]);
    expect(
      listFlow({ depth, qx: qx.map(() => 0.003), qy: new Float32Array(4) }, 4).every((code) => code === NO_FLOW),
    ).toBe(true);
  });
});

describe('codes of flow', () => {
  it('keep speed and direction in all directions, well within what a model knows', () => {
    for (let degrees = 0; degrees < 360; degrees += 7) {
      for (const speed of [0.05, 0.1, 0.3, 1, 2.5]) {
        const angle = (degrees * Math.PI) / 180;
        const [east, north] = decodeFlow(encodeFlow(speed * Math.sin(angle), speed * Math.cos(angle)));
        const off = Math.hypot(east - speed * Math.sin(angle), north - speed * Math.cos(angle));
        expect(off).toBeLessThan(0.012 + 0.1 * speed);
      }
    }
    expect(encodeFlow(0.01, -0.01)).toBe(NO_FLOW);
    expect(decodeFlow(encodeFlow(50, -50))).toEqual([4, -4]);
  });

  it('are read at a place between two moments, as a speed and a direction', () => {
    const frame = { west: 100, south: 200, cellSize: 4, width: 2, height: 1 };
    const values = Uint16Array.from([0, 0, 0, 0, 0, 0.5, 0.5, 0.5], toHalf);
    const picture = { frame, values };
    expect(readFlow(picture, 0.5, 102, 202)).toBeUndefined();
    expect(readFlow(picture, 0, 106, 202)).toEqual({ speed: 0.5, degrees: 0 });
    expect(readFlow(picture, 1, 106, 202)?.degrees).toBeCloseTo(45, 6);
    expect(readFlow(picture, 0.5, 106, 202)?.speed).toBeCloseTo(Math.hypot(0.25, 0.5), 3);
    expect(readFlow(picture, 0, 99, 202)).toBeUndefined();
  });
});

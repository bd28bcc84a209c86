import { describe, expect, it } from 'vitest';
import { attest } from './flood/attest.ts';
import { flood } from './flood/engine.ts';
import { makeGround, observedOrders, tell } from './flood/ground.ts';

/** Rain on an endless plane that drains freely: the kinematic wave (Woolhiser and Liggett 1967). */
interface Plane {
  readonly slope: number;
  readonly manning: number;
  /** m/s. */
  readonly rain: number;
}
const LENGTH = 100;
const timeToEquilibrium = ({ slope, manning, rain }: Plane) =>
  ((manning * LENGTH) / (Math.sqrt(slope) * rain ** (2 / 3))) ** 0.6;
const steadyDepth = ({ slope, manning, rain }: Plane, x: number) => ((manning * rain * x) / Math.sqrt(slope)) ** 0.6;

/** `q` at the foot after half the time and after three times; `depth`: mean relative distance to the steady depths, in L1. */
function rainOnPlane(plane: Plane, cellSize: number) {
  const width = LENGTH / cellSize;
  const time = timeToEquilibrium(plane);
  const ground = makeGround({
    width,
    height: 1,
    cellSize,
    manning: plane.manning,
    seconds: 3 * time,
    bedAt: (x) => (LENGTH - x) * plane.slope,
  });
  const found = { half: 0, full: 0, depth: 0, foot: 0 };
  flood(
    {
      ...ground,
      rain: [{ second: 0, value: plane.rain }],
      borders: { ...ground.borders, east: 'open' },
    },
    {
      moments: [time / 2, 3 * time],
      onMoment({ second, depth, qx }) {
        if (second < time) {
          found.half = qx[width - 1] as number;
          return;
        }
        found.full = qx[width - 1] as number;
        let [off, all] = [0, 0];
        for (let cell = 0; cell < width; cell++) {
          const exact = steadyDepth(plane, (cell + 0.5) * cellSize);
          off += Math.abs((depth[cell] as number) - exact);
          all += exact;
        }
        found.depth = off / all;
        found.foot = depth[width - 1] as number;
      },
    },
  );
  return found;
}

describe('FL3: rain on a plane becomes the kinematic wave', () => {
  it('on 1 in 100', () => {
    const plane = { slope: 0.01, manning: 0.05, rain: 70 / 3.6e6 };
    const time = timeToEquilibrium(plane);
    expect(time).toBeCloseTo(801.4, 1);
    const steady = plane.rain * LENGTH;
    const rising = (Math.sqrt(plane.slope) / plane.manning) * ((plane.rain * time) / 2) ** (5 / 3);
    const errors = [2, 1, 0.5].map((cellSize) => {
      const { half, full, depth, foot } = rainOnPlane(plane, cellSize);
      tell(
        `FL3 at ${cellSize} m`,
        `q ${(full * 1e3).toFixed(4)}e-3, q(t/2) ${(half * 1e3).toFixed(4)}e-3 m²/s, h(L) ${(foot * 1e3).toFixed(2)} mm, L1 ${(depth * 100).toFixed(2)} %`,
        `${(steady * 1e3).toFixed(4)}e-3 ± 0.5 %, ${(rising * 1e3).toFixed(4)}e-3 ± 1 %, 15.58 mm, 3 %`,
      );
      attest('plane', 1000 * full);
      expect(Math.abs(full / steady - 1)).toBeLessThan(0.005);
      expect(depth).toBeLessThan(0.03);
      // The rising limb of coarse cells begins half a cell late; it has to be right at the finest.
      if (cellSize <= 1) expect(Math.abs(half / rising - 1)).toBeLessThan(0.01);
      return depth;
    });
    tell(
      'FL3 order of the depth',
      observedOrders(errors)
        .map((order) => order.toFixed(2))
        .join(', '),
      'falls with the cells',
    );
  });

  it('FL3b: on a polder of 1 in 1000', () => {
    const plane = { slope: 0.001, manning: 0.03, rain: 70 / 3.6e6 };
    expect(timeToEquilibrium(plane)).toBeCloseTo(1177, 0);
    for (const cellSize of [2, 1, 0.5]) {
      const { depth, foot, full } = rainOnPlane(plane, cellSize);
      tell(
        `FL3b at ${cellSize} m`,
        `q ${(full * 1e3).toFixed(4)}e-3 m²/s, h(L) ${(foot * 1e3).toFixed(2)} mm, L1 ${(depth * 100).toFixed(2)} %`,
        '1.9444e-3, 22.88 mm, 8 %',
      );
      expect(depth).toBeLessThan(0.08);
    }
  });
});

/** Two hillsides of 800 × 1000 m and a channel of 20 m between them, below their foot (Di Giammarco et al. 1996). */
function rainOnValley(cellSize: number) {
  const [hill, channel] = [800 / cellSize, 20 / cellSize];
  const [width, height] = [2 * hill + channel, 1000 / cellSize];
  const isChannel = (column: number) => column >= hill && column < hill + channel;
  const foot = 21;
  const ground = makeGround({
    width,
    // One closed row below the hillsides: only the channel has an open border.
    height: height + 1,
    cellSize,
    manning: 0.015,
    seconds: 10_800,
    bedAt(x, y) {
      const column = Math.floor(x / cellSize);
      if (isChannel(column)) return 0.02 * (y - cellSize);
      return foot + 0.05 * (column < hill ? 800 - x : x - 820);
    },
  });
  const isOpen = (cell: number) => cell >= width || isChannel(cell % width);
  const rain = 10.8 / 3.6e6;
  const input = {
    ...ground,
    closed: Uint8Array.from(ground.bed, (_, cell) => (isOpen(cell) ? 0 : 1)),
    // The channel's row before the border is only its outlet.
    rainFactor: Float32Array.from(ground.bed, (_, cell) => (cell < width ? 0 : 1)),
    manning: Float32Array.from(ground.bed, (_, cell) => (isChannel(cell % width) ? 0.15 : 0.015)),
    rain: [
      { second: 0, value: rain },
      { second: 5400, value: 0 },
    ],
    borders: { ...ground.borders, south: 'open' },
  } as const;
  const found = { outlet: 0, west: 0, east: 0 };
  const { balance } = flood(input, {
    moments: [5400],
    onMoment({ qx, qy }) {
      for (let column = hill; column < hill + channel; column++)
        found.outlet -= (qy[width + column - width] as number) * cellSize;
      for (let row = 1; row <= height; row++) {
        found.west += (qx[row * width + hill - 1] as number) * cellSize;
        found.east -= (qx[row * width + hill + channel - 1] as number) * cellSize;
      }
    },
  });
  return { ...found, balance, fallen: rain * 5400 * 1620 * 1000 };
}

describe('FL4: a valley of two hillsides and a channel', () => {
  it.each([20, 10])('at cells of %d m', (cellSize) => {
    const { outlet, west, east, balance, fallen } = rainOnValley(cellSize);
    const volume = (balance.outflow + balance.stored) / fallen - 1;
    tell(
      `FL4 at ${cellSize} m`,
      `${outlet.toFixed(3)}, ${west.toFixed(3)}, ${east.toFixed(3)} m³/s, volume ${(volume * 100).toFixed(4)} %`,
      '4.860, 2.400, 2.400 ± 1 %, 0.1 %',
    );
    attest('valley', outlet);
    expect(Math.abs(outlet / 4.86 - 1)).toBeLessThan(0.01);
    expect(Math.abs(west / 2.4 - 1)).toBeLessThan(0.01);
    expect(Math.abs(east / 2.4 - 1)).toBeLessThan(0.01);
    expect(Math.abs(volume)).toBeLessThan(0.001);
  });
});

/** The local-inertial scheme written down as the equations stand: the flood kernel's speed is told beside it. */
import type { FloodInput } from '../../src/model/flood.ts';

const GRAVITY = 9.81;

/** In double precision, without rain; buildings and outer sides are walls. */
export function createPlainKernel(input: FloodInput) {
  const { width, height, cellSize } = input.frame;
  const z = Float64Array.from(input.bed, (value, cell) => (input.closed?.[cell] ? 1e9 : value));
  const h = Float64Array.from(input.initialDepth ?? new Float32Array(width * height));
  const n = (cell: number) => (typeof input.manning === 'number' ? input.manning : input.manning[cell]);
  const friction = Float64Array.from(h, (_, cell) => GRAVITY * n(cell) ** 2);
  const [qx, qy, nextX, nextY] = [0, 1, 2, 3].map(() => new Float64Array(width * height)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const scale = new Float64Array(width * height);

  /** Along one axis `step` cells apart; `side` cells apart along the other. */
  function computeSides(
    dt: number,
    q: Float64Array,
    other: Float64Array,
    to: Float64Array,
    step: number,
    side: number,
  ): void {
    const [rows, columns] = step === 1 ? [height, width - 1] : [height - 1, width];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const at = row * width + column;
        const next = at + step;
        const hf = Math.max(z[at] + h[at], z[next] + h[next]) - Math.max(z[at], z[next]);
        to[at] = 0;
        if (!(hf > 1e-5)) continue;
        const slope = (z[next] + h[next] - z[at] - h[at]) / cellSize;
        const before = at >= step ? q[at - step] : 0;
        const across = at >= side ? 0.25 * (other[at] + other[next] + other[at - side] + other[next - side]) : 0;
        const free = 0.9 * q[at] + 0.05 * (before + q[next]) - GRAVITY * hf * dt * slope;
        const drag = (2 * dt * (friction[at] + friction[next]) * Math.hypot(free, across)) / hf ** (7 / 3);
        to[at] = (2 * free) / (1 + Math.sqrt(1 + drag));
      }
    }
  }

  function findScales(rate: number): void {
    for (let at = 0; at < h.length; at++) {
      const west = at % width > 0 ? Math.max(-nextX[at - 1], 0) : 0;
      const south = at >= width ? Math.max(-nextY[at - width], 0) : 0;
      const leaving = (Math.max(nextX[at], 0) + west + Math.max(nextY[at], 0) + south) * rate;
      scale[at] = leaving > h[at] ? h[at] / leaving : 1;
    }
  }

  return {
    /** m, as it stands now. */
    depth: h as Readonly<Float64Array>,
    step(dt: number): void {
      computeSides(dt, qx, qy, nextX, 1, width);
      computeSides(dt, qy, qx, nextY, width, 1);
      const rate = dt / cellSize;
      findScales(rate);
      for (let at = 0; at < h.length; at++) {
        qx[at] = nextX[at] * (nextX[at] > 0 || at % width === width - 1 ? scale[at] : scale[at + 1]);
        qy[at] = nextY[at] * (nextY[at] > 0 || at >= width * (height - 1) ? scale[at] : scale[at + width]);
      }
      for (let at = 0; at < h.length; at++) {
        const west = at % width > 0 ? qx[at - 1] : 0;
        const south = at >= width ? qy[at - width] : 0;
        h[at] = Math.max(0, h[at] + (west - qx[at] + south - qy[at]) * rate);
      }
    },
  };
}

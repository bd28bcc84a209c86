import type { Soup } from '../../src/engines/outlook-raster.ts';

/** An upright box: middle of its foot, sizes across and along, turned clockwise by `degrees`. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  readonly low: number;
  readonly high: number;
  readonly degrees?: number;
}

const faces = [
  0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7, 4, 5, 6, 4, 6, 7, 0, 2, 1, 0, 3, 2,
];

export function boxSoup(boxes: readonly Box[], kind: number): Soup {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const { x, y, width, depth, low, high, degrees = 0 } of boxes) {
    const first = positions.length / 3;
    const turn = (degrees * Math.PI) / 180;
    for (const z of [low, high]) {
      for (const [i, j] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        const [across, along] = [(i * width) / 2, (j * depth) / 2];
        positions.push(
          x + across * Math.cos(turn) + along * Math.sin(turn),
          y - across * Math.sin(turn) + along * Math.cos(turn),
          z,
        );
      }
    }
    indices.push(...faces.map((corner) => first + corner));
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices), kind };
}

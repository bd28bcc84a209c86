/** Where trees make room for a plan, as a small picture that their shader reads: instanced trees have no feature to hide. */
import { Cartesian3, Cartesian4, Matrix4, TextureMinificationFilter, TextureUniform } from 'cesium';
import { rdToCartesian } from './frames.ts';

const SIZE = 256;

export interface ClearedGround {
  /** Red 255 where nothing of today stands. */
  readonly picture: TextureUniform;
  /** West, south, and one over width and height, in the frame's metres. */
  readonly box: Cartesian4;
}

export const nowhere: ClearedGround = {
  picture: new TextureUniform({ typedArray: new Uint8Array(4), width: 1, height: 1 }),
  box: new Cartesian4(0, 0, 0, 0),
};

/** Where a ring of flat x, y pairs crosses the line at `y`, from west to east: in at the first, out at the next. */
function crossRow(ring: readonly number[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [ring[j], ring[j + 1], ring[i], ring[i + 1]] as [number, number, number, number];
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings.sort((a, b) => a - b);
}

/** `rings` in RD New, flat x, y pairs, at least one; `toFrame` from earth-fixed to the trees' east and north. */
export function drawClearedGround(rings: readonly (readonly number[])[], toFrame: Matrix4): ClearedGround {
  const local = rings.map((ring) => {
    const points: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      const at = rdToCartesian({ x: ring[i] as number, y: ring[i + 1] as number, nap: 0 });
      const { x, y } = Matrix4.multiplyByPoint(toFrame, at, new Cartesian3());
      points.push(x, y);
    }
    return points;
  });
  const xs = local.flatMap((ring) => ring.filter((_, i) => i % 2 === 0));
  const ys = local.flatMap((ring) => ring.filter((_, i) => i % 2 === 1));
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - south];
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  for (const ring of local) {
    for (let row = 0; row < SIZE; row++) {
      const crossings = crossRow(ring, south + ((row + 0.5) / SIZE) * height);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.ceil(((crossings[i] as number) - west) / (width / SIZE) - 0.5);
        const to = Math.ceil(((crossings[i + 1] as number) - west) / (width / SIZE) - 0.5);
        for (let col = Math.max(from, 0); col < Math.min(to, SIZE); col++) pixels[(row * SIZE + col) * 4] = 255;
      }
    }
  }
  const picture = new TextureUniform({
    typedArray: pixels,
    width: SIZE,
    height: SIZE,
    repeat: false,
    minificationFilter: TextureMinificationFilter.LINEAR,
  });
  return { picture, box: new Cartesian4(west, south, 1 / width, 1 / height) };
}

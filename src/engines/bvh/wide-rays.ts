/** The hierarchy in the memory of the kernel (`bvh/kernel/rays.ts`), one memory for each. */
import type { Bvh } from './build.ts';
import { packWide } from './pack-wide.ts';
import type { Ray } from './ray.ts';

interface KernelExports {
  readonly setup: (stack: number, nodes: number, blocks: number, root: number) => void;
  readonly occluded: (...ray: Ray) => number;
  readonly occludeAll: (
    points: number,
    pointCount: number,
    directions: number,
    directionCount: number,
    near: number,
    far: number,
    out: number,
  ) => void;
}

export interface WideRays {
  readonly occluded: KernelExports['occluded'];
  /** As {@link import('../bvh.ts').shadePoints}. */
  readonly shadePoints: (
    points: Float32Array,
    directions: Float32Array,
    near: number,
    far: number,
    out: Uint8Array,
  ) => void;
}

const PAGE = 65_536;
/** Bytes for links that wait: three for each of the 72 levels that a tree can have. */
const STACK = 4096;
/** The compiler keeps what it likes below. */
const START = 4096;
/** Bytes of rays at a time. */
const BATCH = 1 << 20;
const align = (bytes: number) => (bytes + 127) & ~127;

export function createWideRays(bvh: Bvh, module: WebAssembly.Module): WideRays {
  const { nodes, blocks, root } = packWide(bvh);
  const nodesAt = align(START + STACK);
  const blocksAt = align(nodesAt + nodes.byteLength);
  const raysAt = align(blocksAt + blocks.byteLength);
  const pages = Math.ceil((raysAt + BATCH) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(new Uint8Array(nodes.buffer, nodes.byteOffset, nodes.byteLength), nodesAt);
  bytes.set(new Uint8Array(blocks.buffer), blocksAt);
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
  kernel.setup(START, nodesAt, blocksAt, root);

  return {
    occluded: kernel.occluded,
    shadePoints(points, directions, near, far, out) {
      const count = directions.length / 3;
      if (count === 0) return;
      const pointsAt = align(raysAt + directions.byteLength);
      // As many points as there is room for, of twelve bytes and one for each direction.
      const most = Math.floor((raysAt + BATCH - pointsAt - 128) / (12 + count));
      if (most < 1) throw new Error(`${count} directions at a time are too many.`);
      new Float32Array(memory.buffer, raysAt, directions.length).set(directions);
      for (let first = 0; 3 * first < points.length; first += most) {
        const some = points.subarray(3 * first, 3 * (first + most));
        const outAt = align(pointsAt + some.byteLength);
        new Float32Array(memory.buffer, pointsAt, some.length).set(some);
        const answers = out.subarray(first * count, (first + some.length / 3) * count);
        bytes.set(answers, outAt);
        kernel.occludeAll(pointsAt, some.length / 3, raysAt, count, near, far, outAt);
        answers.set(bytes.subarray(outAt, outAt + answers.length));
      }
    },
  };
}

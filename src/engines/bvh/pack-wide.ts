/**
 * The hierarchy for the kernel (`bvh/kernel/rays.ts`): four boxes a node, four triangles a leaf, each number beside its three fellows so
 * that one instruction looks at all.
 */
import { type Bvh, TRIANGLE } from './build.ts';

/** Numbers of a node and of four triangles. */
const NODE = 32;
const BLOCK = 52;
const FIRST_LINK = 24;
const SLACK = 48;
/** What rounding in single precision may put a ray off per metre of distance, as share of a side. */
const ROUNDING = 5e-7;

export interface WideBvh {
  readonly nodes: Float32Array;
  readonly blocks: Float32Array;
  /** A node's number, or the complement of a block's. */
  readonly root: number;
}

/** A child of a binary node: its link and where its box lies. */
interface Child {
  readonly link: number;
  readonly box: number;
}

const childrenOf = (bvh: Bvh, node: number): Child[] => [
  { link: bvh.links[node + 12] as number, box: node },
  { link: bvh.links[node + 13] as number, box: node + 6 },
];

function halfArea(nodes: Float32Array, at: number): number {
  const side = (axis: number) => (nodes[at + 3 + axis] as number) - (nodes[at + axis] as number);
  return side(0) * side(1) + side(1) * side(2) + side(2) * side(0);
}

/** Up to four: the largest is opened until they are. */
function gatherChildren(bvh: Bvh, node: number): Child[] {
  const children = childrenOf(bvh, node);
  while (children.length < 4) {
    let best = -1;
    let largest = -1;
    for (const [i, { link, box }] of children.entries()) {
      const area = link < 0 ? -1 : halfArea(bvh.nodes, box);
      if (area > largest) [best, largest] = [i, area];
    }
    if (best < 0) break;
    children.splice(best, 1, ...childrenOf(bvh, (children[best] as Child).link));
  }
  return children;
}

function packLeaf(bvh: Bvh, link: number, blocks: number[]): number {
  const leaf = ~link;
  const block = blocks.length;
  // Four triangles without area: never met.
  for (let k = 0; k < BLOCK; k++) blocks.push(0);
  for (let lane = 0; lane < (leaf & 7); lane++) {
    const at = TRIANGLE * ((leaf >> 3) + lane);
    const triangle = bvh.triangles.subarray(at, at + TRIANGLE);
    for (let k = 0; k < TRIANGLE; k++) blocks[block + 4 * k + lane] = triangle[k] as number;
    const [, , , ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0] = triangle;
    const longest = Math.max(Math.hypot(ax, ay, az), Math.hypot(bx, by, bz), Math.hypot(ax - bx, ay - by, az - bz));
    blocks[block + SLACK + lane] = ROUNDING * longest;
  }
  return ~(block / BLOCK);
}

export function packWide(bvh: Bvh): WideBvh {
  const blocks: number[] = [];
  const nodes: Float32Array[] = [];
  /** Binary nodes that still need a wide one, and where its number goes. */
  const todo: { readonly node: number; readonly links: Int32Array | undefined; readonly at: number }[] = [];
  let root = 0;
  if (bvh.root < 0) root = packLeaf(bvh, bvh.root, blocks);
  else todo.push({ node: bvh.root, links: undefined, at: 0 });
  for (let next = todo.pop(); next; next = todo.pop()) {
    const wide = new Float32Array(NODE);
    const links = new Int32Array(wide.buffer);
    if (next.links) next.links[next.at] = nodes.length;
    nodes.push(wide);
    const children = gatherChildren(bvh, next.node);
    for (let lane = 0; lane < 4; lane++) {
      const child = children[lane];
      for (let k = 0; k < 6; k++) {
        wide[4 * k + lane] = child ? (bvh.nodes[child.box + k] as number) : k < 3 ? Infinity : -Infinity;
      }
      if (!child) continue;
      if (child.link < 0) links[FIRST_LINK + lane] = packLeaf(bvh, child.link, blocks);
      else todo.push({ node: child.link, links, at: FIRST_LINK + lane });
    }
  }
  const all = new Float32Array(NODE * nodes.length);
  for (const [i, node] of nodes.entries()) new Uint32Array(all.buffer).set(new Uint32Array(node.buffer), NODE * i);
  return { nodes: all, blocks: Float32Array.from(blocks), root };
}

/**
 * The hierarchy for the kernel (`bvh/kernel/rays.ts`): four boxes a node, four triangles a leaf, each number beside its three fellows so
 * that one instruction looks at all.
 */
import { NODE as BINARY_NODE, type Bvh, TRIANGLE } from './build.ts';

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
    for (let i = 0; i < children.length; i++) {
      const { link, box } = children[i] as Child;
      const area = link < 0 ? -1 : halfArea(bvh.nodes, box);
      if (area > largest) [best, largest] = [i, area];
    }
    if (best < 0) break;
    children.splice(best, 1, ...childrenOf(bvh, (children[best] as Child).link));
  }
  return children;
}

const squared = (x: number, y: number, z: number) => x * x + y * y + z * z;

/** Writes the four triangles of a leaf; those that it lacks have no area and are never met. */
function packLeaf({ triangles }: Bvh, link: number, blocks: Float32Array, at: number): void {
  const leaf = ~link;
  for (let lane = 0; lane < (leaf & 7); lane++) {
    const from = TRIANGLE * ((leaf >> 3) + lane);
    for (let k = 0; k < TRIANGLE; k++) blocks[at + 4 * k + lane] = triangles[from + k] as number;
    const ax = triangles[from + 3] as number;
    const ay = triangles[from + 4] as number;
    const az = triangles[from + 5] as number;
    const bx = triangles[from + 6] as number;
    const by = triangles[from + 7] as number;
    const bz = triangles[from + 8] as number;
    const longest = Math.sqrt(Math.max(squared(ax, ay, az), squared(bx, by, bz), squared(ax - bx, ay - by, az - bz)));
    blocks[at + SLACK + lane] = ROUNDING * longest;
  }
}

/** A binary tree has a leaf more than nodes. */
const countLeaves = ({ nodes, root }: Bvh) => (root < 0 ? 1 : nodes.length / BINARY_NODE + 1);

export function packWide(bvh: Bvh): WideBvh {
  const blocks = new Float32Array(BLOCK * countLeaves(bvh));
  let blockCount = 0;
  const addLeaf = (link: number) => {
    packLeaf(bvh, link, blocks, BLOCK * blockCount);
    return ~blockCount++;
  };
  if (bvh.root < 0) return { nodes: new Float32Array(0), blocks, root: addLeaf(bvh.root) };
  // As many wide nodes as binary ones at most.
  const nodes = new Float32Array(NODE * (bvh.nodes.length / BINARY_NODE));
  const links = new Int32Array(nodes.buffer);
  let count = 0;
  /** Binary nodes that still need a wide one, and where its number goes: by turns. */
  const todo = [bvh.root, -1];
  while (todo.length > 0) {
    const to = todo.pop() as number;
    const node = todo.pop() as number;
    if (to >= 0) links[to] = count;
    const at = NODE * count++;
    const children = gatherChildren(bvh, node);
    for (let lane = 0; lane < 4; lane++) {
      const child = children[lane];
      for (let k = 0; k < 6; k++) {
        nodes[at + 4 * k + lane] = child ? (bvh.nodes[child.box + k] as number) : k < 3 ? Infinity : -Infinity;
      }
      if (!child) continue;
      if (child.link < 0) links[at + FIRST_LINK + lane] = addLeaf(child.link);
      else todo.push(child.link, at + FIRST_LINK + lane);
    }
  }
  return { nodes: nodes.subarray(0, NODE * count), blocks, root: 0 };
}

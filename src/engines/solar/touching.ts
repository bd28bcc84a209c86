/** Whether two sets of triangles share a piece of an edge, also where one edge is cut in pieces that the other is not. */

/** Metres that edges may lie apart, and that they must run together. */
const APART = 0.03;
const TOGETHER = 0.05;

/** Whether the edges a–b and c–d run along each other; offsets in `p` and `q`. */
function doEdgesTouch(p: Float32Array, a: number, b: number, q: Float32Array, c: number, d: number): boolean {
  const x = p[b] - p[a];
  const y = p[b + 1] - p[a + 1];
  const z = p[b + 2] - p[a + 2];
  const length = Math.sqrt(x * x + y * y + z * z);
  if (length < TOGETHER) return false;
  const cx = q[c] - p[a];
  const cy = q[c + 1] - p[a + 1];
  const cz = q[c + 2] - p[a + 2];
  const dx = q[d] - p[a];
  const dy = q[d + 1] - p[a + 1];
  const dz = q[d + 2] - p[a + 2];
  const s = (cx * x + cy * y + cz * z) / length;
  const t = (dx * x + dy * y + dz * z) / length;
  if (Math.min(length, Math.max(s, t)) - Math.max(0, Math.min(s, t)) < TOGETHER) return false;
  const offC = cx * cx + cy * cy + cz * cz - s * s;
  const offD = dx * dx + dy * dy + dz * dz - t * t;
  return offC < APART * APART && offD < APART * APART;
}

function isApart(p: Float32Array, q: Float32Array): boolean {
  for (let k = 0; k < 3; k++) {
    let [lowP, highP, lowQ, highQ] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let at = k; at < p.length; at += 3) {
      if (p[at] < lowP) lowP = p[at];
      if (p[at] > highP) highP = p[at];
    }
    for (let at = k; at < q.length; at += 3) {
      if (q[at] < lowQ) lowQ = q[at];
      if (q[at] > highQ) highQ = q[at];
    }
    if (lowP > highQ + APART || lowQ > highP + APART) return true;
  }
  return false;
}

/** Nine numbers a triangle. */
export function doTouch(p: Float32Array, q: Float32Array): boolean {
  if (isApart(p, q)) return false;
  for (let i = 0; i < p.length; i += 3) {
    const a = i;
    const b = i % 9 === 6 ? i - 6 : i + 3;
    for (let j = 0; j < q.length; j += 3) {
      const d = j % 9 === 6 ? j - 6 : j + 3;
      if (doEdgesTouch(p, a, b, q, j, d)) return true;
    }
  }
  return false;
}

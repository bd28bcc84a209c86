/**
 * A mark of 64 bits, hexadecimal, that is equal for equal arrays: FNV-1a (Fowler, Noll, Vo) over their 32-bit words, with two
 * offsets. No secret and no proof: to see that two results came from the same input. `crypto.subtle` would do better, but is
 * absent where a page is served from a laptop without https.
 */
export function hashNumbers(arrays: readonly (Float32Array | Float64Array | Uint32Array)[]): string {
  let [first, second] = [0x811c9dc5, 0x9dc5811c];
  for (const { buffer, byteOffset, byteLength } of arrays) {
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    for (let i = 0; i < words.length; i++) {
      first = Math.imul(first ^ words[i], 0x01000193);
      second = Math.imul(second ^ words[i] ^ (first >>> 15), 0x01000193);
    }
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

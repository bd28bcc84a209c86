/** Where columns of numbers live: each by itself, or together in a memory that a kernel reads too. */
export interface Room {
  readonly f64: (length: number) => Float64Array;
  readonly f32: (length: number) => Float32Array;
  readonly i32: (length: number) => Int32Array;
  readonly u8: (length: number) => Uint8Array;
}

export const plainRoom: Room = {
  f64: (length) => new Float64Array(length),
  f32: (length) => new Float32Array(length),
  i32: (length) => new Int32Array(length),
  u8: (length) => new Uint8Array(length),
};

const PAGE = 65_536;
/** The compiler keeps what it likes below. */
const START = 4096;
/** Between columns, at the most: where one begins is a whole number of these, and four may be read from its end on. */
export const SPARE = 32;

/** `bytes`: of all columns together, each with {@link SPARE}. */
export function createMemoryRoom(bytes: number): Room & { readonly memory: WebAssembly.Memory } {
  const pages = Math.ceil((START + bytes) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  let next = START;
  const take = (length: number) => {
    const at = next;
    next = Math.ceil((next + length + SPARE / 2) / (SPARE / 2)) * (SPARE / 2);
    return at;
  };
  return {
    memory,
    f64: (length) => new Float64Array(memory.buffer, take(8 * length), length),
    f32: (length) => new Float32Array(memory.buffer, take(4 * length), length),
    i32: (length) => new Int32Array(memory.buffer, take(4 * length), length),
    u8: (length) => new Uint8Array(memory.buffer, take(length), length),
  };
}

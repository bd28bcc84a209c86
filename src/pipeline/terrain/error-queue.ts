/** A binary heap of triangles, the largest error first, from which any triangle can be removed. */
export interface ErrorQueue {
  push(triangle: number, error: number): void;
  /** The triangle with the largest error, −1 when empty. */
  pop(): number;
  /** Does nothing when the triangle is not queued. */
  remove(triangle: number): void;
}

/** For triangles 0 … capacity − 1, each at most once. */
export function createErrorQueue(capacity: number): ErrorQueue {
  const heap = new Int32Array(capacity);
  const errors = new Float64Array(capacity);
  /** Place in the heap of each triangle, −1 when it is not queued. */
  const place = new Int32Array(capacity).fill(-1);
  let size = 0;

  const errorAt = (i: number) => errors[heap[i] as number] as number;

  function put(triangle: number, i: number): void {
    heap[i] = triangle;
    place[triangle] = i;
  }

  function rise(from: number): void {
    const triangle = heap[from] as number;
    const error = errors[triangle] as number;
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (errorAt(parent) >= error) break;
      put(heap[parent] as number, i);
      i = parent;
    }
    put(triangle, i);
  }

  function sink(from: number): void {
    const triangle = heap[from] as number;
    const error = errors[triangle] as number;
    let i = from;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && errorAt(child + 1) > errorAt(child)) child++;
      if (errorAt(child) <= error) break;
      put(heap[child] as number, i);
      i = child;
    }
    put(triangle, i);
  }

  function remove(triangle: number): void {
    const i = place[triangle] as number;
    if (i < 0) return;
    place[triangle] = -1;
    size--;
    if (i === size) return;
    put(heap[size] as number, i);
    rise(i);
    sink(place[heap[i] as number] as number);
  }

  return {
    push(triangle, error) {
      errors[triangle] = error;
      put(triangle, size++);
      rise(size - 1);
    },
    pop() {
      if (size === 0) return -1;
      const triangle = heap[0] as number;
      remove(triangle);
      return triangle;
    },
    remove,
  };
}

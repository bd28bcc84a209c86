/** What `kernel/flood.ts` exports, compiled to WebAssembly. */
export interface KernelExports {
  /** Reads where everything stands (`kernel-memory.ts`). */
  setup(parameters: number, cellSize: number): void;
  /** Goes on by `dt` s; returns the band's deepest water, m. */
  step(dt: number): number;
  soak(rain: number, seconds: number, now: number, storage: number): number;
  /** Copies the rows on both sides of `row` for the bands that meet there. */
  copyBorder(row: number, toBelow: number, toAbove: number): void;
  /** The same for scheme "full" (`full-memory.ts`); one step returns (|u| + √(g h))² / g of the fastest cell, m. */
  setupFull(parameters: number, cellSize: number): void;
  stepFull(dt: number): number;
}

export function startKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
}

import { type FloodEngineOptions, runFlood } from '../../../src/engines/flood/run-flood.ts';
import type { FloodInput, FloodResult } from '../../../src/model/flood.ts';
import { loadKernel } from '../../../src/pipeline/compile-kernel.ts';

const kernel = await WebAssembly.compile(await loadKernel('flood'));

/** The engine on one thread, with the kernel that everybody gets; plain JavaScript agrees (tests/engines/flood). */
export const flood = (input: FloodInput, options: FloodEngineOptions = {}): FloodResult =>
  runFlood(input, { kernel, ...options });

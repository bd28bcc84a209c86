/** The compiled kernel for rays in a worker of the browser; where there is no WebAssembly with SIMD plain JavaScript casts them. */
import rayKernelBase64 from '../engines/bvh/kernel/rays.ts?wasm';
import { setRayKernel } from '../engines/bvh.ts';

export async function loadRayKernel(): Promise<void> {
  const bytes = Uint8Array.from(atob(rayKernelBase64), (character) => character.charCodeAt(0));
  if (WebAssembly.validate(bytes)) setRayKernel(await WebAssembly.compile(bytes));
}

/**
 * How fast the GPU of a browser computes floods beside the WebAssembly kernel on all cores of Node, in one run: `tsx
 * tests/bench/flood-webgpu.ts [cells along a side, 512] [software]`. Says what the GPU is: on machines without one Chromium has one of
 * software, which says nothing about real ones.
 */
import { runFlood } from '../../src/engines/flood/run-flood.ts';
import { startFloodCrew } from '../../src/pipeline/flood/crew.ts';
import { createWetTown } from '../engines/flood/webgpu/cases.ts';
import { openFloodPage } from '../engines/flood/webgpu/open-page.ts';
import { printNote } from './figures.ts';

const SHORT = 2;
const LONG = 8;

export async function benchFloodGpu(side = 512, device: 'own' | 'software' = 'own'): Promise<void> {
  const handle = (await openFloodPage(device)) ?? (device === 'own' ? await openFloodPage('software') : undefined);
  if (!handle) {
    console.log('       no Chromium with WebGPU here');
    return;
  }
  const crew = await startFloodCrew();
  try {
    const gpu = await handle.page.evaluate((given) => window.floodPage.measure(given.side, given.short, given.long), {
      side,
      short: SHORT,
      long: LONG,
    });
    const short = runFlood(createWetTown(side, SHORT), crew.options);
    const long = runFlood(createWetTown(side, LONG), crew.options);
    const rate = (long.cellUpdates - short.cellUpdates) / (long.seconds - short.seconds) / 1e6;
    printNote('kernel on the processor', `${long.engine}, ${side} x ${side}, ${long.steps} steps`, rate, 'Mcell/s');
    printNote('kernel on the GPU', `${gpu.name}, ${side} x ${side}, ${gpu.steps} steps`, gpu.rate, 'Mcell/s');
    printNote('GPU against processor', 'same run', gpu.rate / rate, '×');
  } finally {
    await crew.destroy();
    await handle.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  await benchFloodGpu(Number(process.argv[2] ?? 512), process.argv[3] === 'software' ? 'software' : 'own');
}

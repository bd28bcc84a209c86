/**
 * How fast floods are computed: cell updates per second of the kernel on one thread and on two beside a plain kernel of the same
 * physics in the same run, a town of a million cells through an hour of rain, cost against wet cells, and memory.
 * Alone with `tsx tests/bench/flood.ts [seconds of the town's hour, 3600]`.
 */
import { planMemory } from '../../src/engines/flood/kernel-memory.ts';
import { type FloodEngineOptions, runFlood } from '../../src/engines/flood/run-flood.ts';
import type { FloodInput, FloodResult } from '../../src/model/flood.ts';
import { startFloodCrew } from '../../src/pipeline/flood/crew.ts';
import { createTown, townRain } from '../engines/flood/town.ts';
import { printFigure, printNote } from './figures.ts';
import { benchFullScheme } from './flood-full.ts';
import { createPlainKernel } from './plain-flood.ts';

const elsewhere = [
  'measured elsewhere, on a quiet machine of two cores, 1024 x 1024 cells, million cell updates a second on one core and two:',
  '  C with AVX-512 267 and 510, AssemblyScript SIMD in four passes 171 and 281, C to WebAssembly by clang 95 and 182;',
  '  town of 1000 x 1000 cells of 1 m, 70 mm/h: LISFLOOD-FP 8.1, 600 s of rain: 59 s on one thread, 36 s on two (14 and 24),',
  '  its optimised sub-grid solver 29 s and 16.6 s (29 and 52); GRASS r.sim.water, ten minutes on bare ground: 283 s',
].join('\n       ');

const wetTown = (side: number, seconds: number): FloodInput => {
  const town = createTown(side, side);
  const initialDepth = new Float32Array(side * side);
  for (let cell = 0; cell < initialDepth.length; cell++) initialDepth[cell] = town.closed?.[cell] ? 0 : 0.3;
  return { ...town, initialDepth, rain: townRain, sewer: 2e-6, sewerStorage: 0.01, seconds };
};

const TURNS = 3;

/** The shortest of a few runs: what else the machine does makes a run longer, never shorter. */
function runShortest(run: () => FloodResult): FloodResult {
  return Array.from({ length: TURNS }, run).reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

/** Million cell updates a second between a short and a long run, so that what is done once does not count. */
function measureRate(side: number, seconds: number, options: FloodEngineOptions): { rate: number; seen: string } {
  const best = (duration: number) => runShortest(() => runFlood(wetTown(side, duration), options));
  const short = best(seconds / 5);
  const long = best(seconds);
  const rate = (long.cellUpdates - short.cellUpdates) / (long.seconds - short.seconds) / 1e6;
  return { rate, seen: `${long.engine}, ${side} x ${side}, ${long.steps} steps` };
}

/** The same town through a kernel that has no tricks. */
function measurePlain(side: number, steps: number): number {
  const kernel = createPlainKernel(wetTown(side, 0));
  for (let i = 0; i < 3; i++) kernel.step(0.2);
  const started = performance.now();
  for (let i = 0; i < steps; i++) kernel.step(0.2);
  return (side * side * steps) / (performance.now() - started) / 1e3;
}

function runTown(seconds: number, options: FloodEngineOptions): FloodResult {
  return runFlood({ ...createTown(1000, 1000), rain: townRain, sewer: 2e-6, sewerStorage: 0.01, seconds }, options);
}

/** A flat field of 1000 x 1000 cells of which a corner is under water behind a wall. */
function runCorner(share: number, options: FloodEngineOptions): number {
  const side = 1000;
  const wet = Math.round(Math.sqrt(share) * side);
  const bed = new Float32Array(side * side);
  const closed = new Uint8Array(side * side);
  const initialDepth = new Float32Array(side * side);
  for (let cell = 0; cell < bed.length; cell++) {
    const [x, y] = [cell % side, Math.floor(cell / side)];
    closed[cell] = Number(Math.max(x, y) === wet);
    if (x < wet && y < wet) initialDepth[cell] = 0.3 + 0.02 * Math.sin(x / 9) * Math.cos(y / 7);
  }
  const borders = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;
  const frame = { west: 0, south: 0, cellSize: 1, width: side, height: side };
  const base = { frame, bed, closed, initialDepth, manning: 0.03, rain: [], borders };
  // Small shares run longer, so that there is something to measure.
  const [short, long] = [4, 4 + 10 / Math.max(share, 0.1)].map((seconds) =>
    runShortest(() => runFlood({ ...base, seconds }, options)),
  ) as [FloodResult, FloodResult];
  return ((long.seconds - short.seconds) / (long.steps - short.steps) / (wet * wet)) * 1e9;
}

function benchTown(seconds: number, one: FloodEngineOptions, two: FloodEngineOptions): void {
  const [alone, together] = [runTown(seconds, one), runTown(seconds, two)];
  const seen = `${seconds} s of 70 mm/h on a million cells of 1 m, ${alone.steps} steps, mass ${alone.balance.relativeError.toExponential(1)}`;
  if (seconds === 3600) {
    printFigure("the town's hour on one core", seen, alone.seconds, '≤', 55, 's');
    printFigure("the town's hour on two cores", seen, together.seconds, '≤', 33, 's');
  } else {
    printNote('the town on one core', seen, alone.seconds, 's');
    printNote('the town on two cores', seen, together.seconds, 's');
  }
  const preview = runFlood(
    {
      ...createTown(250, 250),
      frame: { west: 0, south: 0, cellSize: 4, width: 250, height: 250 },
      rain: townRain,
      seconds: 3600,
    },
    two,
  );
  printFigure(
    'preview with cells of 4 m',
    `an hour, ${preview.steps} steps, two threads`,
    preview.seconds,
    '≤',
    1,
    's',
  );
}

export async function benchFlood(townSeconds = 3600): Promise<void> {
  console.log(`       ${elsewhere}`);
  const crews = [await startFloodCrew(1), await startFloodCrew(2)];
  const [one, two] = crews.map((crew) => crew.options) as [FloodEngineOptions, FloodEngineOptions];
  try {
    const plain = measurePlain(1024, 12);
    printNote(
      'reference: plain JavaScript of the same physics, double precision',
      '1024 x 1024, four passes',
      plain,
      'Mcell/s',
    );
    const single = measureRate(1024, 20, one);
    const double = measureRate(1024, 20, two);
    const script = measureRate(512, 5, {});
    printFigure('kernel on one thread', single.seen, single.rate, '≥', 170, 'Mcell/s');
    printFigure('kernel on one thread, fused', single.seen, single.rate, '≥', 250, 'Mcell/s');
    printFigure('kernel on two threads', double.seen, double.rate, '≥', 280, 'Mcell/s');
    printFigure('two threads against one', 'same run', double.rate / single.rate, '≥', 1.7);
    printNote('kernel on one thread against the reference', 'same run', single.rate / plain, '×');
    printFigure('JavaScript alone', script.seen, script.rate, '≥', 25, 'Mcell/s');
    const memory = (planMemory(wetTown(1000, 0), 2).pages * 65_536) / 1e6;
    printFigure(
      'memory of the engine',
      '1000 x 1000, two threads, input and answer not counted',
      memory,
      '≤',
      60,
      'B a cell',
    );
    const costs = [0.1, 0.3, 0.9].map((share) => runCorner(share, one));
    const seen = `ns a wet cell and step at 10, 30 and 90 % wet: ${costs.map((cost) => cost.toFixed(1)).join(', ')}`;
    printFigure(
      'cost of a wet cell, 10 % wet against 90 %',
      seen,
      (costs[0] as number) / (costs[2] as number),
      '≤',
      1.25,
    );
    benchTown(townSeconds, one, two);
    benchFullScheme(one);
  } finally {
    for (const crew of crews) await crew.destroy();
  }
}

if (process.argv[1] === import.meta.filename) await benchFlood(Number(process.argv[2] ?? 3600));

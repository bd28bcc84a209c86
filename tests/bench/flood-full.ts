/** Scheme "full", for breaches: cell updates per second of its kernel beside plain JavaScript, which gives the same bits. */
import { type FloodEngineOptions, runFlood } from '../../src/engines/flood/run-flood.ts';
import type { FloodInput } from '../../src/model/flood.ts';
import { createTown } from '../engines/flood/town.ts';
import { printFigure } from './figures.ts';

/** Water of 1 and of 3 m all over a town, let go. */
function wetTown(side: number, seconds: number): FloodInput {
  const town = createTown(side, side);
  const initialDepth = Float32Array.from(town.bed, (bed, cell) => {
    if (town.closed?.[cell]) return 0;
    return cell % side < side / 3 ? 3 - bed : 1;
  });
  return { ...town, initialDepth, rain: [], seconds, scheme: 'full' };
}

/** Million cell updates a second between a short and a long run, so that what is done once does not count. */
function measureRate(side: number, seconds: number, options: FloodEngineOptions): { rate: number; seen: string } {
  const short = runFlood(wetTown(side, seconds / 4), options);
  const long = runFlood(wetTown(side, seconds), options);
  const rate = (long.cellUpdates - short.cellUpdates) / (long.seconds - short.seconds) / 1e6;
  return { rate, seen: `${long.engine}, ${side} x ${side}, ${long.steps} steps` };
}

export function benchFullScheme(one: FloodEngineOptions): void {
  const compiled = measureRate(512, 8, one);
  const script = measureRate(256, 4, {});
  printFigure('scheme "full" on one thread', compiled.seen, compiled.rate, '≥', 20, 'Mcell/s');
  printFigure('scheme "full", JavaScript alone', script.seen, script.rate, '≥', 2, 'Mcell/s');
  printFigure('scheme "full", the kernel against JavaScript', 'same run', compiled.rate / script.rate, '≥', 5, '×');
}

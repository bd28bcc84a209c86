import { stderr } from 'node:process';
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** Units done so far, of the total. */
  update(done: number): void;
  stop(): void;
  /** After a failure: leaves the bar where it is and says nothing, so that the error is the only line. */
  abandon(): void;
}

/** A progress bar on standard error when that is a terminal, one line at the end when it is not. */
export function createProgress(label: string, total: number): Progress {
  const started = performance.now();
  const bar = stderr.isTTY
    ? new SingleBar(
        { format: `${label.padEnd(24)} {bar} {percentage}%`, stream: stderr, clearOnComplete: false, hideCursor: true },
        Presets.shades_classic,
      )
    : undefined;
  bar?.start(total, 0);
  return {
    update: (done) => bar?.update(done),
    stop() {
      bar?.update(total);
      bar?.stop();
      if (!bar) stderr.write(`${label}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    },
    abandon: () => bar?.stop(),
  };
}

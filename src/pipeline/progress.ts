import { stderr } from 'node:process';
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** Done so far, 0 to 1. */
  update(share: number): void;
  stop(): void;
  /** After a failure: leaves the bar where it is and says nothing, so that the error is the only line. */
  abandon(): void;
}

/** A progress bar on standard error when that is a terminal, one line at the end when it is not. */
export function createProgress(label: string): Progress {
  const started = performance.now();
  const bar = stderr.isTTY
    ? new SingleBar(
        { format: `${label.padEnd(24)} {bar} {percentage}%`, stream: stderr, clearOnComplete: false, hideCursor: true },
        Presets.shades_classic,
      )
    : undefined;
  bar?.start(100, 0);
  return {
    update: (share) => bar?.update(Math.round(share * 100)),
    stop() {
      bar?.update(100);
      bar?.stop();
      if (!bar) stderr.write(`${label}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    },
    abandon: () => bar?.stop(),
  };
}

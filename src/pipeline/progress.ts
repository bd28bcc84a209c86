import { stderr } from 'node:process';
import { MultiBar, Presets } from 'cli-progress';

export interface Progress {
  /** Done so far, 0 to 1. */
  update(share: number): void;
  stop(): void;
  /** After a failure: leaves the bar where it is and says nothing, so that the error is the only line. */
  abandon(): void;
}

/** The bars on the screen now, one below the other; those that ended stay until all have. */
let bars: { readonly all: MultiBar; running: number } | undefined;

function startBar(label: string) {
  bars ??= {
    running: 0,
    all: new MultiBar(
      { format: '{label} {bar} {percentage}%', stream: stderr, clearOnComplete: false, hideCursor: true },
      Presets.shades_classic,
    ),
  };
  const own = bars;
  own.running++;
  const bar = own.all.create(100, 0, { label: label.padEnd(24) });
  return {
    update: (share: number) => bar.update(Math.round(share * 100)),
    stop() {
      bar.stop();
      if (--own.running > 0) return;
      own.all.stop();
      if (bars === own) bars = undefined;
    },
  };
}

/** A progress bar on standard error when that is a terminal, one line at the end when it is not. */
export function createProgress(label: string): Progress {
  const started = performance.now();
  const bar = stderr.isTTY ? startBar(label) : undefined;
  return {
    update: (share) => bar?.update(share),
    stop() {
      bar?.update(1);
      bar?.stop();
      if (!bar) stderr.write(`${label}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    },
    abandon: () => bar?.stop(),
  };
}

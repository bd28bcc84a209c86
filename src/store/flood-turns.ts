/** Answers that are drawn one after the other while more of them come. */

export interface Turns {
  /** Is drawn, after what must be drawn before it. */
  must(show: () => Promise<unknown>): void;
  /**
   * Is drawn when nothing else is; what comes later takes its place. After it there is a pause before the next of its kind, as long
   * as it took or `least` ms: what computes must get on too.
   */
  may(show: () => Promise<unknown>, least?: number): void;
  /** Draws nothing more of what waits. */
  stop(): void;
}

interface Waiting {
  readonly show: () => Promise<unknown>;
  readonly least: number;
}

export function createTurns(onError: (error: unknown) => void): Turns {
  let wanted: (() => Promise<unknown>)[] = [];
  let newest: Waiting | undefined;
  let isBusy = false;
  let until = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(): Waiting | undefined {
    const first = wanted.shift();
    if (first) return { show: first, least: 0 };
    const rest = until - performance.now();
    if (newest && rest > 0) {
      timer ??= setTimeout(() => {
        timer = undefined;
        void go();
      }, rest);
      return undefined;
    }
    const may = newest;
    newest = undefined;
    return may;
  }

  async function go(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let turn = take(); turn; turn = take()) {
      const begun = performance.now();
      try {
        await turn.show();
      } catch (error) {
        onError(error);
      }
      const now = performance.now();
      if (turn.least > 0) until = now + Math.max(turn.least, now - begun);
    }
    isBusy = false;
  }

  return {
    must(show) {
      // What came before it is older.
      newest = undefined;
      wanted.push(show);
      void go();
    },
    may(show, least = 0) {
      newest = { show, least };
      void go();
    },
    stop() {
      wanted = [];
      newest = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

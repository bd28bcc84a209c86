/** What a browser's own trace says of how a page came up; also for pages without script. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly args: {
    readonly data?: {
      readonly type?: string;
      readonly score?: number;
      readonly isMainFrame?: boolean;
      readonly size?: number;
    };
  };
}

export interface Loading {
  /** Milliseconds from the start of the navigation to the largest paint, and what that was. */
  readonly largestPaintMs: number;
  readonly largestPaintType: string | undefined;
  /** Cumulative layout shift: all of them, without input. */
  readonly layoutShift: number;
}

/** `open` goes to the page and waits until it stands. */
export async function traceLoading(browser: Browser, page: Page, open: () => Promise<void>): Promise<Loading> {
  await browser.startTracing(page, { categories: ['loading', 'blink.user_timing', 'devtools.timeline'] });
  await open();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const start = traceEvents.filter(({ name }) => name === 'navigationStart').at(-1)?.ts ?? Number.NaN;
  const paints = traceEvents.filter(({ name, ts }) => name === 'largestContentfulPaint::Candidate' && ts >= start);
  const largest = paints.at(-1);
  return {
    largestPaintMs: ((largest?.ts ?? Number.NaN) - start) / 1000,
    largestPaintType: largest?.args.data?.type,
    layoutShift: traceEvents
      .filter(({ name }) => name === 'LayoutShift')
      .reduce((sum, { args }) => sum + (args.data?.score ?? 0), 0),
  };
}

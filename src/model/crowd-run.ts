/** What the thread that simulates people is asked and answers (`workers/crowd.worker.ts`). */
import type { CrowdScenario } from './crowd.ts';
import type { CrowdAnswer } from './crowd-answer.ts';

export interface CrowdQuestion {
  readonly scenario: CrowdScenario;
  /** One run for each; the first one's frames stream. */
  readonly seeds: readonly number[];
  /** Between frames. */
  readonly frameSeconds: number;
}

/** Who is where at a moment. Columns of equal length; buffers are handed over. */
export interface CrowdMoment {
  readonly second: number;
  /** The same person keeps a number. */
  readonly person: Uint32Array;
  /** Whole centimetres from `west` and `south` of the run. */
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  /** Row of the scenario's sources. */
  readonly group: Uint8Array;
}

export type CrowdReply =
  | { readonly kind: 'start'; readonly west: number; readonly south: number }
  | { readonly kind: 'moment'; readonly moment: CrowdMoment }
  | { readonly kind: 'progress'; readonly run: number; readonly share: number }
  | { readonly kind: 'answer'; readonly run: number; readonly answer: CrowdAnswer }
  | { readonly kind: 'done' }
  | { readonly kind: 'problem'; readonly message: string };

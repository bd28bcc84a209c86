/** Widths of several layouts at once: some tens of milliseconds, so no thread of its own is needed. */
import { measurePassages } from '../engines/crowd/passages.ts';
import type { CrowdScenario } from '../model/crowd.ts';
import type { Passage } from '../model/crowd-answer.ts';

export const measureLayouts = (scenarios: readonly CrowdScenario[]): Passage[][] =>
  scenarios.map((each) => measurePassages(each));

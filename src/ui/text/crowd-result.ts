/** Texts of simulated people in both languages. */
import { en } from './crowd-result-en.ts';
import { nl } from './crowd-result-nl.ts';

export type { CrowdResultText } from './crowd-result-nl.ts';

export const crowdResultText = { nl, en };

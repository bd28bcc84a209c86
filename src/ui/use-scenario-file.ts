import { addScenarioFile, type FileOutcome } from '../store/scenario-files.ts';
import type { Notice } from './scenario-notice.tsx';
import type { ScenarioText } from './text/scenario.ts';
import { useScenarioWords } from './use-scenario-words.ts';

function toNotice(outcome: FileOutcome, words: ScenarioText): Notice {
  if (outcome.status === 'refused')
    return { message: words.refused[outcome.reason], detail: outcome.detail, isWarning: true };
  const { count, isNewer, complaints, missing } = outcome;
  const details = [...complaints, ...missing.map(({ detail }) => detail)];
  const sentences = [
    words.added(count),
    ...(isNewer ? [words.addedNewer] : []),
    ...(complaints.length > 0 ? [words.addedPartly(complaints.length)] : []),
    ...(missing.length > 0 ? [words.missing([...new Set(missing.map(({ name }) => name))].join(', '))] : []),
  ];
  return {
    message: sentences.join(' '),
    isWarning: sentences.length > 1,
    ...(details.length > 0 && { detail: details.join('; ') }),
  };
}

/** Adds files one after another and tells of the first that was refused, else of the last. */
export function useScenarioFile(tell: (notice: Notice) => void): (files: readonly File[]) => Promise<void> {
  const { words } = useScenarioWords();
  return async (files) => {
    const outcomes: FileOutcome[] = [];
    for (const file of files) outcomes.push(await addScenarioFile(file));
    const worst = outcomes.find(({ status }) => status === 'refused') ?? outcomes.at(-1);
    if (worst) tell(toNotice(worst, words));
  };
}

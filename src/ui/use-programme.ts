import { useMemo } from 'react';
import { type EveningProgramme, findProgramme } from '../store/evening-programme.ts';
import { useTwin } from './use-twin.ts';

/** What the evening plays; without stops until it has been read. */
export function useProgramme(): EveningProgramme {
  const kind = useTwin(({ evening }) => evening?.programme ?? 'plan');
  const plans = useTwin((state) => state.plans);
  const choice = useTwin((state) => state.choice);
  const scenarios = useTwin((state) => state.scenarios);
  const eveningFile = useTwin((state) => state.eveningFile);
  const municipality = useTwin((state) => state.municipality);
  return useMemo(
    () => findProgramme(kind, { plans, choice, scenarios, eveningFile, municipality }),
    [kind, plans, choice, scenarios, eveningFile, municipality],
  );
}

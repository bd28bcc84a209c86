import { useMemo } from 'react';
import { useBuildingName } from './building-name.ts';
import type { Words } from './scenario-facts.ts';
import { scenarioText } from './text/scenario.ts';
import { useFormat, useLanguage, useText, useTwin } from './use-twin.ts';

/** All that is needed to tell a scenario in words, in the language of the page. */
export function useScenarioWords(): Words {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const plans = useTwin((state) => state.plans);
  const nameOf = useBuildingName();
  return useMemo(
    () => ({ text, format, words: scenarioText[language], plans: plans.status === 'ready' ? plans.value : [], nameOf }),
    [text, format, language, plans, nameOf],
  );
}

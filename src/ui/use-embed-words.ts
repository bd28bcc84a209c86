import { useMemo } from 'react';
import { presentScenario } from '../store/scenario-picture.ts';
import type { Language } from '../store/twin.ts';
import { useBuildingName } from './building-name.ts';
import { createFormat } from './format.ts';
import { describeInShort } from './scenario-facts.ts';
import { embedSnippetText } from './text/embed-snippet.ts';
import { scenarioText } from './text/scenario.ts';
import { hasTexts, textsOf } from './text/text.ts';
import { useLanguage, useTwin } from './use-twin.ts';

/** What to say of the picture as it is, in the language of the page that it goes into; where those texts have not come, in that of this page. */
export function useEmbedWords(wanted: Language) {
  const page = useLanguage();
  const language = hasTexts(wanted) ? wanted : page;
  const nameOf = useBuildingName();
  const plans = useTwin((state) => state.plans);
  const choice = useTwin((state) => state.choice);
  const municipality = useTwin((state) => state.municipality);
  return useMemo(() => {
    const text = textsOf(language);
    const format = createFormat(language, text);
    const known = plans.status === 'ready' ? plans.value : [];
    const name = municipality.status === 'ready' ? municipality.value.name : '';
    const plan = known.find(({ id }) => id === choice?.plan);
    const variant = plan?.variants.find(({ id }) => id === choice?.variant);
    const caption = plan
      ? [plan.title, ...(variant ? [variant.title] : [])].map((title) => format.localised(title)).join(': ')
      : embedSnippetText[language].today(name);
    const told = describeInShort(
      { ...presentScenario(), title: '' },
      { text, format, words: scenarioText[language], plans: known, nameOf },
    );
    const about = plan ? `${format.localised(plan.summary)} ` : '';
    const fictional =
      municipality.status === 'ready' && municipality.value.fictional ? ` ${name}: ${text.fictional}.` : '';
    return { name, caption, summary: `${about}${told}.${fictional}` };
  }, [language, nameOf, plans, choice, municipality]);
}

import { Button } from '@nl-design-system-candidate/button-react';
import { setLanguage } from '../store/twin.ts';
import { useLanguage, useText, useTwin } from './use-twin.ts';

export function LanguageButton() {
  const text = useText();
  const language = useLanguage();
  const other = language === 'nl' ? 'en' : 'nl';
  const isComing = useTwin((state) => state.language !== language);
  return (
    <Button
      purpose="subtle"
      className="tw-small-button"
      lang={other}
      aria-busy={isComing}
      onClick={() => setLanguage(other)}
    >
      {text.otherLanguage}
    </Button>
  );
}

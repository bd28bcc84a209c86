import { Button } from '@nl-design-system-candidate/button-react';
import { setLanguage } from '../store/twin.ts';
import { useText, useTwin } from './use-twin.ts';

export function LanguageButton() {
  const text = useText();
  const other = useTwin((state) => state.language) === 'nl' ? 'en' : 'nl';
  return (
    <Button purpose="subtle" className="tw-small-button" lang={other} onClick={() => setLanguage(other)}>
      {text.otherLanguage}
    </Button>
  );
}

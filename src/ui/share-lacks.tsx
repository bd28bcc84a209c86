import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { fileOfScenario } from '../store/scenario-files.ts';
import { presentScenario } from '../store/scenario-picture.ts';
import { Icon } from './icon.tsx';
import { saveWritten } from './save-written.ts';
import { shareText } from './text/share.ts';
import { useScenarioWords } from './use-scenario-words.ts';
import { useLanguage, useText } from './use-twin.ts';

interface ShareLacksProps {
  /** What came of copying. */
  readonly outcome: string;
  readonly lacks: readonly ('drawing' | 'placed' | 'decisions' | 'canvas')[];
  readonly onClose: () => void;
}

/** Stays until it is closed: what is not in the link must be read, and the file that holds it is one button away. */
export function ShareLacks({ outcome, lacks, onClose }: ShareLacksProps) {
  const common = useText();
  const text = shareText[useLanguage()];
  const words = useScenarioWords();
  const [told, tell] = useState('');
  return (
    <div className="tw-toast tw-toast--wide">
      <p role="status">{[outcome, ...lacks.map((id) => text.lacks[id]), told].join(' ')}</p>
      <div className="tw-row">
        <Button
          purpose="secondary"
          className="tw-small-button"
          iconStart={<Icon name="download" />}
          onClick={() => tell(saveWritten(fileOfScenario({ ...presentScenario(), title: text.title }), words).message)}
        >
          {text.save}
        </Button>
        <Button purpose="secondary" className="tw-small-button" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </div>
  );
}

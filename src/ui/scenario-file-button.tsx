import { Button } from '@nl-design-system-candidate/button-react';
import { useRef } from 'react';
import { useScenarioWords } from './use-scenario-words.ts';

/** The browser's own picker, behind a button of the page's style. */
export function ScenarioFileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { words } = useScenarioWords();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Button purpose="secondary" className="tw-small-button" onClick={() => picker.current?.click()}>
        {words.openFile}
      </Button>
    </>
  );
}

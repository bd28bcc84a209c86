import { Button } from '@nl-design-system-candidate/button-react';
import { LanguageButton } from './language-button.tsx';
import { ProblemList } from './problem-list.tsx';
import { useText } from './use-twin.ts';

export function MissingMunicipality({ id, onRetry }: { readonly id: string; readonly onRetry: () => void }) {
  const text = useText();
  return (
    <main className="tw-missing">
      <div className="tw-card">
        <div className="tw-row tw-row--apart">
          <h1 className="nl-heading nl-heading--level-2">{text.missing.title}</h1>
          <LanguageButton />
        </div>
        <p className="nl-paragraph">{text.missing.text(id)}</p>
        <p className="nl-paragraph">{text.missing.visitor}</p>
        <Button purpose="primary" onClick={onRetry}>
          {text.missing.retry}
        </Button>
        <p className="nl-paragraph">{text.missing.steward}</p>
        <pre className="tw-code">{`npm run cli -- build data/${id}`}</pre>
        <ProblemList />
      </div>
    </main>
  );
}

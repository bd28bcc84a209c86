import { Button } from '@nl-design-system-candidate/button-react';
import { useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { embedSnippetText } from './text/embed-snippet.ts';
import { useLanguage } from './use-twin.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly button: string;
  readonly value: string;
  readonly rows: number;
}

/** A text to take along: with a button, or by hand where the browser does not copy. */
export function CopyField({ label, button, value, rows }: CopyFieldProps) {
  const text = embedSnippetText[useLanguage()];
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(text.copied);
    } catch {
      field.current?.select();
      setSaid(text.copyFailed);
    }
  }

  return (
    <div className="tw-field">
      <label>
        <span className="tw-heading">{label}</span>
        <textarea ref={field} className="utrecht-textbox tw-embed-dialog__code" readOnly rows={rows} value={value} />
      </label>
      <div className="tw-row">
        <Button purpose="secondary" className="tw-small-button" iconStart={<Icon name="copy" />} onClick={copy}>
          {button}
        </Button>
        <span role="status" className="tw-subtle">
          {said}
        </span>
      </div>
    </div>
  );
}

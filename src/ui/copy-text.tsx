import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { Icon } from './icon.tsx';
import { measureText } from './text/measure.ts';
import { useLanguage } from './use-twin.ts';

/** Copies several lines of text; says whether it did. */
export function CopyText({ lines }: { readonly lines: readonly string[] }) {
  const text = measureText[useLanguage()];
  const [said, setSaid] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      setSaid(text.copied);
    } catch {
      setSaid(text.copyFailed);
    }
  }

  return (
    <div className="tw-row tw-measure__copy">
      <Button purpose="secondary" className="tw-small-button" iconStart={<Icon name="copy" />} onClick={copy}>
        {text.copy}
      </Button>
      <span role="status" className="tw-subtle">
        {said}
      </span>
    </div>
  );
}

import { useState } from 'react';
import { Icon } from './icon.tsx';
import { buildingText } from './text/building.ts';
import { useLanguage } from './use-twin.ts';

/** A code that can be copied; `what` names it for screen readers. */
export function CopyButton({ what, value }: { readonly what: string; readonly value: string }) {
  const text = buildingText[useLanguage()];
  const [copied, setCopied] = useState(false);
  return (
    <span className="tw-copy">
      <code>{value}</code>
      {navigator.clipboard && (
        <button
          type="button"
          className="tw-icon-button"
          aria-label={text.copy(what)}
          onClick={() =>
            navigator.clipboard.writeText(value).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          <Icon name="copy" />
        </button>
      )}
      <span role="status" className="tw-subtle">
        {copied && text.copied}
      </span>
    </span>
  );
}

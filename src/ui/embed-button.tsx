import { Button } from '@nl-design-system-candidate/button-react';
import { lazy, Suspense, useState } from 'react';
import { Icon } from './icon.tsx';
import { useText } from './use-twin.ts';

const EmbedDialog = lazy(async () => ({ default: (await import('./embed-dialog.tsx')).EmbedDialog }));

/** Makes what a web editor pastes into a page; fetched when it is first opened. Not in a frame of another page. */
export function EmbedButton() {
  const { share } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        purpose="subtle"
        className="tw-small-button tw-embed-button"
        title={share.embed}
        iconStart={<Icon name="embed" />}
        onClick={() => setOpen(true)}
      >
        <span className="tw-hidden">{share.embed}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <EmbedDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

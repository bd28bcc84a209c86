import { Button } from '@nl-design-system-candidate/button-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { sharedAddress } from '../store/follow-address.ts';
import { Icon } from './icon.tsx';
import { useText, useTwin } from './use-twin.ts';

const ShareLacks = lazy(async () => ({ default: (await import('./share-lacks.tsx')).ShareLacks }));

type Outcome = 'copied' | 'failed' | undefined;

export function ShareButton() {
  const text = useText();
  const drawing = useTwin((state) => state.sharedDrawing.lacks);
  const hasCanvas = useTwin(({ canvases }) => Object.values(canvases).some(({ present }) => present));
  const hasDecisions = useTwin(({ claimDecisions }) => claimDecisions.items.length > 0);
  const lacks = drawing !== undefined || hasDecisions || hasCanvas;
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    if (!outcome || lacks) return;
    const timer = setTimeout(() => setOutcome(undefined), 6000);
    return () => clearTimeout(timer);
  }, [outcome, lacks]);

  function copy() {
    const address = sharedAddress();
    history.replaceState(history.state, '', address);
    // Absent on pages without https.
    if (!navigator.clipboard) return setOutcome('failed');
    navigator.clipboard.writeText(address).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  }

  return (
    <>
      <Button purpose="subtle" className="tw-small-button" iconStart={<Icon name="share" />} onClick={copy}>
        <span className="tw-share__label">{text.share.button}</span>
      </Button>
      {outcome && lacks ? (
        <Suspense>
          <ShareLacks
            outcome={text.share[outcome]}
            lacks={[
              ...(drawing ? [drawing] : []),
              ...(hasDecisions ? (['decisions'] as const) : []),
              ...(hasCanvas ? (['canvas'] as const) : []),
            ]}
            onClose={() => setOutcome(undefined)}
          />
        </Suspense>
      ) : (
        <p role="status" className={outcome ? 'tw-toast' : 'tw-hidden'}>
          {outcome && text.share[outcome]}
        </p>
      )}
    </>
  );
}

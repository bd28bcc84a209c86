import { useEffect, useRef, useState } from 'react';
import { sharedAddress } from '../store/follow-address.ts';
import { createMapGuard, type MapGuard, type MapHint } from './embed-guard.ts';
import { Icon } from './icon.tsx';
import { embedText } from './text/embed.ts';
import { useLanguage, useText, useTwin } from './use-twin.ts';

const HINT_MS = 2500;
/** As people know it from their own keyboard. */
const zoomKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

interface EmbedOverProps {
  readonly municipalityId: string;
  /** Its heading names the municipality. */
  readonly hasPanel: boolean;
  /** To the poster that came before; elsewhere the page around us has a button. */
  readonly hasWayBack: boolean;
  readonly onLeave: () => void;
}

/** What a frame in another page has over the picture: its name, ways out, and whose the wheel is. */
export function EmbedOver({ municipalityId, hasPanel, hasWayBack, onLeave }: EmbedOverProps) {
  const language = useLanguage();
  const text = embedText[language];
  const { fictional } = useText();
  const town = useTwin(({ municipality }) => (municipality.status === 'ready' ? municipality.value : undefined));
  return (
    <section className="tw-embed" aria-label={text.label}>
      <div className="tw-embed__bar">
        {!hasPanel && (
          <p className="tw-embed__name">
            <strong>{town?.name ?? municipalityId}</strong>{' '}
            {town?.fictional && <span className="nl-data-badge">{fictional}</span>}
          </p>
        )}
        <FullLink label={text.full} title={text.fullTitle} />
        {hasWayBack && (
          <a className="nl-link tw-embed__link" href={`./embed.html${location.search}${location.hash}`}>
            {text.close}
          </a>
        )}
      </div>
      <MapHold onLeave={onLeave} />
    </section>
  );
}

/** The picture as it is now; written as it is followed, because the camera may have moved since. */
function FullLink({ label, title }: { readonly label: string; readonly title: string }) {
  const [address, setAddress] = useState(() => sharedAddress());
  const refresh = () => setAddress(sharedAddress());
  return (
    <a
      className="nl-link tw-embed__link"
      href={address}
      target="_blank"
      rel="noopener"
      title={title}
      onPointerDown={refresh}
      onFocus={refresh}
      onClick={refresh}
    >
      <span className="tw-embed__label">{label}</span>
      <Icon name="fullScreen" />
    </a>
  );
}

function MapHold({ onLeave }: { readonly onLeave: () => void }) {
  const text = embedText[useLanguage()];
  const hasPicture = useTwin((state) => state.scene === 'ready' || state.scene === 'lost');
  const [isHeld, setHeld] = useState(false);
  const [hint, setHint] = useState<MapHint | 'released'>();
  const guard = useRef<MapGuard>(undefined);

  useEffect(() => {
    const area = document.querySelector<HTMLElement>('.tw-scene__picture');
    if (!hasPicture || !area) return;
    guard.current = createMapGuard(area, {
      onHint: setHint,
      onChange(held, byKeyboard) {
        area.dataset['held'] = String(held);
        setHeld(held);
        setHint(held ? undefined : 'released');
        if (!held && byKeyboard) onLeave();
      },
    });
    return () => guard.current?.destroy();
  }, [hasPicture, onLeave]);

  useEffect(() => {
    if (!hint) return;
    const timer = setTimeout(() => setHint(undefined), HINT_MS);
    return () => clearTimeout(timer);
  }, [hint]);

  const words = hint === 'wheel' ? text.wheel(zoomKey) : hint && text[hint];
  return (
    <>
      <p role="status" className={words ? 'tw-embed__hint' : 'tw-hidden'}>
        {isHeld ? text.held : words}
      </p>
      {isHeld && (
        <p className="tw-embed__held">
          <button type="button" className="tw-chip" onClick={() => guard.current?.release()}>
            {text.release} <kbd>{text.key}</kbd>
          </button>
        </p>
      )}
    </>
  );
}

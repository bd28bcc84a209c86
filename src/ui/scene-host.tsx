import './scene-host.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { openQuestion, type SceneStatus } from '../store/twin.ts';
import { useText, useTwin } from './use-twin.ts';

const KEYS_ID = 'scene-keys';

/** The element that the 3D picture fills, and what is said over it while there is none. */
export function SceneHost({ onElement }: { readonly onElement: (element: HTMLElement) => void }) {
  const text = useText();
  const element = useRef<HTMLDivElement>(null);
  const municipality = useTwin((state) => state.municipality);
  const scene = useTwin((state) => state.scene);
  const name = municipality.status === 'ready' ? municipality.value.name : text.appName;

  useLayoutEffect(() => {
    if (element.current) onElement(element.current);
  }, [onElement]);

  useEffect(() => {
    const canvas = scene === 'ready' ? element.current?.querySelector('canvas') : undefined;
    canvas?.setAttribute('role', 'application');
    canvas?.setAttribute('aria-label', text.scene.label(name));
    canvas?.setAttribute('aria-describedby', KEYS_ID);
  }, [scene, name, text]);

  return (
    <main id="scene" tabIndex={-1} className="tw-scene" aria-label={text.scene.label(name)}>
      <div ref={element} className="tw-scene__picture" />
      <p id={KEYS_ID} className="tw-hidden">
        {text.keys.list.map(([key, effect]) => `${key}: ${effect}.`).join(' ')}
      </p>
      <SceneNotice />
      <LoadingNotice />
    </main>
  );
}

function SceneNotice() {
  const text = useText();
  const scene = useTwin((state) => state.scene);
  const messages: Partial<Record<SceneStatus, string>> = {
    waiting: text.scene.waiting,
    loading: text.scene.waiting,
    lost: text.scene.lost,
  };
  if (scene === 'unsupported') {
    return (
      <div className="tw-card tw-scene__card">
        <h2 className="nl-heading nl-heading--level-3">{text.scene.unsupportedTitle}</h2>
        <p className="nl-paragraph">{text.scene.unsupported}</p>
        <Button purpose="primary" onClick={() => openQuestion('view')}>
          {text.scene.showText}
        </Button>
      </div>
    );
  }
  const message = messages[scene];
  return message ? <p className="tw-scene__message">{message}</p> : null;
}

/** Shown after a moment only, so that small movements do not flicker. */
function LoadingNotice() {
  const text = useText();
  const loading = useTwin((state) => state.scene === 'ready' && state.pendingTiles > 0);
  return loading ? (
    <p className="tw-scene__loading">
      <span className="tw-spinner" />
      {text.scene.tiles}
    </p>
  ) : null;
}

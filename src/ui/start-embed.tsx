import './embed.css';
import { createRoot } from 'react-dom/client';
import { readParts, writeParts } from '../model/embed-address.ts';
import { createEmbedHost, type EmbeddedWindow, type RefusedMessages } from '../store/embed-host.ts';
import { type TwinState, twin } from '../store/twin.ts';
import { EmbedOver } from './embed-over.tsx';

/**
 * Whoever takes the frame out of a page expects its graphics context back at once. Browsers keep it until the garbage collector comes
 * by, and allow some sixteen. A page that is shown again from the browser's memory makes a new one, as after any loss.
 */
function freeContexts(): void {
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.tw-scene__picture canvas'))
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
}

/** For who looks from outside, as `cli poster`: the picture is complete, or never will be. */
function stateOf({ scene, footprint, pendingTiles, municipality, plans, planModels }: TwinState): string {
  if (scene === 'unsupported' || municipality.status === 'failed') return 'failed';
  const isRunning = [plans, ...Object.values(planModels)].some(
    ({ status }) => status === 'running' || status === 'idle',
  );
  return scene === 'ready' && footprint && pendingTiles === 0 && !isRunning ? 'ready' : 'loading';
}

/** Before the page is first painted: what shows is decided by style sheet, so that nothing jumps. */
export function startEmbed(municipalityId: string): void {
  const query = new URLSearchParams(location.search);
  const parts = readParts(query.get('parts'));
  const { dataset } = document.documentElement;
  dataset['embed'] = '';
  dataset['embedParts'] = writeParts(parts).replaceAll(',', ' ');

  const onRefused = (refused: RefusedMessages) => {
    dataset['embedRefused'] = String(Object.values(refused).reduce((sum, more) => sum + more, 0));
    // Whoever wonders why nothing happens looks on the console.
    console.info('Tweelingstad ignored a message from the page around it:', { ...refused });
  };
  // In a window of its own there is nobody to talk with.
  const host = window.parent === window ? undefined : createEmbedHost(window as EmbeddedWindow, onRefused);
  window.addEventListener('pagehide', freeContexts);
  twin.subscribe((state) => {
    dataset['embedState'] = stateOf(state);
  });

  const element = document.createElement('div');
  document.body.prepend(element);
  createRoot(element).render(
    <EmbedOver
      municipalityId={municipalityId}
      hasPanel={parts.includes('search') || parts.includes('questions')}
      hasWayBack={query.get('embed') === 'page'}
      onLeave={() => host?.leave()}
    />,
  );
}

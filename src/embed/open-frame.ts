/** The viewer in a frame over the poster, until it is closed. Whoever opens it closes it. */
import { type EmbedWish, frameAddress, fullAddress, type ViewerPlace } from '../model/embed-address.ts';
import type { EmbedEvent } from '../model/embed-message.ts';
import { connectViewer, type ViewerClient } from './client.ts';
import { make, type PosterView } from './poster-view.ts';
import type { EmbedWords } from './text.ts';

/** Milliseconds after which a viewer that says nothing is told to be silent. */
const PATIENCE = 20_000;

export interface OpenFrame {
  readonly client: ViewerClient;
  /** Takes the frame out of the page, and with it all that the viewer holds. */
  close(): void;
}

const told = ['ready', 'selection', 'scenario', 'camera', 'error'] as const satisfies readonly EmbedEvent['type'][];

export function openFrame(
  view: PosterView,
  place: ViewerPlace,
  wish: EmbedWish,
  words: EmbedWords,
  { tell, leave }: { readonly tell: (event: EmbedEvent) => void; readonly leave: () => void },
): OpenFrame {
  const progress = make('progress', { 'aria-label': words.loading });
  const stageText = make('p', {}, words.loading);
  const veil = make('div', { class: 'veil', 'aria-hidden': 'true' }, stageText, progress);
  const frame = make('iframe', {
    src: frameAddress(place, wish),
    title: words.frame(place.municipality),
    allow: 'fullscreen',
    part: 'frame',
    referrerpolicy: 'strict-origin-when-cross-origin',
  });
  const client = connectViewer(frame, new URL(place.root).origin);
  let hears = false;

  function say(text: string) {
    stageText.textContent = text;
    view.status.textContent = text;
  }

  const unveil = () => veil.remove();
  const timer = setTimeout(() => {
    if (hears) return;
    unveil();
    view.status.textContent = words.silent;
    view.elsewhere.href = fullAddress(place, wish.scenario, wish.language);
    view.elsewhere.hidden = false;
  }, PATIENCE);

  client.on('here', () => {
    hears = true;
  });
  client.on('progress', ({ stage }) => say(words.stages[stage]));
  client.on('ready', ({ name }) => {
    unveil();
    frame.title = words.frame(name);
    view.status.textContent = words.opened;
  });
  // It shows in its own words what is wrong.
  client.on('error', unveil);
  client.on('leave', leave);
  for (const type of told) client.on(type, tell);
  // A page that is not on the viewer's list hears no progress: the viewer shows its own.
  frame.addEventListener('load', () => setTimeout(() => stageText.textContent === words.loading && unveil(), 3000));

  say(words.loading);
  view.stage.append(frame, veil);
  return {
    client,
    close() {
      clearTimeout(timer);
      client.destroy();
      veil.remove();
      frame.remove();
      view.elsewhere.hidden = true;
    },
  };
}

/** What the element shows before anyone asks for 3D, and the few things that stand around it after. */
import { lookSheet } from './look.ts';
import type { EmbedWords } from './text.ts';

type Attributes = Readonly<Record<string, string>>;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export interface PosterView {
  readonly stage: HTMLElement;
  readonly open: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  /** Told to screen readers as it changes. */
  readonly status: HTMLElement;
  /** The link for when the frame does not do. */
  readonly elsewhere: HTMLAnchorElement;
}

export interface PosterTexts {
  readonly words: EmbedWords;
  /** Address of the picture; the page may also give one of its own as `<img slot="poster">`, which is there without script. */
  readonly poster: string | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly summary: string | null;
}

/** In the order in which it is read: the way back, the picture with its button, caption, summary. */
export function drawPoster(root: ShadowRoot, texts: PosterTexts): PosterView {
  const { words, poster, alt, caption, summary } = texts;
  const open = make('button', { type: 'button', class: 'open', part: 'open' }, words.open);
  const close = make('button', { type: 'button', part: 'close', hidden: '' }, words.close);
  const status = make('p', { role: 'status', part: 'status' });
  const elsewhere = make('a', { target: '_blank', rel: 'noopener', hidden: '' }, words.window);
  const size = { width: '1200', height: '675', part: 'poster', decoding: 'async' };
  const picture = poster
    ? make('img', { src: poster, alt: alt ?? caption ?? words.picture, ...size })
    : make('div', { class: 'bare' });
  // What stands within a slot shows only where the page gives nothing for it.
  const stage = make('div', { class: 'stage', part: 'stage' }, make('slot', { name: 'poster' }, picture), open);
  root.adoptedStyleSheets = [lookSheet()];
  root.replaceChildren(
    make('div', { class: 'bar', part: 'bar' }, close, status, elsewhere),
    stage,
    ...(caption ? [make('p', { part: 'caption' }, make('strong', {}, caption))] : []),
    ...(summary ? [make('p', { part: 'summary' }, summary)] : []),
    make('slot'),
  );
  return { stage, open, close, status, elsewhere };
}

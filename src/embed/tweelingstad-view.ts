/**
 * `<tweelingstad-view src="…/made/markerwaard/municipality.json" scenario="v=2&plan=…" poster="plan.webp" caption="…" summary="…"
 * lang="nl" parts="search,questions,time,controls,status" ratio="16/9">`: a picture with words and a button, and after that button the
 * viewer in a frame. Own text may stand between its tags, and an own picture as `<img slot="poster">`: both are there without script.
 *
 * A layer of its own, beside the viewer and not in it: it runs in other sites' pages, and holds no dependency.
 */
import { type EmbedWish, readParts, viewerOf } from '../model/embed-address.ts';
import type { EmbedCommand, EmbedEvent } from '../model/embed-message.ts';
import { connectViewer } from './client.ts';
import { type OpenFrame, openFrame } from './open-frame.ts';
import { drawPoster, type PosterView } from './poster-view.ts';
import { wordsOf } from './text.ts';
import { takeTurn } from './turns.ts';

/** The one class of this project: browsers make custom elements from classes only. */
class TweelingstadView extends HTMLElement {
  static readonly observedAttributes = ['src', 'scenario', 'poster', 'caption', 'summary', 'lang', 'parts', 'ratio'];

  #view: PosterView | undefined;
  #open: { readonly frame: OpenFrame; endTurn(): void } | undefined;

  connectedCallback(): void {
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#leave3d();
  }

  /** What a frame shows stays until it is closed: a page that changes an attribute must not lose a visitor's place. */
  attributeChangedCallback(): void {
    if (this.isConnected && !this.#open) this.#draw();
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** To the viewer, once it is open and told `ready`; nothing happens before. */
  send(command: EmbedCommand): void {
    this.#open?.frame.client.send(command);
  }

  open(): void {
    const place = viewerOf(this.getAttribute('src') ?? '', this.baseURI);
    const view = this.#view;
    const words = wordsOf(this.#language);
    if (!view || this.#open) return;
    if (!place) {
      view.status.textContent = words.wrong;
      const detail = `src="${this.getAttribute('src') ?? ''}" is no address of made/<id>/municipality.json`;
      this.#tell({ type: 'error', code: 'municipality', detail });
      return;
    }
    const endTurn = takeTurn(() => this.#close(words.gaveWay, false));
    const wish: EmbedWish = {
      parts: readParts(this.getAttribute('parts')),
      scenario: this.getAttribute('scenario') ?? '',
      language: this.#language,
      by: 'element',
    };
    const frame = openFrame(view, place, wish, words, {
      tell: (event) => this.#tell(event),
      leave: () => view.close.focus(),
    });
    this.#open = { frame, endTurn };
    view.open.hidden = true;
    view.close.hidden = false;
    view.close.focus();
  }

  close(): void {
    if (this.#open) this.#close(wordsOf(this.#language).closed, true);
  }

  get #language(): string {
    const named = this.closest('[lang]')?.getAttribute('lang') ?? 'nl';
    return named.toLowerCase().startsWith('en') ? 'en' : 'nl';
  }

  #tell({ type, ...detail }: EmbedEvent): void {
    this.dispatchEvent(new CustomEvent(`tweelingstad:${type}`, { detail, bubbles: true, composed: true }));
  }

  #leave3d(): void {
    this.#open?.frame.close();
    this.#open?.endTurn();
    this.#open = undefined;
  }

  #close(said: string, takesFocus: boolean): void {
    this.#leave3d();
    if (!this.#view) return;
    const { open, close, status } = this.#view;
    open.hidden = false;
    close.hidden = true;
    status.textContent = said;
    if (takesFocus) open.focus();
  }

  #draw(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const read = (name: string) => this.getAttribute(name);
    const texts = {
      words: wordsOf(this.#language),
      poster: read('poster'),
      alt: read('alt'),
      caption: read('caption'),
      summary: read('summary'),
    };
    const view = drawPoster(root, texts);
    const ratio = /^\d+(\.\d+)?\s*\/\s*\d+(\.\d+)?$/.exec(read('ratio') ?? '')?.[0];
    if (ratio) view.stage.style.setProperty('--tweelingstad-ratio', ratio);
    view.open.addEventListener('click', () => this.open());
    view.close.addEventListener('click', () => this.close());
    this.#view = view;
  }
}

/** For pages that make the frame themselves. */
const shared = { connectViewer };

declare global {
  interface Window {
    tweelingstad?: typeof shared;
  }
  interface HTMLElementTagNameMap {
    'tweelingstad-view': TweelingstadView;
  }
}

window.tweelingstad ??= shared;
// A page may hold the script twice.
if (!customElements.get('tweelingstad-view')) customElements.define('tweelingstad-view', TweelingstadView);

/** What a web editor pastes into a page. Texts may come from data: `html` escapes them. */
import {
  type EmbedWish,
  fullAddress,
  posterAddress,
  scenarioHash,
  type ViewerPlace,
  writeParts,
} from './embed-address.ts';
import { html } from './html.ts';

/** Width to height of the place in the page. */
export const embedRatios = ['16/9', '4/3', '1/1', '3/4'] as const;
export type EmbedRatio = (typeof embedRatios)[number];

export interface SnippetWish extends EmbedWish {
  readonly ratio: EmbedRatio;
  /** Name of the municipality, for the frame's title. */
  readonly name: string;
  readonly caption: string;
  readonly summary: string;
  /** What the link to the whole viewer says. */
  readonly link: string;
  readonly picture:
    | { readonly url: string; readonly alt: string; readonly width: number; readonly height: number }
    | undefined;
}

/** CSS pixels high for a column of `width`. */
export function heightOf(ratio: EmbedRatio, width: number): number {
  const [across = 1, down = 1] = ratio.split('/').map(Number);
  return Math.round((width * down) / across);
}

/** The script and the element, with picture and words between its tags: those are there without script too. */
export function writeElement(place: ViewerPlace, wish: SnippetWish): string {
  const { picture, caption, summary, language, scenario } = wish;
  const image =
    picture &&
    html`  <img slot="poster" src="${picture.url}" width="${picture.width}" height="${picture.height}" alt="${picture.alt}">`;
  const lines = [
    ...(image ? [image] : []),
    ...(caption ? [html`  <p><strong>${caption}</strong></p>`] : []),
    ...(summary ? [html`  <p>${summary}</p>`] : []),
    html`  <p><a href="${fullAddress(place, scenario, language)}">${wish.link}</a></p>`,
  ];
  return html`<script src="${place.root}embed.js" defer></script>
<tweelingstad-view
  src="${place.root}made/${place.municipality}/municipality.json"
  scenario="${scenarioHash(scenario, language)}"
  parts="${writeParts(wish.parts)}"
  ratio="${wish.ratio}"
  lang="${language}"
>
${lines}
</tweelingstad-view>`.markup;
}

/** For sites that allow no script. */
export function writeFrame(place: ViewerPlace, wish: SnippetWish, title: string): string {
  const address = posterAddress(place, { ...wish, by: 'page' });
  return html`<iframe title="${title}" src="${address}" width="100%" height="${heightOf(wish.ratio, 760)}" loading="lazy" allow="fullscreen"></iframe>`
    .markup;
}

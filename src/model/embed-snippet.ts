/** What a web editor pastes into a page. Every text goes through one escape: it may come from data. */
import {
  type EmbedWish,
  fullAddress,
  posterAddress,
  scenarioHash,
  type ViewerPlace,
  writeParts,
} from './embed-address.ts';

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

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** CSS pixels high for a column of `width`. */
export function heightOf(ratio: EmbedRatio, width: number): number {
  const [across = 1, down = 1] = ratio.split('/').map(Number);
  return Math.round((width * down) / across);
}

/** The script and the element, with picture and words between its tags: those are there without script too. */
export function writeElement(place: ViewerPlace, wish: SnippetWish): string {
  const { picture, language, scenario } = wish;
  const attributes = [
    ['src', `${place.root}made/${place.municipality}/municipality.json`],
    ['scenario', scenarioHash(scenario, language)],
    ['parts', writeParts(wish.parts)],
    ['ratio', wish.ratio],
    ['lang', language],
  ] as const;
  return [
    `<script src="${escapeText(place.root)}embed.js" defer></script>`,
    '<tweelingstad-view',
    ...attributes.map(([name, value]) => `  ${name}="${escapeText(value)}"`),
    '>',
    ...(picture
      ? [
          `  <img slot="poster" src="${escapeText(picture.url)}" width="${picture.width}" height="${picture.height}" alt="${escapeText(picture.alt)}">`,
        ]
      : []),
    ...(wish.caption ? [`  <p><strong>${escapeText(wish.caption)}</strong></p>`] : []),
    ...(wish.summary ? [`  <p>${escapeText(wish.summary)}</p>`] : []),
    `  <p><a href="${escapeText(fullAddress(place, scenario, language))}">${escapeText(wish.link)}</a></p>`,
    '</tweelingstad-view>',
  ].join('\n');
}

/** For sites that allow no script. */
export function writeFrame(place: ViewerPlace, wish: SnippetWish, title: string): string {
  const address = posterAddress(place, { ...wish, by: 'page' });
  return `<iframe title="${escapeText(title)}" src="${escapeText(address)}" width="100%" height="${heightOf(wish.ratio, 760)}" loading="lazy" allow="fullscreen"></iframe>`;
}

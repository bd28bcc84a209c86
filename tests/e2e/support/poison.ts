/** A municipality whose every text is a payload: what the server answers, with the words for people replaced. */
import type { Page } from '@playwright/test';
import { markupPayloads, TRACE } from '../../fixtures/payloads.ts';

/** Not for people: names by which things find each other, and words of a fixed list. */
const fixed: ReadonlySet<string> = new Set(
  'id ids hash key url files type kind date energyLabels engine removed against themes question language schema'.split(
    ' ',
  ),
);

const pick = (text: string): string => {
  let sum = 0;
  for (const letter of text) sum = (31 * sum + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return markupPayloads[sum % markupPayloads.length] as string;
};

/** The same text becomes the same payload, so that things still find each other by name; the text itself stays behind it. */
function poison(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return /[A-Z ]/.test(value) && !fixed.has(key) ? `${pick(value)} ${value}` : value;
  if (Array.isArray(value)) return value.map((item) => poison(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, poison(member, name)]));
}

/** Credits that a tileset brings along: CesiumJS takes them for markup. */
const withCredits = (tileset: { asset: object }) => ({
  ...tileset,
  asset: {
    ...tileset.asset,
    copyright: markupPayloads.join(';'),
    extras: { cesium: { credits: markupPayloads.map((html) => ({ html, showOnScreen: true })) } },
  },
});

export async function poisonTexts(page: Page): Promise<void> {
  // What Cesium's terrain reads has no words for people.
  await page.route(/\/made\/(?!.*layer\.json)[^?]*\.json/, async (route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    const json: unknown = await response.json();
    const isTileset = route.request().url().endsWith('tileset.json');
    return route.fulfill({ response, json: isTileset ? withCredits(json as { asset: object }) : poison(json) });
  });
}

/** What a payload left behind on this page, in words; empty when all stayed text. */
export function listTraces(page: Page): Promise<string[]> {
  return page.evaluate((trace) => {
    const found: string[] = [];
    if (trace in globalThis) found.push('a script ran');
    const known = ['http:', 'https:', 'blob:'];
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      if (name === trace || ['iframe', 'object', 'embed', 'base', 'math', 'video', 'form-x'].includes(name))
        found.push(`an element ${name}`);
      for (const { name: attribute, value } of element.attributes)
        if (attribute.startsWith('on') || attribute.includes(trace)) found.push(`${name} has ${attribute}="${value}"`);
      if (element instanceof HTMLAnchorElement && element.href !== '' && !known.includes(element.protocol))
        found.push(`a link to ${element.href}`);
    }
    for (const element of document.querySelectorAll('script, link, img, source, style'))
      if (element.outerHTML.includes(trace)) found.push(element.outerHTML.slice(0, 100));
    return found;
  }, TRACE);
}

/** Addresses of the viewer in a frame of another page. Without dependency, as {@link file://./embed-message.ts}. */

/** What of the interface a frame may show, in the order of the page. */
export const embedParts = ['search', 'questions', 'time', 'controls', 'status'] as const;
export type EmbedPart = (typeof embedParts)[number];
/** What a frame shows when nothing is said. */
export const usualParts: readonly EmbedPart[] = ['time', 'controls'];

/** `search,time`; what is no part is left out. Absent: the usual parts; `none` or empty: the picture alone. */
export function readParts(text: string | null): readonly EmbedPart[] {
  if (text === null) return usualParts;
  const wanted = text.split(',').map((part) => part.trim());
  return embedParts.filter((part) => wanted.includes(part));
}

export const writeParts = (parts: readonly EmbedPart[]): string =>
  parts.length === 0 ? 'none' : embedParts.filter((part) => parts.includes(part)).join(',');

export interface ViewerPlace {
  /** Address of the viewer's folder, ending in a slash. */
  readonly root: string;
  readonly municipality: string;
}

/** From the address of a made `municipality.json`; undefined for any other. */
export function viewerOf(source: string, base: string): ViewerPlace | undefined {
  if (!URL.canParse(source, base)) return undefined;
  const { protocol, origin, pathname } = new URL(source, base);
  const [, folder, municipality] = /^(.*\/)made\/([a-z0-9][a-z0-9-]*)\/municipality\.json$/.exec(pathname) ?? [];
  if (!folder || !municipality || !/^https?:$/.test(protocol)) return undefined;
  return { root: origin + folder, municipality };
}

/** The part of an address after `#`, from a whole address or that part; in the language that is asked for. */
export function scenarioHash(scenario: string, language: string): string {
  const hash = scenario.slice(scenario.indexOf('#') + 1).trim();
  const parts = (/^v=\d+(&|$)/.test(hash) ? hash : 'v=2').split('&').filter((part) => !part.startsWith('lang='));
  return [...parts, ...(language === 'nl' ? [] : [`lang=${language}`])].join('&');
}

export interface EmbedWish {
  readonly parts: readonly EmbedPart[];
  readonly scenario: string;
  readonly language: string;
  /** `element`: the page around it has a button to close; `page`: the viewer shows the way back to the poster. */
  readonly by: 'element' | 'page';
  /** Name of a poster that the viewer's server holds. */
  readonly poster?: string | undefined;
}

function queryOf({ municipality }: ViewerPlace, { parts, poster }: EmbedWish, first: Record<string, string>): string {
  const query = { ...first, municipality, parts: writeParts(parts), ...(poster === undefined ? {} : { poster }) };
  return Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The viewer in embed mode. */
export const frameAddress = (place: ViewerPlace, wish: EmbedWish): string =>
  `${place.root}?${queryOf(place, wish, { embed: wish.by })}#${scenarioHash(wish.scenario, wish.language)}`;

/** The light page before it, for sites that allow no script. */
export const posterAddress = (place: ViewerPlace, wish: EmbedWish): string =>
  `${place.root}embed.html?${queryOf(place, wish, {})}#${scenarioHash(wish.scenario, wish.language)}`;

/** The whole viewer, in a window of its own. */
export const fullAddress = ({ root, municipality }: ViewerPlace, scenario: string, language: string): string =>
  `${root}?municipality=${municipality}#${scenarioHash(scenario, language)}`;

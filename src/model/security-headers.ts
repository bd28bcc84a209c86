/**
 * What the viewer may load and who may show it, from `municipality.json`: one policy for the built-in server, for nginx, for
 * Apache and for the page itself. A site with several municipalities has one page, so its policy is the union of theirs.
 *
 * Only hosts that `municipality.json` names are known here: one that a tileset or a redirect leads on to has to be named as well.
 */
import type { Municipality } from './municipality.ts';
import { originOf } from './origin.ts';

export interface SitePolicy {
  /** Origins that data come from. */
  readonly data: readonly string[];
  /** Those among them that pictures come from. */
  readonly pictures: readonly string[];
  /** Origins that may show the viewer in a frame. */
  readonly embedders: readonly string[];
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Texts about data (`source` holds where they were published) are no data. */
const aboutOnly: ReadonlySet<string> = new Set(['source', 'security', 'embedders']);

/** Origins of all addresses in `url` members, at any depth. */
function listOrigins(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (aboutOnly.has(name)) return [];
    if (name === 'url' && typeof member === 'string') return originOf(member) ?? [];
    return listOrigins(member);
  });
}

const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort();

export function listSitePolicy(municipalities: readonly Municipality[]): SitePolicy {
  return {
    data: sorted(municipalities.flatMap(listOrigins)),
    pictures: sorted(municipalities.flatMap(({ map }) => listOrigins(map))),
    embedders: sorted(municipalities.flatMap(({ embedders }) => embedders ?? [])),
  };
}

/** `in-page`: as a `meta` element, where browsers do not heed who may frame the page. */
export function toContentPolicy({ data, pictures, embedders }: SitePolicy, place: 'header' | 'in-page'): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // Kernels and decoders are WebAssembly, which is compiled code, not text that becomes code.
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:', ...pictures],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'data:', 'blob:', ...data],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'frame-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
    ...(place === 'header' ? { 'frame-ancestors': ["'self'", ...embedders] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** Also in the page itself, for servers that send no headers. The part after `#`, which holds the picture, is never sent. */
export const REFERRER_POLICY = 'same-origin';

/** Asked by no part of the viewer. Full screen and the clipboard keep their defaults: the page itself, and frames that are given them. */
const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
];

/** For every answer, over http too. */
export const listHeaders = (policy: SitePolicy): Header[] => [
  { name: 'Content-Security-Policy', value: toContentPolicy(policy, 'header') },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'Referrer-Policy', value: REFERRER_POLICY },
  { name: 'Permissions-Policy', value: refusedFeatures.map((feature) => `${feature}=()`).join(', ') },
  // Isolated, so that threads may share memory; browsers heed it on this machine and over https only. In a frame of another
  // site they do not share, and one thread computes the same.
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { name: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
];

/** Without TLS there is nothing to promise (RFC 6797, 7.2). */
export const strictTransport: Header = {
  name: 'Strict-Transport-Security',
  value: 'max-age=31536000; includeSubDomains',
};

export const RESOURCE_POLICY = 'Cross-Origin-Resource-Policy';
/**
 * What a page of another site loads by itself: pages (for a frame in an isolated page), the element's script, posters with their
 * texts, and `municipality.json`. For ECMAScript, nginx and Apache alike. All else is for our own pages only.
 */
export const SHARED_PATH = '(/|\\.html|/embed[^/]*\\.js|/posters/[^/]+|/municipality\\.json)$';
const sharedPath = new RegExp(SHARED_PATH);

/** What depends on the path of a request, and on the site that asks (its `Origin`). */
export function listPathHeaders({ embedders }: SitePolicy, path: string, origin: string | undefined): Header[] {
  const isShared = embedders.length > 0 && sharedPath.test(path);
  if (!isShared) return [{ name: RESOURCE_POLICY, value: 'same-origin' }];
  const isAllowed = origin !== undefined && embedders.includes(origin);
  return [
    { name: RESOURCE_POLICY, value: 'cross-origin' },
    { name: 'Vary', value: 'Origin' },
    ...(isAllowed ? [{ name: 'Access-Control-Allow-Origin', value: origin }] : []),
  ];
}

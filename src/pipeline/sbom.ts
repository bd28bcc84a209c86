/** What the viewer and its tools are made of, from package-lock.json: a software bill of materials in CycloneDX 1.6. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { InputError } from '../model/input-error.ts';

z.config({ jitless: true });

const names = z.optional(z.record(z.string(), z.string()));
const lockedPackage = z.object({
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  license: z.optional(z.string()),
  /** `sha512-` and base64. */
  integrity: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  hasInstallScript: z.optional(z.boolean()),
  os: z.optional(z.array(z.string())),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});
const lockFile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), lockedPackage) });

export type LockedPackage = z.infer<typeof lockedPackage>;
/** By place: `node_modules/a/node_modules/b`; the project itself is at ''. */
export type LockedPackages = ReadonlyMap<string, LockedPackage>;

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Throws {@link InputError} for a lock file of another version. */
export function readLock(file = join(project, 'package-lock.json')): LockedPackages {
  const result = lockFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success)
    throw new InputError(
      `${file}: ${result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0]}`,
    );
  return new Map(Object.entries(result.data.packages));
}

const FOLDER = 'node_modules/';
export const nameOf = (place: string): string => place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);

/** Packages for one operating system carry no licence in the lock file: they are parts of the package that they are made for. */
function licenceOf(packages: LockedPackages, place: string): string | undefined {
  const own = packages.get(place)?.license;
  if (own !== undefined || !packages.get(place)?.os) return own;
  const whole = [...packages].find(
    ([, { optionalDependencies }]) => optionalDependencies?.[nameOf(place)] !== undefined,
  );
  return whole?.[1].license;
}

/** What is installed when only what runs is: of tools for tests and building nothing. With its licence. */
export const listShipped = (
  packages: LockedPackages,
): { readonly name: string; readonly licence: string | undefined }[] =>
  [...packages].flatMap(([place, { dev }]) =>
    place === '' || dev ? [] : [{ name: nameOf(place), licence: licenceOf(packages, place) }],
  );

/** Package URL: a scope's `@` is written as `%40`. */
const toPurl = (place: string, { version = '' }: LockedPackage) =>
  `pkg:npm/${nameOf(place).replace('@', '%40')}@${version}`;

/** Where Node finds a dependency: below the package itself, else beside it or beside one that it lies in. */
function findPlace(packages: LockedPackages, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf(`/${FOLDER}`), 0))) {
    const place = folder === '' ? FOLDER + name : `${folder}/${FOLDER}${name}`;
    if (packages.has(place)) return place;
    if (folder === '') return undefined;
  }
}

function listDependencies(packages: LockedPackages, place: string): string[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = packages.get(place) ?? {};
  const wanted = { ...peerDependencies, ...devDependencies, ...optionalDependencies, ...dependencies };
  const places = Object.keys(wanted).flatMap((name) => findPlace(packages, place, name) ?? []);
  return [...new Set(places.map((found) => toPurl(found, packages.get(found) as LockedPackage)))].sort();
}

const toLicences = (licence: string | undefined) => {
  if (licence === undefined) return {};
  return { licenses: [/ (AND|OR|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }] };
};

function toHashes(integrity: string | undefined) {
  const [, base64] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? [];
  return base64 === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] };
}

interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly group?: string | undefined;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** `excluded`: only for building and testing. */
  readonly scope: 'required' | 'optional' | 'excluded';
  readonly licenses?: readonly object[];
  readonly hashes?: readonly object[];
  readonly purl: string;
}

/** The same name and version in several places is one component. */
function listComponents(packages: LockedPackages): Component[] {
  const byPurl = new Map<string, Component>();
  for (const [place, locked] of packages) {
    if (place === '') continue;
    const purl = toPurl(place, locked);
    const scope = locked.dev ? 'excluded' : locked.optional ? 'optional' : 'required';
    const before = byPurl.get(purl);
    if (before && before.scope !== 'excluded') continue;
    const [group, name = group] = nameOf(place).split('/');
    byPurl.set(purl, {
      type: 'library',
      'bom-ref': purl,
      ...(name === group ? {} : { group }),
      name,
      version: locked.version,
      scope,
      ...toHashes(locked.integrity),
      ...toLicences(licenceOf(packages, place)),
      purl,
    });
  }
  return [...byPurl].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component);
}

/** Of the same lock file always the same, but for its moment. */
function serialOf(packages: LockedPackages): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([...packages]))
    .digest('hex');
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export function makeSbom(packages: LockedPackages, now = new Date()) {
  const { name = '', version, license } = packages.get('') ?? {};
  const own = `pkg:npm/${name}@${version}`;
  const refs = new Map<string, Set<string>>([[own, new Set(listDependencies(packages, ''))]]);
  for (const [place, locked] of packages) {
    if (place === '') continue;
    const purl = toPurl(place, locked);
    refs.set(purl, new Set([...(refs.get(purl) ?? []), ...listDependencies(packages, place)]));
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(packages),
    version: 1,
    metadata: {
      timestamp: now.toISOString(),
      tools: { components: [{ type: 'application', name: 'tweelingstad sbom', version }] },
      component: { type: 'application', 'bom-ref': own, name, version, ...toLicences(license), purl: own },
    },
    components: listComponents(packages),
    dependencies: [...refs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })),
  };
}

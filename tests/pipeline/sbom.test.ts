import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LockedPackages, listShipped, makeSbom, nameOf, readLock } from '../../src/pipeline/sbom.ts';

/** Those that may be combined with EUPL-1.2: permissive ones, EUPL itself, and what its appendix names. Fonts and data: OFL, CC0. */
const compatible: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Zlib',
]);

/** One of those between OR, each of those between AND. */
const isCompatible = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => compatible.has(licence)));

/** They run one only to check or speed up what works without; `.npmrc` keeps it from running. */
const withScripts = ['esbuild'];

let packages: LockedPackages;
beforeAll(() => {
  packages = readLock();
});

describe('dependencies', () => {
  it('that are shipped may be shipped under EUPL-1.2', () => {
    const shipped = listShipped(packages);
    expect(shipped.length).toBeGreaterThan(80);
    const wrong = shipped.filter(({ licence }) => licence === undefined || !isCompatible(licence));
    expect(wrong).toEqual([]);
  });

  it.each(['GPL-3.0-or-later', 'UNLICENSED', '', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN LICENSE'])(
    'of licence "%s" would not be accepted',
    (licence) => expect(isCompatible(licence)).toBe(false),
  );

  it('are installed without running a script', () => {
    const found = [...packages].flatMap(([place, { hasInstallScript }]) => (hasInstallScript ? nameOf(place) : []));
    expect([...new Set(found)]).toEqual(withScripts);
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => /^(pre|post|install|prepare)/.test(name))).toEqual([]);
  });

  it('are pinned to one version and, but for binaries of other systems, to one content', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    const { dependencies: locked, devDependencies: lockedTools } = packages.get('') ?? {};
    expect({ ...locked, ...lockedTools }).toEqual({ ...dependencies, ...devDependencies });
    const loose = [...packages].filter(([place, { integrity }]) => place !== '' && integrity === undefined);
    expect(loose.filter(([, { optional, os, version }]) => !(optional && os && version))).toEqual([]);
  });
});

describe('the bill of materials', () => {
  const now = new Date('2026-11-23T10:00:00Z');

  it('is CycloneDX 1.6 that names each component once, with version, licence, hash and address', () => {
    const { bomFormat, specVersion, serialNumber, metadata, components } = makeSbom(packages, now);
    expect({ bomFormat, specVersion }).toEqual({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(metadata).toMatchObject({ timestamp: '2026-11-23T10:00:00.000Z', component: { name: 'tweelingstad' } });
    const cesium = components.find(({ name }) => name === 'cesium');
    expect(cesium).toMatchObject({
      type: 'library',
      version: packages.get('node_modules/cesium')?.version,
      scope: 'required',
      licenses: [{ license: { id: 'Apache-2.0' } }],
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      purl: expect.stringMatching(/^pkg:npm\/cesium@/),
    });
    const refs = components.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const wanted = new Set([...packages].map(([place, { version }]) => `${nameOf(place)}@${version}`));
    expect(components.length).toBe(wanted.size - 1);
  });

  it('tells who needs what, and only what is in it', () => {
    const { components, dependencies } = makeSbom(packages, now);
    const known = new Set(components.map((component) => component['bom-ref']));
    for (const { ref, dependsOn } of dependencies) {
      if (!ref.startsWith('pkg:npm/tweelingstad@')) expect(known.has(ref), ref).toBe(true);
      for (const other of dependsOn) expect(known.has(other), `${ref} needs ${other}`).toBe(true);
    }
    const reached = new Set<string>();
    const walk = (ref: string) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const other of dependencies.find((item) => item.ref === ref)?.dependsOn ?? []) walk(other);
    };
    walk(`pkg:npm/tweelingstad@${packages.get('')?.version}`);
    // All that is in it is there for someone.
    expect(dependencies.map(({ ref }) => ref).filter((ref) => !reached.has(ref))).toEqual([]);
  });
});

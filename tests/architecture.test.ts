import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The layer table of the README as data: what a folder of `src` may import besides itself. */
const layers: Record<string, { layers: string[]; packages: string[] }> = {
  model: { layers: [], packages: ['astronomy-engine', 'earcut', 'proj4', 'zod'] },
  engines: { layers: ['model'], packages: ['*'] },
  workers: {
    layers: ['model', 'engines'],
    packages: ['comlink', '@loaders.gl/3d-tiles', '@loaders.gl/core', 'geotiff', 'sql.js'],
  },
  /** What people read: plain data, so that the pipeline can write the same words. Of other layers only types. */
  'ui/text': { layers: ['model', 'store', 'ui'], packages: [] },
  store: { layers: ['model', 'workers'], packages: ['zustand'] },
  scene: { layers: ['model', 'store'], packages: ['cesium'] },
  ui: {
    layers: ['model', 'store', 'ui/text'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      '@utrecht',
      '@nl-design-system-candidate',
      '@nl-design-system-unstable',
      '@fontsource-variable/noto-sans',
      'uqr',
    ],
  },
  embed: { layers: ['model'], packages: [] },
  pipeline: { layers: ['model', 'engines', 'ui/text'], packages: ['*'] },
  demo: { layers: ['model'], packages: ['*'] },
  'cli.ts': { layers: ['pipeline', 'engines', 'demo', 'model'], packages: ['*'] },
  'main.tsx': { layers: ['model', 'workers', 'store', 'scene', 'ui'], packages: ['*'] },
};
/** Packages that belong to one layer, also where '*' stands. */
const reserved: Record<string, string[]> = {
  cesium: ['scene'],
  react: ['ui', 'main.tsx'],
  'react-dom': ['ui', 'main.tsx'],
};
const src = resolve('src');

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

const layerOf = (file: string) => {
  const parts = relative(src, file).split(sep);
  return parts[0] === 'ui' && parts[1] === 'text' ? 'ui/text' : (parts[0] as string);
};
const packageOf = (specifier: string) =>
  specifier.startsWith('@') && !specifier.startsWith('@utrecht') && !specifier.startsWith('@nl-design')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] as string);

function listImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const pattern = /(?:from\s|import\s|import\()\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.ts)['"]/g;
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? match[2]) as string);
}

function violation(file: string, specifier: string): string | undefined {
  const layer = layerOf(file);
  const rule = layers[layer];
  const place = `${relative(src, file)} imports ${specifier}`;
  if (!rule) return `${place}: no layer is called ${layer}`;
  if (specifier.startsWith('.')) {
    const target = layerOf(resolve(dirname(file), specifier));
    if (target === layer || rule.layers.includes(target) || target === '..') return undefined;
    return `${place}: ${layer} may not import ${target}`;
  }
  const name = packageOf(specifier);
  const owners = reserved[name];
  if (owners && !owners.includes(layer)) return `${place}: only ${owners.join(', ')} may`;
  if (name.startsWith('node:')) {
    return ['pipeline', 'demo', 'cli.ts'].includes(layer) ? undefined : `${place}: ${layer} also runs in the browser`;
  }
  if (rule.packages.includes('*') || rule.packages.includes(name)) return undefined;
  return `${place}: ${layer} may not use this package`;
}

describe('the layers', () => {
  const files = listSources(src);

  it('hold source files', () => expect(files.length).toBeGreaterThan(3));

  it('import only what the layer table allows', () => {
    const violations = files.flatMap((file) => listImports(file).map((specifier) => violation(file, specifier)));
    expect(violations.filter(Boolean)).toEqual([]);
  });

  it('are caught when they break the table', () => {
    expect(violation(join(src, 'model/x.ts'), '../store/y.ts')).toMatch(/may not import store/);
    expect(violation(join(src, 'ui/x.tsx'), '../scene/y.ts')).toMatch(/may not import scene/);
    expect(violation(join(src, 'ui/x.tsx'), 'cesium')).toMatch(/only scene/);
    expect(violation(join(src, 'engines/x.ts'), 'node:fs')).toMatch(/runs in the browser/);
  });

  it('give texts only types of what a browser runs', () => {
    const values = files
      .filter((file) => layerOf(file) === 'ui/text')
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*'(\.\.\/[^']+)'/gm)].map((match) => ({
          file: relative(src, file),
          target: layerOf(resolve(dirname(file), match[1] as string)),
        })),
      );
    expect(values.filter(({ target }) => target !== 'model' && target !== 'ui/text')).toEqual([]);
    expect(values.length).toBeGreaterThan(3);
  });

  it('keep every module under 400 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long.map((file) => relative(src, file))).toEqual([]);
  });
});

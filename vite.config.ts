import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import type { InlineConfig } from 'vitest/node';
import {
  listHeaders,
  listPathHeaders,
  listSitePolicy,
  REFERRER_POLICY,
  toContentPolicy,
} from './src/model/security-headers.ts';
import { type KernelName, kernels, loadKernel } from './src/pipeline/compile-kernel.ts';
import { embedFileNames, makeEmbedFile } from './src/pipeline/embed-files.ts';
import { readSite } from './src/pipeline/headers/site.ts';

const root = dirname(fileURLToPath(import.meta.url));
const cesiumBuild = join(root, 'node_modules/cesium/Build/Cesium');
/** What CesiumJS fetches at run time from `cesium/`: its workers, the offline world map and wasm decoders. */
const cesiumFolders = ['Workers', 'Assets', 'ThirdParty'];
const mimeTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.xml': 'text/xml',
};

/** In development the server injects scripts and styles: of the headers only those remain that let threads share memory. */
const isolation = Object.fromEntries(
  listHeaders(listSitePolicy([])).flatMap(({ name, value }) =>
    name.startsWith('Cross-Origin-') ? [[name, value]] : [],
  ),
);

/** Serves and copies CesiumJS's static files, so that nothing comes from another host. */
function cesiumStaticFiles(): Plugin {
  let outDir = '';
  return {
    name: 'cesium-static-files',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use('/cesium', (request, response, next) => {
        const path = normalize(join(cesiumBuild, decodeURIComponent((request.url ?? '').split('?')[0] ?? '')));
        if (!path.startsWith(cesiumBuild) || !existsSync(path) || !statSync(path).isFile()) return next();
        response.setHeader('Content-Type', mimeTypes[extname(path)] ?? 'application/octet-stream');
        for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
        createReadStream(path).pipe(response);
      });
    },
    async closeBundle() {
      if (!existsSync(outDir)) return;
      for (const folder of cesiumFolders) {
        await cp(join(cesiumBuild, folder), join(outDir, 'cesium', folder), { recursive: true });
      }
    },
  };
}

/**
 * What the page may load and run, by the municipalities that are made: in the page itself, and as the headers of a preview, which
 * are those of the built-in server. In builds only, because the development server injects scripts and styles.
 */
const readPolicy = () => listSitePolicy(readSite(join(root, 'public')));

function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: (_, { command, isPreview }) => command === 'build' || isPreview === true,
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: toContentPolicy(readPolicy(), 'in-page') },
        injectTo: 'head-prepend',
      },
      { tag: 'meta', attrs: { name: 'referrer', content: REFERRER_POLICY }, injectTo: 'head' },
    ],
    configurePreviewServer({ middlewares }) {
      const policy = readPolicy();
      const always = listHeaders(policy);
      middlewares.use(({ url = '/', headers: { origin } }, response, next) => {
        for (const { name, value } of [...always, ...listPathHeaders(policy, url.split('?')[0] ?? '', origin)])
          response.setHeader(name, value);
        next();
      });
    },
  };
}

/** What CesiumJS does that the policy forbids: file, the code as it is, and as it may be. */
const cesiumPatches: readonly (readonly [string, string, string])[] = [
  // A `<style>` for its own credits, which are not shown: the page draws the credits itself.
  ['/Scene/CreditDisplay.js', 'function appendCss(container) {', 'function appendCss() {\n  return;'],
  // An inline style, to see whether the browser knows it.
  ['/Core/FeatureDetection.js', 'canvas.setAttribute(\n      "style",', 'Reflect.set(canvas.style, "cssText",'],
  // A credit that a tileset brings along would become markup, be it washed first: its pictures would be fetched.
  ['/Core/Credit.js', 'import DOMPurify from "dompurify";', ''],
  ['/Core/Credit.js', 'DOMPurify.sanitize(this._html)', 'this._html'],
  ['/Core/Credit.js', 'div.innerHTML = html;', 'div.textContent = html;'],
];

function cesiumUnderPolicy(): Plugin {
  return {
    name: 'cesium-under-policy',
    apply: 'build',
    transform(code, id) {
      const patches = cesiumPatches.filter(([file]) => id.endsWith(`engine/Source${file}`));
      if (patches.length === 0) return undefined;
      let patched = code;
      for (const [, from, to] of patches) {
        if (!patched.includes(from)) this.error(`Expected "${from}" in ${id}: CesiumJS has changed.`);
        patched = patched.replace(from, to);
      }
      return { code: patched, map: null };
    },
  };
}

/**
 * proj4 registers some thirty projections and a hundred datums and reads WKT, MGRS and grids of shifts: 42 kB gzip, of which RD New
 * needs the double stereographic with its own shift. In the browser the rest is left out; the command line, which reads files in any system, has all of proj4.
 */
function proj4ForRd(): Plugin {
  const absent = "const absent = () => { throw new Error('This part of proj4 is not in the viewer.'); };";
  const modules: Record<string, string> = {
    '../projs': `import sterea from 'proj4/lib/projections/sterea.js';
      export default (proj4) => proj4.Proj.projections.add(sterea);`,
    // A projection without a name is not registered; Mercator is the one that proj4 always brings along.
    './projections/merc': 'export default { names: [] };',
    './nadgrid': `${absent} export const getNadgrids = () => null; export default absent;`,
    // Of RD New, of degrees, and of the Web Mercator that proj4 names but that nobody asks for.
    './constants/Ellipsoid': `export default { bessel: { a: 6377397.155, rf: 299.1528128, ellipseName: 'Bessel 1841' },
      WGS84: { a: 6378137, rf: 298.257223563, ellipseName: 'WGS 84' } };`,
    './constants/Datum': "export default { wgs84: { towgs84: '0,0,0', ellipse: 'WGS84', datumName: 'WGS84' } };",
    'wkt-parser': `${absent} export default absent;`,
    mgrs: `${absent} export { absent as toPoint, absent as forward }; export default {};`,
  };
  const prefix = '\0proj4-for-rd:';
  return {
    name: 'proj4-for-rd',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer?.includes('/node_modules/proj4/') && source in modules ? prefix + source : undefined,
    load: (id) => (id.startsWith(prefix) ? modules[id.slice(prefix.length)] : undefined),
  };
}

/** `…/kernel/flood.ts?wasm`: a kernel compiled, as base64, so that it needs no address and no request of its own. */
function compiledKernels(): Plugin {
  const names = Object.keys(kernels) as KernelName[];
  const idOf = (name: KernelName) => `${kernels[name].entry}?wasm`;
  return {
    name: 'compiled-kernels',
    enforce: 'pre',
    resolveId(source) {
      const name = names.find((kernel) => source.endsWith(`/kernel/${kernel}.ts?wasm`));
      return name && idOf(name);
    },
    async load(wanted) {
      const name = names.find((kernel) => idOf(kernel) === wanted);
      if (!name) return undefined;
      return `export default ${JSON.stringify(Buffer.from(await loadKernel(name)).toString('base64'))};`;
    },
  };
}

/** `embed.js`, and `embed.html` with what it needs. */
function embedFiles(): Plugin {
  return {
    name: 'embed-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
        const making = makeEmbedFile(name);
        if (!making) return next();
        making.then((text) => {
          response.setHeader('Content-Type', `${mimeTypes[extname(name)]}; charset=utf-8`);
          for (const [header, value] of Object.entries(isolation)) response.setHeader(header, value);
          response.end(text);
        }, next);
      });
    },
    async generateBundle() {
      const policy = toContentPolicy(readPolicy(), 'in-page');
      for (const fileName of embedFileNames) {
        const source = await makeEmbedFile(fileName, policy);
        if (source !== undefined) this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/** CesiumJS and its dependencies; not `earcut`, which drawing needs where CesiumJS does not come. */
const cesiumModules =
  /node_modules\/(@cesium|cesium|@zip\.js|@spz-loader|autolinker|bitmap-sdf|dompurify|draco3d|grapheme-splitter|jsep|kdbush|ktx-parse|lerc|long|mersenne-twister|meshoptimizer|pako|protobufjs|@protobufjs|rbush|topojson-client|urijs)\//;

const test: InlineConfig = {
  include: ['tests/**/*.test.{ts,tsx}'],
  environment: 'node',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // On two cores vitest would leave one to itself, which needs a fortieth of it.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};

export default defineConfig({
  root,
  base: './',
  // A missing tile must answer 404, never the page itself.
  appType: 'mpa',
  plugins: [
    react(),
    cesiumStaticFiles(),
    securityPolicy(),
    cesiumUnderPolicy(),
    proj4ForRd(),
    compiledKernels(),
    embedFiles(),
  ],
  // Fonts and pictures stay files: the content security policy allows no data: fonts.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // What knows no preload links fetches the same files a moment later.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    copyPublicDir: true,
    // CesiumJS and what only it needs apart from our own code, so that each has a size of its own.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'cesium', test: cesiumModules }] } } },
  },
  // Modules, so that a thread fetches only the decoders that it meets; in a thread proj4 is as small as on the page.
  worker: { format: 'es', plugins: () => [proj4ForRd(), compiledKernels()] },
  server: { headers: isolation },
  preview: { port: 4173 },
  test,
} as Parameters<typeof defineConfig>[0]);

/** What other sites put in their pages, and the light page for those that allow no script: stable names, each script one classic file. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const project = fileURLToPath(new URL('../..', import.meta.url));
const inSource = (file: string) => fileURLToPath(new URL(`../embed/${file}`, import.meta.url));

async function bundle(file: string): Promise<string> {
  const made = await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry: inSource(file), formats: ['iife'], name: 'embed' } },
  });
  const [output] = [made].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (!chunk || !('code' in chunk)) throw new Error(`Expected one script of ${file}.`);
  return chunk.code;
}

/** By name; `policy` is the page's content security policy, absent while developing. */
const makers: Readonly<Record<string, (policy: string | undefined) => Promise<string>>> = {
  'embed.js': () => bundle('tweelingstad-view.ts'),
  'embed-page.js': () => bundle('poster-page.ts'),
  'embed-page.css': () => readFile(inSource('poster-page.css'), 'utf8'),
  'embed.html': async (policy) => {
    const html = await readFile(inSource('poster-page.html'), 'utf8');
    const tag = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    `;
    return policy === undefined ? html : html.replace('<meta charset', `${tag}<meta charset`);
  },
};

export const embedFileNames: readonly string[] = Object.keys(makers);

/** Undefined for a name that is none of {@link embedFileNames}. */
export function makeEmbedFile(name: string, policy?: string): Promise<string> | undefined {
  return Object.hasOwn(makers, name) ? makers[name]?.(policy) : undefined;
}

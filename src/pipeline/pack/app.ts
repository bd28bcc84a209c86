/** The viewer itself in a pack: built afresh, or a build that is there already. */
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../model/input-error.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
/** Made municipalities lie in the public folder too, but a pack holds only its own. */
const MADE = 'made';

async function copyAllBut(name: string, from: string, to: string): Promise<void> {
  for (const entry of await readdir(from)) {
    if (entry !== name) await cp(join(from, entry), join(to, entry), { recursive: true });
  }
}

async function buildApp(target: string): Promise<void> {
  const { build } = await import('vite').catch(() => {
    throw new InputError('The viewer cannot be built here (vite is missing): name a built one with --app dist.');
  });
  // The configuration joins it to the project's folder.
  const outDir = relative(project, target);
  await build({ root: project, logLevel: 'warn', build: { outDir, emptyOutDir: false, copyPublicDir: false } });
  await copyAllBut(MADE, join(project, 'public'), target);
}

/** `app`: folder of a built viewer. The page opens `municipality` unless its address asks for another. */
export async function putApp(target: string, municipality: string, app: string | undefined): Promise<void> {
  if (app === undefined) await buildApp(target);
  else {
    if (!existsSync(join(app, 'index.html')))
      throw new InputError(`${resolve(app)}: no built viewer (index.html is missing); run "npm run build" first.`);
    await copyAllBut(MADE, app, target);
  }
  const page = join(target, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('</head>', `  <meta name="municipality" content="${municipality}">\n  </head>`));
}

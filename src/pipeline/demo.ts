/**
 * A municipality whose sources are generated: writes them when the generator has changed or they are gone, then builds. What
 * is there and up to date costs a few file dates.
 */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, type BuildReport, buildMunicipality } from './build.ts';
import { writeBeside } from './write-beside.ts';

export interface SourceGenerator {
  /** Changes whenever the generator gives other files. */
  readonly version: number;
  /** Writes all sources into the folder, which exists. */
  write(folder: string, onProgress: (share: number) => void): Promise<unknown>;
}

export interface DemoOptions extends BuildOptions {
  /** Writes the sources only when they are gone or another version's. */
  readonly ifMissing?: boolean;
}

const STAMP = 'generator.json';

/** Written last and into place with all files, so that sources of a run that was broken off do not count. */
function isWritten(sources: string, version: number): boolean {
  const stamp = join(sources, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === toStamp(version);
}

const toStamp = (version: number) => `${JSON.stringify({ generatorVersion: version })}\n`;

/** `folder` holds `municipality.json`; its `sources` folder is the generator's own and replaced as a whole. */
export async function makeDemo(
  folder: string,
  generator: SourceGenerator,
  { ifMissing = false, ...options }: DemoOptions = {},
): Promise<BuildReport> {
  const sources = join(folder, 'sources');
  if (!ifMissing || !isWritten(sources, generator.version)) {
    const progress = options.onStep?.('sources');
    try {
      await writeBeside(sources, 'folder', async (beside) => {
        await generator.write(beside, (share) => progress?.update(share));
        await writeFile(join(beside, STAMP), toStamp(generator.version));
      });
      progress?.stop();
    } catch (error) {
      progress?.abandon();
      throw error;
    }
  }
  return buildMunicipality(folder, options);
}

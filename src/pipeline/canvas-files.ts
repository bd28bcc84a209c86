/** The canvases of questions that a municipality ships: read strictly and put together in one small file for the page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Municipality } from '../model/municipality.ts';
import { parseCanvasFile, type UseCaseCanvas, writeCanvasFile } from '../model/use-case-canvas.ts';

/** Beside `municipality.json`, which names it. */
export const CANVAS_FILE = 'canvases.json';

function readFile(file: string): readonly UseCaseCanvas[] {
  if (!existsSync(file)) throw new InputError(`${file}: file not found (canvases); the page of a canvas writes one.`);
  try {
    return parseCanvasFile(JSON.parse(readFileSync(file, 'utf8')), file);
  } catch (error) {
    const { message } = error as Error;
    throw new InputError(error instanceof SyntaxError ? `${file}: not valid JSON: ${message}` : message);
  }
}

/** The text of the made file; undefined where the municipality names none. Throws {@link InputError} with file and field. */
export function readCanvasFiles(folder: string, { canvases }: Municipality): string | undefined {
  if (!canvases || canvases.length === 0) return undefined;
  const seen = new Map<string, string>();
  const all = canvases.flatMap((name) => {
    const file = join(folder, name);
    const read = readFile(file);
    for (const [i, { question, language }] of read.entries()) {
      const key = `"${question}" in ${language}`;
      const place = `${file}: canvases.${i}`;
      const before = seen.get(key);
      if (before) throw new InputError(`${place}: a canvas for ${key} stands in ${before} already`);
      seen.set(key, place);
    }
    return read;
  });
  return writeCanvasFile(all);
}

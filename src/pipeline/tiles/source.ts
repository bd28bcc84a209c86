/** Opening CityJSON: tells a document from a sequence by what is in it, not by its name. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type CityFeature, type CityHeader, parseCityFeature, parseCityHeader } from '../../model/cityjson.ts';
import { InputError } from '../../model/input-error.ts';

/** What a file looks like from its first line, before anything large is parsed. */
export type Sniffed =
  | { readonly kind: 'document'; readonly size: number }
  /** Bytes: where the features begin, and where the file ends. `header` undefined for features alone. */
  | {
      readonly kind: 'sequence';
      readonly header: CityHeader | undefined;
      readonly start: number;
      readonly size: number;
    };

export interface OpenDocument {
  readonly header: CityHeader;
  readonly feature: CityFeature;
}

/** V8 holds no longer text. */
const LONGEST_DOCUMENT = 500e6;
/** A file of one line that is longer is taken for a document, not for one feature, without parsing it. */
const LONGEST_LINE = 4e6;
const PIECE = 1 << 20;
const NEWLINE = 10;

const withoutMark = (text: string) => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/** The first line that is not blank, its end in bytes, and whether more than blanks follows. */
function readFirstLine(file: string, size: number): { text: string; end: number; hasMore: boolean } {
  const descriptor = openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    let at = 0;
    let lineStart = 0;
    while (at < size) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at));
      const length = readSync(descriptor, piece, 0, piece.length, at);
      if (length === 0) break;
      const newline = piece.subarray(0, length).indexOf(NEWLINE);
      pieces.push(piece.subarray(0, newline === -1 ? length : newline));
      at += newline === -1 ? length : newline + 1;
      if (newline === -1) {
        if (at - lineStart > LONGEST_DOCUMENT) break;
        continue;
      }
      const text = withoutMark(Buffer.concat(pieces).toString('utf8')).trim();
      if (text !== '') return { text, end: at, hasMore: hasMoreAfter(descriptor, at, size) };
      pieces.length = 0;
      lineStart = at;
    }
    return { text: withoutMark(Buffer.concat(pieces).toString('utf8')).trim(), end: at, hasMore: false };
  } finally {
    closeSync(descriptor);
  }
}

function hasMoreAfter(descriptor: number, at: number, size: number): boolean {
  const piece = Buffer.alloc(PIECE);
  for (let from = at; from < size; from += PIECE) {
    const length = readSync(descriptor, piece, 0, PIECE, from);
    if (piece.subarray(0, length).some((byte) => byte > 32)) return true;
  }
  return false;
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputError(`${where} is not valid JSON (${reason}); it may be cut off.`);
  }
}

const isFeature = (json: unknown) =>
  typeof json === 'object' && json !== null && 'type' in json && json.type === 'CityJSONFeature';

/** A file of features alone borrows the header of the file before it. Throws {@link InputError} where there is none. */
export function borrowHeader(previous: CityHeader | undefined, file: string): CityHeader {
  if (previous) return previous;
  throw new InputError(
    `${basename(file)} begins with a CityJSONFeature; its first line must be the CityJSON object that holds transform and reference system.`,
  );
}

/**
 * Parses a whole document. `before` names the file whose header a single feature borrows. Throws {@link InputError} for what
 * is too long, cut off, or not CityJSON.
 */
export function openDocument(file: string, before: string | undefined): OpenDocument {
  const name = basename(file);
  const size = sizeOf(file);
  if (size > LONGEST_DOCUMENT)
    throw new InputError(
      `${name} is one CityJSON document of ${Math.round(size / 1e6)} MB, more than can be parsed at once: turn it into CityJSONSeq (.city.jsonl) first.`,
    );
  const json = parseJson(withoutMark(readFileSync(file, 'utf8')), name);
  const header = isFeature(json)
    ? borrowHeader(before ? readHeader(before) : undefined, file)
    : parseCityHeader(json, name);
  return { header, feature: parseCityFeature(json, name) };
}

/** The header of a document or sequence; undefined for features alone. */
export function readHeader(file: string): CityHeader | undefined {
  const sniffed = sniffSource(file);
  return sniffed.kind === 'sequence' ? sniffed.header : openDocument(file, undefined).header;
}

/** Throws {@link InputError} for what is missing or empty, and for a sequence whose header is not CityJSON. */
export function sniffSource(file: string): Sniffed {
  const name = basename(file);
  const size = sizeOf(file);
  const first = readFirstLine(file, size);
  if (first.text === '') throw new InputError(`${name} is empty.`);
  if (!first.text.endsWith('}') || (!first.hasMore && first.text.length > LONGEST_LINE))
    return { kind: 'document', size };
  const head = tryParse(first.text);
  if (head === undefined) return { kind: 'document', size };
  if (isFeature(head)) return { kind: 'sequence', header: undefined, start: 0, size };
  if (!first.hasMore) return { kind: 'document', size };
  return { kind: 'sequence', header: parseCityHeader(head, name), start: first.end, size };
}

/** A first line that is no JSON by itself belongs to a document of several lines; whether that is sound shows later. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sizeOf(file: string): number {
  try {
    const status = statSync(file);
    if (status.isFile()) return status.size;
  } catch (error) {
    throw new InputError(`${file} cannot be read (${error instanceof Error && 'code' in error ? error.code : error}).`);
  }
  throw new InputError(`${file} is not a file.`);
}

/** The line of a sequence that begins after byte `at`, for messages: counted from 1. */
export function lineNumberAt(file: string, at: number): number {
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let lines = 1;
    for (let from = 0; from < at; from += PIECE) {
      const length = readSync(descriptor, piece, 0, Math.min(PIECE, at - from), from);
      for (let i = 0; i < length; i++) if (piece[i] === NEWLINE) lines++;
    }
    return lines;
  } finally {
    closeSync(descriptor);
  }
}

/** One CityJSONFeature from its line. Throws {@link InputError}. */
export function parseFeatureLine(text: string, where: string): CityFeature {
  const json = parseJson(text, where);
  const type = (json as { type?: unknown } | null)?.type;
  if (type !== 'CityJSONFeature')
    throw new InputError(`${where}: type is ${JSON.stringify(type)}, expected "CityJSONFeature".`);
  return parseCityFeature(json, where);
}

/**
 * Calls `use` with every line that begins within the bytes from `start` up to `end` of a file, and where it begins: so ranges
 * that follow each other see each line once. Holds one line and one piece of 1 MB.
 */
export function readLines(file: string, start: number, end: number, use: (line: string, at: number) => void): void {
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    const rest: Buffer[] = [];
    // A line that begins exactly at `start` is ours; whether one does shows in the byte before.
    let from = Math.max(0, start - 1);
    let lineStart = start === 0 ? 0 : -1;
    for (;;) {
      const length = readSync(descriptor, piece, 0, PIECE, from);
      let cursor = 0;
      while (cursor < length) {
        const newline = piece.indexOf(NEWLINE, cursor);
        const stop = newline === -1 || newline >= length ? length : newline;
        if (lineStart >= 0 && stop > cursor) rest.push(Buffer.from(piece.subarray(cursor, stop)));
        cursor = stop + 1;
        if (stop === length) break;
        finishLine();
        lineStart = from + cursor;
        if (lineStart >= end) return;
      }
      if (length < PIECE) break;
      from += length;
    }
    finishLine();
    function finishLine() {
      if (lineStart < 0) return;
      const line = withoutMark((rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest)).toString('utf8'));
      rest.length = 0;
      if (line.trim() !== '') use(line, lineStart);
    }
  } finally {
    closeSync(descriptor);
  }
}

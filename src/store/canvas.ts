/** Canvases of a municipality and in files: read when one is opened, and handed on. */
import { createStore } from 'zustand/vanilla';
import type { Loadable } from '../model/loadable.ts';
import {
  emptyCanvas,
  parseCanvasFile,
  pickCanvas,
  type UseCaseCanvas,
  writeCanvasFile,
} from '../model/use-case-canvas.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { markCanvasesWritten, setOwnCanvas, takeOverCanvases } from './own-canvases.ts';
import { twin } from './twin.ts';

/** Far more than any canvas; a film that is chosen by mistake is larger. */
const LARGEST_FILE = 1e6;

/** Those of the municipality; `from` is where they came from, so that another municipality's are not shown for it. */
export interface GivenCanvases {
  readonly from: string;
  readonly canvases: Loadable<readonly UseCaseCanvas[]>;
}

export const givenCanvases = createStore<GivenCanvases>(() => ({ from: '', canvases: { status: 'idle' } }));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads them once, when the municipality is here. A municipality without any has an empty list. */
export async function needCanvases(readJson: ReadJson = fetchJson): Promise<void> {
  const { municipality, baseUrl } = twin.getState();
  if (municipality.status !== 'ready' || givenCanvases.getState().from === baseUrl) return;
  const tell = (canvases: GivenCanvases['canvases']) => {
    if (twin.getState().baseUrl === baseUrl) givenCanvases.setState({ from: baseUrl, canvases });
  };
  tell({ status: 'running' });
  try {
    const read = await Promise.all(
      (municipality.value.canvases ?? []).map(async (name) => {
        const url = new URL(name, baseUrl).href;
        return parseCanvasFile(await readJson(url), url);
      }),
    );
    tell({ status: 'ready', value: read.flat() });
  } catch (error) {
    tell({ status: 'failed', message: messageOf(error) });
  }
}

/** Of the local day. */
function today(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** The municipality's, where it has come. */
export function givenCanvas(
  { from, canvases }: GivenCanvases,
  baseUrl: string,
  question: string,
  language: string,
): UseCaseCanvas | undefined {
  return from === baseUrl && canvases.status === 'ready' ? pickCanvas(canvases.value, question, language) : undefined;
}

/** The visitor's own, else the municipality's. */
function shownCanvas(question: string, language: string): UseCaseCanvas | undefined {
  const { canvases, baseUrl } = twin.getState();
  return canvases[question]?.present ?? givenCanvas(givenCanvases.getState(), baseUrl, question, language);
}

/** As it stands by now, not as it was when the page was drawn. What was changed carries the day of it; the same as before is no step. */
export function editCanvas(question: string, language: string, edit: (canvas: UseCaseCanvas) => UseCaseCanvas): void {
  const before = shownCanvas(question, language);
  const after = before && edit(before);
  if (after && after !== before) setOwnCanvas(question, { ...after, date: today() });
}

export function beginCanvas(question: string, title: string, language: string): void {
  setOwnCanvas(question, { ...emptyCanvas(question, title, language), date: today() });
}

export interface WrittenCanvas {
  readonly name: string;
  readonly text: string;
}

export function fileOfCanvas(canvas: UseCaseCanvas): WrittenCanvas {
  markCanvasesWritten([canvas]);
  return { name: `canvas-${canvas.question}.json`, text: writeCanvasFile([canvas]) };
}

export type CanvasFileOutcome =
  | { readonly status: 'opened' }
  | {
      readonly status: 'refused';
      readonly reason: 'too-large' | 'unreadable' | 'no-canvas' | 'other-question';
      readonly detail: string;
    };

/** Takes the canvas for that question out of a file. Never throws: what is wrong with the file is said. */
export async function openCanvasFile(
  file: Pick<File, 'name' | 'size' | 'text'>,
  question: string,
  language: string,
): Promise<CanvasFileOutcome> {
  const refuse = (reason: Extract<CanvasFileOutcome, { status: 'refused' }>['reason'], detail: string) =>
    ({ status: 'refused', reason, detail }) as const;
  if (file.size > LARGEST_FILE) return refuse('too-large', `${file.name}: ${file.size} bytes, at most ${LARGEST_FILE}`);
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    return refuse('unreadable', `${file.name}: ${messageOf(error)}`);
  }
  try {
    const canvases = parseCanvasFile(JSON.parse(text), file.name);
    const canvas = pickCanvas(canvases, question, language);
    if (!canvas) {
      const others = [...new Set(canvases.map((item) => item.question))].join(', ');
      return refuse('other-question', `${file.name}: canvases: of ${others}, expected ${question}`);
    }
    takeOverCanvases([canvas]);
    return { status: 'opened' };
  } catch (error) {
    return refuse('no-canvas', error instanceof SyntaxError ? `${file.name}: ${error.message}` : messageOf(error));
  }
}

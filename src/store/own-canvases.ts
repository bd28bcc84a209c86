/** The visitor's own canvases in the store: each change is a step that can be undone, by question. */
import { type History, record, redo, startHistory, undo } from '../model/history.ts';
import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import { type TwinState, twin } from './twin.ts';

type CanvasHistory = History<UseCaseCanvas | undefined>;

/** Those that stand in a file as they are. */
const written = new WeakSet<UseCaseCanvas>();

const historyOf = (question: string): CanvasHistory =>
  twin.getState().canvases[question] ?? startHistory<UseCaseCanvas | undefined>(undefined);

function change(question: string, step: (history: CanvasHistory) => CanvasHistory): void {
  const { canvases } = twin.getState();
  twin.setState({ canvases: { ...canvases, [question]: step(historyOf(question)) } });
  warnBeforeLoss();
}

export const ownCanvases = ({ canvases }: Pick<TwinState, 'canvases'>): readonly UseCaseCanvas[] =>
  Object.values(canvases).flatMap(({ present }) => present ?? []);

/** Undefined: the municipality's stands again. */
export const setOwnCanvas = (question: string, canvas: UseCaseCanvas | undefined): void =>
  change(question, (history) => record(history, canvas));

export const undoCanvas = (question: string): void => change(question, undo);
export const redoCanvas = (question: string): void => change(question, redo);

/** All of them are in a file. */
export function markCanvasesWritten(canvases: readonly UseCaseCanvas[]): void {
  for (const canvas of canvases) written.add(canvas);
}

/**
 * From a file or scenario that is opened. One that has none for a question leaves what was written for it: a canvas is work, and
 * opening another picture must not cost it.
 */
export function takeOverCanvases(canvases: readonly UseCaseCanvas[]): void {
  markCanvasesWritten(canvases);
  for (const canvas of canvases) {
    const { present } = historyOf(canvas.question);
    if (JSON.stringify(present) !== JSON.stringify(canvas)) setOwnCanvas(canvas.question, canvas);
  }
}

export const hasUnwrittenCanvas = (state: Pick<TwinState, 'canvases'>): boolean =>
  ownCanvases(state).some((canvas) => !written.has(canvas));

let isWarning = false;

/** The browser asks whether to leave a page with a canvas that is in no file. */
function warnBeforeLoss(): void {
  if (isWarning || typeof window === 'undefined') return;
  isWarning = true;
  window.addEventListener('beforeunload', (event) => {
    if (hasUnwrittenCanvas(twin.getState())) event.preventDefault();
  });
}

/** The drawing as it is worked on: its history, what is chosen, and what happened last. */
import type { Drawing, FootprintProblem } from './drawing.ts';
import type { History } from './history.ts';

/** What a click or drag in the picture does to the drawing. */
export type DrawTool = 'none' | 'draw' | 'move' | 'turn';

/** The last thing that happened to the drawing, to be told. */
export type DrawEvent =
  | { readonly type: 'changed' | 'deleted' | 'undone' | 'redone' }
  | { readonly type: 'added' | 'copied'; readonly item: string }
  | { readonly type: 'corner'; readonly count: number }
  | { readonly type: 'moved'; readonly dx: number; readonly dy: number }
  | { readonly type: 'turned'; readonly degrees: number }
  | { readonly type: 'imported'; readonly file: string; readonly count: number }
  | { readonly type: 'refused'; readonly problem: FootprintProblem };

export interface DrawState {
  readonly history: History<Drawing>;
  /** What is seen while a pointer drags; becomes a step when it lets go. */
  readonly draft: Drawing | undefined;
  readonly selected: string | undefined;
  readonly tool: DrawTool;
  /** Corners of a footprint that is not closed yet: flat x, y pairs in RD New. */
  readonly pending: readonly number[];
  /** m NAP of the ground at the middle of each volume, as far as the scene could tell. */
  readonly grounds: Readonly<Record<string, number>>;
  readonly event: DrawEvent | undefined;
}

import { parseBreachId } from './breach-choice.ts';
import type { ClassScheme, FloodViewId } from './flood-classes.ts';

/** What a picture of water depends on, beside the data: kept in links and scenarios. */
export interface FloodChoice {
  /** Id of a storm, or `<millimetres>mm-<minutes>min` for one of the visitor's own; undefined: the first that there is. */
  readonly storm: string | undefined;
  readonly view: FloodViewId;
  /** Seconds from the start of the rain that `now` shows; undefined: the end. */
  readonly second: number | undefined;
  readonly scheme: ClassScheme;
  /** Lines over the colours, for who cannot tell them apart. */
  readonly hasPattern: boolean;
  /** Buildings coloured by the water at their façade, and roads that it blocks. */
  readonly hasEffects: boolean;
  /** Arrows where water flows, at the moments of `now`. */
  readonly hasArrows: boolean;
}

/** Colours where none are asked for: the water of a breach is metres deep, that of rain some centimetres. */
export const usualScheme = (storm: string | undefined): ClassScheme =>
  parseBreachId(storm) === undefined ? 'street' : 'atlas';

export const initialFloodChoice: FloodChoice = {
  storm: undefined,
  view: 'deepest',
  second: undefined,
  scheme: 'street',
  hasPattern: false,
  hasEffects: false,
  hasArrows: true,
};

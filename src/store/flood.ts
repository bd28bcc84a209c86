/** Surface water: what is drawn. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import { classesOf, type FloodClasses } from '../model/flood-classes.ts';
import type { FloodPicture } from '../model/flood-picture.ts';

export interface FloodState {
  readonly picture: FloodPicture | undefined;
  readonly today: FloodPicture | undefined;
  readonly share: number;
  readonly classes: FloodClasses;
  readonly hasPattern: boolean;
}

export const flood = createStore<FloodState>(() => ({
  picture: undefined,
  today: undefined,
  share: 0,
  classes: classesOf('now', 'street'),
  hasPattern: false,
}));

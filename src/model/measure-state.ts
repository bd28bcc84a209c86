/** What is being measured, as the store holds it. */
import type { Attributes } from './building-attributes.ts';
import type { Loadable } from './loadable.ts';
import type { MeasurePoint } from './measure.ts';
import type { MadeProfile } from './profile.ts';

export const measureModes = ['distance', 'height', 'area', 'profile'] as const;
export type MeasureMode = (typeof measureModes)[number];

export interface MeasureState {
  readonly mode: MeasureMode;
  /** A click in the picture adds a point (or chooses the building) instead of selecting. */
  readonly isPointing: boolean;
  readonly points: readonly MeasurePoint[];
  /** Whose height is measured. */
  readonly building: { readonly id: string; readonly attributes: Attributes } | undefined;
  /** Along the points as they are now. */
  readonly profile: Loadable<MadeProfile>;
  /** Where the chart of the profile points: RD and NAP. */
  readonly marker: { readonly x: number; readonly y: number; readonly nap: number } | undefined;
}

export const initialMeasure: MeasureState = {
  mode: 'distance',
  isPointing: false,
  points: [],
  building: undefined,
  profile: { status: 'idle' },
  marker: undefined,
};

/** What the plain JavaScript kernel of the local-inertial scheme computes on, and its constants. */
import type { FloodGrid } from './layout.ts';

/** Shallower water does not flow, m. */
export const DRY = 1e-5;
export const THETA = 0.9;
export const ASIDE = (1 - THETA) / 2;

/** By padded cell: depth m, and discharge through its east and north side, m²/s. */
export interface FlowState {
  readonly h: Float64Array;
  readonly qx: Float64Array;
  readonly qy: Float64Array;
}

export const createFlowState = ({ depth }: FloodGrid): FlowState => ({
  h: Float64Array.from(depth),
  qx: new Float64Array(depth.length),
  qy: new Float64Array(depth.length),
});

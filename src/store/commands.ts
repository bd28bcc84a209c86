/** Things to do once, as opposed to state: the camera belongs to the scene, and everyone else asks it to move. */
import type { CameraPose } from './twin.ts';

export type Command =
  /** To an exact pose; `instantly` for a share link or reduced motion. */
  | { readonly type: 'fly-to-pose'; readonly pose: CameraPose; readonly instantly?: boolean }
  /** To an eye that looks through a lens: `fieldOfViewDegrees` across a picture of 3 to 2, until the eye moves away. */
  | {
      readonly type: 'look-from';
      readonly pose: CameraPose;
      readonly fieldOfViewDegrees: number;
      readonly instantly?: boolean;
    }
  /**
   * So that a circle on the ground (RD, metres) fills the picture; keeps the heading. `heights`: of what is looked at, m NAP: steeper
   * where that lies under the ground.
   */
  | {
      readonly type: 'look-at';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly heights?: readonly [number, number];
    }
  | { readonly type: 'home' }
  /** Factor below 1 comes nearer. */
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'turn'; readonly degrees: number }
  | { readonly type: 'tilt'; readonly degrees: number }
  /** Sideways and forwards, as parts of the visible distance; on foot: steps. */
  | { readonly type: 'move'; readonly right: number; readonly forward: number }
  | { readonly type: 'north-up' }
  | { readonly type: 'top-down' }
  /** Down to eye level (1.65 m above the ground), at a point or the middle of the picture; and back up. */
  | { readonly type: 'walk'; readonly at?: { readonly x: number; readonly y: number } }
  | { readonly type: 'stop-walking' }
  /** Select the building nearest the middle of the picture, or the next one around it, for the keyboard. */
  | { readonly type: 'select-next'; readonly step: 1 | -1 };

type Listener = (command: Command) => void;

const listeners = new Set<Listener>();

export function sendCommand(command: Command): void {
  for (const listener of listeners) listener(command);
}

/** Returns the function that stops listening. */
export function onCommand(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How an information evening goes by itself: the same times in a plan and in a file of scenarios. */
import * as z from 'zod/mini';

/** Where neither the link nor the programme says otherwise. */
export const IDLE_SECONDS = 180;
export const STAY_SECONDS = 20;

/** Least and most. A flight between two stops takes up to three seconds. */
export const eveningLimits = { idleSeconds: [0, 86_400], staySeconds: [5, 3600] } as const;

const seconds = ([least, most]: readonly [number, number]) =>
  z.optional(z.int().check(z.minimum(least), z.maximum(most)));

export const eveningTimes = {
  /** Without anyone there for so long it goes back to the first stop, and then on by itself; 0: never. */
  idleSeconds: seconds(eveningLimits.idleSeconds),
  /** How long a stop stays when it goes on by itself. */
  staySeconds: seconds(eveningLimits.staySeconds),
};

/** The part of an address after `#` that opens the programme that the municipality names. */
export const EVENING_LINK = 'v=2&evening=file';

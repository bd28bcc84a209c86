import { startEvening } from '../store/evening.ts';
import type { ProgrammeKind } from '../store/twin.ts';

/** The browser allows the full screen only as the answer to a press; without it the evening works as well. */
export function openEvening(programme: ProgrammeKind): void {
  if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined);
  startEvening(programme);
}

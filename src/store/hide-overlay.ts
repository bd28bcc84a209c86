import { type OverlayId, setOverlay, twin } from './twin.ts';

/** Out of the picture; its question, which would answer about nothing, closes too. */
export function hideOverlay(id: OverlayId): void {
  setOverlay(id, { visible: false });
  if (twin.getState().question === id) twin.setState({ question: undefined });
}

import { sendCommand } from './commands.ts';

/** m: nearer is too near to see what is around. */
const LEAST_RADIUS = 60;

/** Flies to where all of these are in the picture: flat x, y pairs, RD metres. */
export function lookAtPoints(flat: readonly number[]): void {
  const xs = flat.filter((_, i) => i % 2 === 0);
  const ys = flat.filter((_, i) => i % 2 === 1);
  if (xs.length === 0) return;
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const radius = Math.max(LEAST_RADIUS, Math.hypot(east - west, north - south) / 2);
  sendCommand({ type: 'look-at', x: (west + east) / 2, y: (south + north) / 2, radius });
}

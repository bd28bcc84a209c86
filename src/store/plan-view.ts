/** What one does while looking at a plan: taking a variant, putting today beside it, going to a prepared place. */
import type { Plan, PlanStop } from '../model/plan.ts';
import { sendCommand } from './commands.ts';
import { findPlan, openPlan, setCompare, setMoment, showVariant } from './plans.ts';
import { type Compare, twin } from './twin.ts';

/** Opens it and goes to where it lies. */
export function goToPlan({ id, area }: Plan): void {
  openPlan(id);
  const [xs, ys] = [area.map(([x]) => x), area.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const radius = Math.hypot(east - west, north - south) / 2;
  if (twin.getState().walking) sendCommand({ type: 'stop-walking' });
  sendCommand({ type: 'look-at', x: (west + east) / 2, y: (south + north) / 2, radius });
}

/** Undefined is today, beside which today would say nothing: then the comparison ends. */
export function chooseVariant(variant: string | undefined): void {
  if (variant === undefined) setCompare({ mode: 'off' });
  showVariant(variant);
}

/** Today beside the variant; from today itself, beside the first variant. */
export function compareWithToday(mode: Compare['mode']): void {
  const { choice } = twin.getState();
  const first = findPlan(twin.getState(), choice?.plan)?.variants[0];
  if (mode !== 'off' && choice?.variant === undefined) showVariant(first?.id);
  setCompare({ mode });
}

/** The picture as it was prepared: eye, variant, date and time. */
export function visitStop(stop: PlanStop, instantly = false): void {
  const { position, headingDegrees, pitchDegrees, variant, moment } = stop;
  chooseVariant(variant);
  setMoment(moment);
  if (twin.getState().walking) sendCommand({ type: 'stop-walking' });
  const [x, y, nap] = position;
  sendCommand({ type: 'fly-to-pose', pose: { x, y, nap, headingDegrees, pitchDegrees }, instantly });
}

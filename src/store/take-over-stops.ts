/** A plan's stops as scenarios, so that a civil servant begins with what is there and makes it their own. */

import type { Localised } from '../model/municipality.ts';
import type { Plan, PlanStop } from '../model/plan.ts';
import { LONGEST_CAPTION, LONGEST_TITLE, type Scenario } from '../model/scenario.ts';
import { emptyScenario } from './scenario-picture.ts';
import { addScenarios } from './scenarios.ts';
import { roundPose } from './share-link.ts';
import { twin } from './twin.ts';

/** Whole words, and a sign that something is gone. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}

function stopToScenario(plan: Plan, stop: PlanStop, say: (text: Localised) => string): Scenario {
  const { variant, moment, headingDegrees, pitchDegrees } = stop;
  const [x, y, nap] = stop.position;
  return {
    ...emptyScenario(),
    title: shorten(say(stop.title), LONGEST_TITLE),
    caption: shorten(say(stop.caption), LONGEST_CAPTION),
    choice: { plan: plan.id, ...(variant !== undefined && { variant }) },
    ...(moment && { moment }),
    camera: roundPose({ x, y, nap, headingDegrees, pitchDegrees }),
  };
}

/** In the language of the page, below what is in the list. Answers how many captions had to be cut. */
export function takeOverStops(plan: Plan): number {
  const { language } = twin.getState();
  const say = (text: Localised) => text[language];
  const scenarios = plan.stops.map((stop) => stopToScenario(plan, stop, say));
  addScenarios({ scenarios, evening: { title: shorten(say(plan.title), LONGEST_TITLE), ...plan.evening } });
  return plan.stops.filter(({ caption }) => say(caption).length > LONGEST_CAPTION).length;
}

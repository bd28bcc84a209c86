/** The profile along the measured line: asked of a thread, one at a time. */
import { measureDistance } from '../model/measure.ts';
import { builtPart } from '../model/plan-phase.ts';
import { startProfile } from '../workers/start-profile.ts';
import { chosenModel, findPlan } from './plans.ts';
import { twin } from './twin.ts';

/** Metres of line: a chart of more shows no building any more. */
export const LONGEST_PROFILE = 5000;

let running: AbortController | undefined;

const setProfile = (profile: ReturnType<typeof twin.getState>['measure']['profile']) =>
  twin.setState({ measure: { ...twin.getState().measure, profile } });

export function cancelProfile(): void {
  running?.abort();
  running = undefined;
  if (twin.getState().measure.profile.status === 'running') setProfile({ status: 'idle' });
}

/** Along the points as they are; what is asked later replaces what is asked now. Needs two points, at most 5 km apart. */
export async function makeMeasuredProfile(start: typeof startProfile = startProfile): Promise<void> {
  cancelProfile();
  const state = twin.getState();
  const { points } = state.measure;
  if (state.municipality.status !== 'ready' || points.length < 2) return;
  if (measureDistance(points).onMap.value > LONGEST_PROFILE) return;
  const { baseUrl, municipality, choice } = state;
  const { heights, buildings } = municipality.value;
  const model = chosenModel(state);
  const variant = findPlan(state, choice?.plan)?.variants.find(({ id }) => id === choice?.variant);
  const controller = new AbortController();
  running = controller;
  setProfile({ status: 'running' });
  try {
    const value = await start(
      {
        line: points.flatMap(({ x, y }) => [x, y]),
        heightsUrl: heights?.url && new URL(heights.url, baseUrl).href,
        tilesets: buildings.flatMap(({ url, heightDatum }) =>
          url ? [{ url: new URL(url, baseUrl).href, isNap: heightDatum === 'nap' }] : [],
        ),
        plans: [model && variant && builtPart(model, variant, choice?.phase), state.drawn].filter(
          (plan) => plan !== undefined,
        ),
      },
      controller.signal,
    );
    // The line may have changed meanwhile: then this is no longer its profile.
    if (running === controller && twin.getState().measure.points === points) setProfile({ status: 'ready', value });
  } catch (error) {
    if (running === controller)
      setProfile({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** What sun is held to: the customary rules, the municipality's and the visitor's own. */
import { plainRule, type SunRule } from '../model/sunlight.ts';
import { listSunRules } from '../model/sunlight-choice.ts';
import { setSunlightChoice } from './sunlight.ts';
import { reportProblem, type TwinState, twin } from './twin.ts';

/** All that can be chosen, as threads are asked: without titles and sources. */
export function askedRules({ municipality, sunlight: { own } }: Pick<TwinState, 'municipality' | 'sunlight'>) {
  const ofTown = municipality.status === 'ready' ? (municipality.value.sunlight?.rules ?? []) : [];
  return listSunRules<SunRule>(ofTown, own).map(plainRule);
}

/** A link may name a rule of another municipality, or one that was taken away since: that is told, and the first one is taken. */
export function checkSunRule(): void {
  const state = twin.getState();
  if (state.municipality.status !== 'ready') return;
  const { rule } = state.sunlight;
  const ids = askedRules(state).map(({ id }) => id);
  if (ids.includes(rule)) return;
  setSunlightChoice({ rule: ids[0] as string });
  reportProblem({ what: 'link', url: `sunlight=${rule}`, detail: `no rule of that name: ${ids.join(', ')}` });
}

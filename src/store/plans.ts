/** Building plans in the store: reading them, opening one, choosing a variant. Variants are read ahead when a plan opens. */
import type { Loadable } from '../model/loadable.ts';
import { type Moment, type Plan, parsePlan } from '../model/plan.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { type Compare, type PlanChoice, reportProblem, type TwinState, twin } from './twin.ts';

export const variantKey = (plan: string, variant: string) => `${plan}/${variant}`;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads all plans of the municipality once it is there. One that cannot be read is told and the others remain. */
export async function loadPlans(readJson: ReadJson = fetchJson): Promise<void> {
  const { municipality, baseUrl, plans } = twin.getState();
  if (municipality.status !== 'ready' || plans.status === 'running' || plans.status === 'ready') return;
  twin.setState({ plans: { status: 'running' } });
  const read = await Promise.all(
    (municipality.value.plans ?? []).map(async (path): Promise<Plan | undefined> => {
      const url = new URL(path, baseUrl).href;
      try {
        return parsePlan(await readJson(url), url);
      } catch (error) {
        reportProblem({ what: 'plan', url, detail: messageOf(error) });
        return undefined;
      }
    }),
  );
  if (twin.getState().baseUrl !== baseUrl) return;
  twin.setState({ plans: { status: 'ready', value: read.filter((plan) => plan !== undefined) } });
  checkChoice();
  const { choice } = twin.getState();
  if (choice) await loadVariants(choice.plan, readJson);
}

export function findPlan({ plans }: Pick<TwinState, 'plans'>, id: string | undefined): Plan | undefined {
  return plans.status === 'ready' ? plans.value.find((plan) => plan.id === id) : undefined;
}

/** All variants of a plan, so that choosing one later takes no time. */
export async function loadVariants(id: string, readJson: ReadJson = fetchJson): Promise<void> {
  const plan = findPlan(twin.getState(), id);
  if (!plan) return;
  const { baseUrl } = twin.getState();
  await Promise.all(
    plan.variants.map(async ({ id: variant, url: path }) => {
      const key = variantKey(id, variant);
      const known = twin.getState().planModels[key];
      if (known?.status === 'ready' || known?.status === 'running') return;
      if (path === undefined) {
        setPlanModel(key, { status: 'failed', message: 'has no url yet: make it with "cli build"' });
        return;
      }
      const url = new URL(path, baseUrl).href;
      setPlanModel(key, { status: 'running' });
      try {
        // Fetched with the first plan that is opened: the first view has no need of it.
        const [json, { parsePlanModel }] = await Promise.all([readJson(url), import('../model/plan-model.ts')]);
        const value = parsePlanModel(json, url);
        // Placed models lie beside their file.
        const models = value.models.map((placed) => ({ ...placed, url: new URL(placed.url, url).href }));
        setPlanModel(key, { status: 'ready', value: { ...value, models } });
      } catch (error) {
        setPlanModel(key, { status: 'failed', message: messageOf(error) });
        reportProblem({ what: 'plan', url, detail: messageOf(error) });
      }
    }),
  );
}

export function setPlanModel(key: string, model: Loadable<PlanModel>): void {
  twin.setState({ planModels: { ...twin.getState().planModels, [key]: model } });
}

/** Opens a plan at today's town; undefined closes it. */
export function openPlan(plan: string | undefined, readJson: ReadJson = fetchJson): void {
  twin.setState({
    choice: plan === undefined ? undefined : { plan, variant: undefined, phase: undefined },
    compare: { ...twin.getState().compare, mode: 'off' },
  });
  if (plan !== undefined) void loadVariants(plan, readJson);
}

/** As a share link asks; its plan may have to come yet, and may not be there any more. */
export function chooseFromLink(choice: PlanChoice | undefined, readJson: ReadJson = fetchJson): void {
  twin.setState({ choice });
  checkChoice();
  if (choice) void loadVariants(choice.plan, readJson);
}

/** A link may name a plan, variant or phase that this municipality does not have: what is not there is told and left out. */
function checkChoice(): void {
  const { choice, plans } = twin.getState();
  if (!choice || plans.status !== 'ready') return;
  const plan = findPlan({ plans }, choice.plan);
  const variant = plan?.variants.find(({ id }) => id === choice.variant);
  const phase = variant?.phases?.find(({ id }) => id === choice.phase);
  const missing = !plan
    ? choice.plan
    : (choice.variant !== variant?.id && choice.variant) || (choice.phase !== phase?.id && choice.phase);
  if (!missing) return;
  reportProblem({
    what: 'link',
    url: `plan=${Object.values(choice).filter(Boolean).join('/')}`,
    detail: `${missing} is not among the plans`,
  });
  twin.setState({ choice: plan && { plan: plan.id, variant: variant?.id, phase: phase?.id } });
}

/** Shows a variant of the open plan; undefined shows today. */
export function showVariant(variant: string | undefined, phase?: string): void {
  const { choice } = twin.getState();
  if (choice) twin.setState({ choice: { ...choice, variant, phase } });
}

export function setCompare(change: Partial<Compare>): void {
  twin.setState({ compare: { ...twin.getState().compare, ...change } });
}

export function setMoment(moment: Moment | undefined): void {
  twin.setState({ moment });
}

/** What the choice shows: the model of its variant once it is there. */
export function chosenModel(state: Pick<TwinState, 'choice' | 'planModels'>): PlanModel | undefined {
  const { choice, planModels } = state;
  if (choice?.variant === undefined) return undefined;
  const model = planModels[variantKey(choice.plan, choice.variant)];
  return model?.status === 'ready' ? model.value : undefined;
}

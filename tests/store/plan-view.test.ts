import { beforeEach, describe, expect, it } from 'vitest';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { chooseVariant, compareWithToday, goToPlan } from '../../src/store/plan-view.ts';
import { openPlan } from '../../src/store/plans.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

/** Without addresses nothing is fetched. */
const plan = { ...smallPlan, variants: smallPlan.variants.map(({ url: _, ...variant }) => variant) };

beforeEach(() => {
  twin.setState({ ...initialTwin, plans: { status: 'ready', value: [plan] } });
  openPlan(plan.id);
});

describe('comparing a plan with today', () => {
  it('takes the first variant when today is shown, and keeps one that was chosen', () => {
    compareWithToday('swipe');
    expect(twin.getState()).toMatchObject({ choice: { variant: 'low' }, compare: { mode: 'swipe' } });
    chooseVariant('high');
    compareWithToday('side');
    expect(twin.getState()).toMatchObject({ choice: { variant: 'high' }, compare: { mode: 'side' } });
  });

  it('ends with today, and leaves the variant when only the comparison ends', () => {
    compareWithToday('swipe');
    compareWithToday('off');
    expect(twin.getState()).toMatchObject({ choice: { variant: 'low' }, compare: { mode: 'off' } });
    compareWithToday('swipe');
    chooseVariant(undefined);
    expect(twin.getState()).toMatchObject({ choice: { variant: undefined }, compare: { mode: 'off' } });
  });
});

it('opening a plan from its card goes to where it lies', () => {
  const commands: Command[] = [];
  const stop = onCommand((command) => commands.push(command));
  goToPlan(plan);
  stop();
  // 60 by 80 m: half its diagonal is 50 m.
  expect(commands).toEqual([{ type: 'look-at', x: 146030, y: 507040, radius: 50 }]);
  expect(twin.getState().choice?.plan).toBe(plan.id);
});

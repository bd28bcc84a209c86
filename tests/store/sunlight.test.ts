import { afterEach, describe, expect, it } from 'vitest';
import type { Municipality } from '../../src/model/municipality.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { PlanModel } from '../../src/model/plan-model.ts';
import type { SunAtPlace } from '../../src/model/sun-question.ts';
import { askedRules, checkSunRule } from '../../src/store/sun-rules.ts';
import {
  chooseHouse,
  chooseSpot,
  chosenRow,
  listSunDates,
  setSunFacing,
  setSunFloor,
  setSunlightChoice,
  sunDate,
} from '../../src/store/sunlight.ts';
import { comparedPlan, middleOfPlan } from '../../src/store/sunlight-plan.ts';
import { initialTwin, openQuestion, twin } from '../../src/store/twin.ts';

const choice = () => twin.getState().sunlight;

afterEach(() => twin.setState(initialTwin, true));

describe('the place of the question about sun', () => {
  it('is a window that keeps its floor from house to house, but not its wall', () => {
    chooseHouse({ x: 147360.912, y: 507907.4, number: '2' });
    setSunFloor(2.4);
    setSunFacing(359.7);
    expect(choice().place).toEqual({ kind: 'window', x: 147360.91, y: 507907.4, number: '2', floor: 2, facing: 0 });
    chooseHouse({ x: 147000, y: 507000, number: '3' });
    expect(choice().place).toMatchObject({ number: '3', floor: 2, facing: undefined });
    setSunFloor(-3);
    expect(choice().place).toMatchObject({ floor: 0 });
  });

  it('is a place on the ground, which ends the pointing', () => {
    twin.setState({ placesSun: true });
    chooseSpot(147000.123, 507000);
    expect(choice().place).toEqual({ kind: 'spot', x: 147000.12, y: 507000 });
    expect(twin.getState().placesSun).toBe(false);
    setSunFloor(3);
    setSunFacing(90);
    expect(choice().place).toEqual({ kind: 'spot', x: 147000.12, y: 507000 });
  });

  it('has the wall that faces the chosen way, also across north, else the first', () => {
    const facing = (degrees: number) => ({ point: { facingDegrees: degrees } }) as unknown as SunAtPlace;
    const places = [facing(170), facing(80), facing(350)];
    chooseHouse({ x: 147000, y: 507000, number: '3' });
    expect(chosenRow(places, choice())).toBe(0);
    setSunFacing(4);
    expect(chosenRow(places, choice())).toBe(2);
    setSunFacing(95);
    expect(chosenRow(places, choice())).toBe(1);
  });
});

describe('the days of the question about sun', () => {
  it('are the customary ones of its year and its own, once each', () => {
    setSunlightChoice({ date: '2027-06-21' });
    expect(listSunDates(choice())).toEqual(['2027-02-19', '2027-03-21', '2027-06-21', '2027-12-21']);
    setSunlightChoice({ date: '2027-10-29' });
    expect(listSunDates(choice())).toHaveLength(5);
    setSunlightChoice({ date: undefined });
    expect(sunDate(choice())).toMatch(/^\d{4}-03-21$/);
  });

  it('come into the picture with their question, and water goes', () => {
    openQuestion('flood');
    openQuestion('sunlight');
    const { overlays } = twin.getState();
    expect([overlays.sunlight.visible, overlays.flood.visible]).toEqual([true, false]);
  });
});

describe('the rule of the question about sun', () => {
  const norm = { id: 'town', from: '03-01', until: '09-30', hours: 3, minElevationDegrees: 0 };
  const open = () =>
    twin.setState({
      municipality: { status: 'ready', value: { sunlight: { rules: [norm] } } as unknown as Municipality },
    });

  it('of a link may be the municipality’s; one that nobody knows is told, once the municipality is here', () => {
    setSunlightChoice({ rule: 'town' });
    checkSunRule();
    expect(choice().rule).toBe('town');
    open();
    checkSunRule();
    expect([choice().rule, twin.getState().problems]).toEqual(['town', []]);
    setSunlightChoice({ rule: 'elsewhere' });
    checkSunRule();
    expect(choice().rule).toBe('tno-light');
    expect(twin.getState().problems).toMatchObject([{ what: 'link', url: 'sunlight=elsewhere' }]);
  });

  it('is asked as the visitor changed it', () => {
    open();
    setSunlightChoice({ own: { from: '04-01', until: '04-30', hours: 5, minElevationDegrees: 2 } });
    const [town, own] = askedRules(twin.getState()).slice(-2);
    expect(town).toEqual(norm);
    expect(own).toEqual({ id: 'own', from: '04-01', until: '04-30', hours: 5, minElevationDegrees: 2 });
  });
});

describe('the plan that sun is compared with', () => {
  const model = (id: string) => ({ solids: [{ id }] }) as unknown as PlanModel;
  const variants = ['a', 'b'].map((id) => ({ id, url: `plans/${id}.json` }));
  const area = [
    [0, 0],
    [60, 0],
    [60, 80],
    [0, 80],
  ];
  const plan = { id: 'p', area, variants } as unknown as Plan;
  const show = (variant: string | undefined) =>
    twin.setState({
      baseUrl: 'http://localhost/made/',
      plans: { status: 'ready', value: [plan] },
      planModels: { 'p/a': { status: 'ready', value: model('a') }, 'p/b': { status: 'running' } },
      choice: { plan: 'p', variant, phase: undefined },
    });

  it('is the variant in the picture, and stays that while today is looked at', () => {
    show('a');
    const shown = comparedPlan(twin.getState());
    expect(shown.models.map(({ id }) => id)).toEqual(['a']);
    expect(shown.models[0]?.base).toBe('http://localhost/made/plans/a.json');
    show('b');
    expect(comparedPlan(twin.getState())).toMatchObject({ isComing: true, models: [] });
    show(undefined);
    expect(comparedPlan(twin.getState()).variant?.id).toBe('b');
  });

  it('counts what the visitor drew along', () => {
    show('a');
    twin.setState({ drawn: model('shed') });
    expect(comparedPlan(twin.getState()).models.map(({ id }) => id)).toEqual(['a', 'drawn']);
  });

  it('lies around the middle of its area', () => {
    expect(middleOfPlan(plan)).toEqual({ x: 30, y: 40, radius: 50 });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { defaultMatrix, defaultThemes } from '../../src/model/claim-matrix.ts';
import type { ClaimTown } from '../../src/model/claim-town.ts';
import { claimTownToJson } from '../../src/model/parse-claim-town.ts';
import { recordDecision, removeDecision, replaceDecisions, undoDecisions } from '../../src/store/claim-decisions.ts';
import {
  addAreaCorner,
  chooseClaimSpot,
  claims,
  closeArea,
  listTakingPart,
  needClaims,
  placeClaims,
  setHasPlan,
  tryPair,
} from '../../src/store/claims.ts';
import { followClaims } from '../../src/store/claims-follow.ts';
import { variantKey } from '../../src/store/plans.ts';
import { readClaims } from '../../src/store/share-claims.ts';
import { initialTwin, setOverlay, twin } from '../../src/store/twin.ts';
import type { ClaimQuestion, ClaimReply } from '../../src/workers/start-claims.ts';
import { smallPlan, smallPlanModel } from '../fixtures/small-plan.ts';

const start = claims.getState();

const claimOf = (id: string, theme: string): Claim => ({
  id,
  name: id,
  theme,
  hardness: 'hard',
  parts: [[[147000, 507500, 147010, 507500, 147010, 507510]]],
  lines: [],
  reference: 'nap',
  lower: 0,
  upper: 5,
  bufferM: 0,
  combinableWith: [],
  norms: [],
});

const town: ClaimTown = {
  claims: [claimOf('a', 'housing'), claimOf('b', 'green')],
  heights: [
    { lowerNap: 0, upperNap: 5, errorM: 0 },
    { lowerNap: 0, upperNap: 5, errorM: 0 },
  ],
  groundNap: [0, undefined],
  themes: defaultThemes,
  matrix: defaultMatrix,
  source: { title: { nl: 'x', en: 'x' }, holder: 'x', date: '2026-01-01', licence: 'CC0' },
  notes: [],
};

function givePlace(url: string | undefined): void {
  const municipality = { claims: url === undefined ? undefined : { url, source: town.source } };
  twin.setState({
    municipality: { status: 'ready', value: municipality as never },
    baseUrl: 'https://x.nl/made/',
  });
}

beforeEach(() => {
  twin.setState(initialTwin, true);
  claims.setState(start, true);
});

describe('claims in the store', () => {
  it('are read once; where there are none, or the file is wrong, that is told', async () => {
    givePlace(undefined);
    await needClaims(async () => ({}));
    expect(claims.getState().town.status).toBe('failed');
    givePlace('claims/claims.json');
    const asked: string[] = [];
    await needClaims(async (url) => {
      asked.push(url);
      return { schema: 1 };
    });
    expect(claims.getState().town).toMatchObject({ status: 'failed', message: expect.stringContaining('claims.json') });
    const read = async (url: string) => {
      asked.push(url);
      return JSON.parse(claimTownToJson(town)) as unknown;
    };
    await needClaims(read);
    await needClaims(read);
    expect(asked).toEqual(Array(2).fill('https://x.nl/made/claims/claims.json'));
    expect(claims.getState().town).toMatchObject({ status: 'ready', value: { groundNap: [0, undefined] } });
  });

  it('keep a place in the words of a link, and take none that lies nowhere', () => {
    chooseClaimSpot(147000.127, 507500, 'a');
    expect(twin.getState().claims).toMatchObject({ place: { x: 147000.13, y: 507500 }, selected: ['a'] });
    expect(readClaims(twin.getState().sharedClaims)).toEqual(twin.getState().claims);
    chooseClaimSpot(-1e6, 0);
    expect(twin.getState().claims.place).toEqual({ x: 147000.13, y: 507500 });
  });

  it('make an area of three corners, not of two', () => {
    placeClaims('area');
    for (const [x, y] of [
      [147000, 507500],
      [147010, 507500],
    ] as const)
      addAreaCorner(x, y);
    closeArea();
    expect(twin.getState().claims.place).toBeUndefined();
    addAreaCorner(147010, 507510);
    closeArea();
    expect(twin.getState().claims.place).toEqual({ ring: [147000, 507500, 147010, 507500, 147010, 507510] });
    expect(twin.getState().claimPlacing).toBe('spot');
    expect(claims.getState().corners).toEqual([]);
  });

  it('are asked anew with the plan that is opened, told as a plan, and without it when that is switched off', async () => {
    givePlace('claims/claims.json');
    claims.setState({ town: { status: 'ready', value: town } });
    setOverlay('claims', { visible: true });
    const asked: ClaimQuestion[] = [];
    await followClaims(() => ({ compare: (question) => asked.push(question), stop: () => undefined }));
    expect(asked.map(({ plan }) => plan)).toEqual([undefined]);
    twin.setState({
      plans: { status: 'ready', value: [smallPlan] },
      planModels: { [variantKey('erf', 'high')]: { status: 'ready', value: smallPlanModel } },
      choice: { plan: 'erf', variant: 'high', phase: undefined },
    });
    expect(asked).toHaveLength(2);
    const own = asked[1]?.plan?.claims ?? [];
    expect(own.map(({ id, hardness }) => [id, hardness])).toContainEqual(['plan:high:l', 'ambition']);
    const taking = listTakingPart(claims.getState());
    expect(taking?.claims).toEqual([...town.claims, ...own]);
    expect(listTakingPart(claims.getState())).toBe(taking);
    // What has nothing to do with plans asks nothing.
    twin.setState({ language: 'en' });
    expect(asked).toHaveLength(2);
    setHasPlan(false);
    expect([asked.length, asked[2]?.plan]).toEqual([3, undefined]);
    expect(listTakingPart(claims.getState())).toBe(town);
    setHasPlan(true);
    twin.setState({ choice: { plan: 'erf', variant: undefined, phase: undefined } });
    expect([asked.length, asked[3]?.plan?.claims, asked[4]?.plan]).toEqual([5, own, undefined]);
    setOverlay('claims', { visible: false });
  });

  it('are asked anew with what a visitor tries, and a late answer is not taken', async () => {
    givePlace('claims/claims.json');
    claims.setState({ town: { status: 'ready', value: town } });
    setOverlay('claims', { visible: true });
    const asked: { question: ClaimQuestion; reply: (reply: ClaimReply) => void }[] = [];
    let stopped = 0;
    await followClaims(() => ({
      compare: (question, reply) => asked.push({ question, reply }),
      stop: () => stopped++,
    }));
    const kindIn = ({ question }: (typeof asked)[number]) =>
      question.matrix.find(({ themes }) => [...themes].sort().join() === 'green,housing')?.kind;
    tryPair(['green', 'housing'], 'combinable');
    expect(asked.map(kindIn)).toEqual(['excludes', 'combinable']);
    asked[0]?.reply({ answer: { conflicts: [], balance: [] }, notes: ['late'] });
    expect(claims.getState().answer.status).toBe('running');
    asked[1]?.reply({ answer: { conflicts: [], balance: [] }, notes: ['repaired'] });
    expect(claims.getState()).toMatchObject({ answer: { status: 'ready' }, notes: ['repaired'] });
    tryPair(['housing', 'green'], undefined);
    expect(asked.map(kindIn).at(-1)).toBe('excludes');
    setOverlay('claims', { visible: false });
    expect(stopped).toBe(1);
    expect(claims.getState().answer.status).toBe('idle');
  });
});

describe('decisions', () => {
  const decision = { conflict: ['a', 'b'], decision: 'x', role: 'raad', when: '2026-11-22', why: '' } as const;

  it('are one for each conflict, in whichever order, and every change can be undone', () => {
    recordDecision(decision);
    recordDecision({ ...decision, conflict: ['b', 'a'], decision: 'y' });
    expect(twin.getState().claimDecisions.items.map((item) => item.decision)).toEqual(['y']);
    removeDecision('a', 'b');
    expect(twin.getState().claimDecisions.items).toEqual([]);
    undoDecisions();
    undoDecisions();
    expect(twin.getState().claimDecisions.items).toEqual([decision]);
    replaceDecisions([decision]);
    expect(twin.getState().claimDecisions.past).toHaveLength(1);
    undoDecisions();
    undoDecisions();
    expect(twin.getState().claimDecisions).toEqual({ items: [], past: [] });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { type ClaimChoice, initialClaimChoice } from '../../src/model/claim-choice.ts';
import { seedRandom } from '../../src/model/random.ts';
import { decisionsOf, sharedClaimsOf, toClaimsRecord, toDecisionRecords } from '../../src/store/scenario-claims.ts';
import { openSharedClaims, readClaims, writeClaims } from '../../src/store/share-claims.ts';
import { readLink, writeLink } from '../../src/store/share-link.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';

const start = initialClaimChoice;

function randomChoice(random: () => number): ClaimChoice {
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const word = () => oneOf(['housing', 'eigen thema', 'a,b/c;d&e=f', 'é~-.', 'NL.IMRO.1', '%2C']);
  const low = Math.round(random() * 350 - 100) / 10;
  const x = () => Math.round(1e7 + random() * 1e7) / 100;
  const y = () => Math.round(4e7 + random() * 1e7) / 100;
  return {
    lowNap: low,
    highNap: Math.min(60, low + Math.round(random() * 300) / 10),
    year: random() < 0.3 ? undefined : 2020 + Math.floor(random() * 41),
    hiddenThemes: random() < 0.5 ? [] : [word(), word()],
    hiddenHardnesses: oneOf([[], ['soft'], ['hard', 'ambition']]),
    conflicts: oneOf([[], ['excludes'], ['excludes', 'unknown', 'combinable'], start.conflicts]),
    hasPattern: random() < 0.5,
    place: oneOf([undefined, { x: x(), y: y() }, { ring: [x(), y(), x(), y(), x(), y()] }]),
    selected: oneOf([undefined, [word()] as const, [word(), word()] as const]),
    ownPairs: random() < 0.5 ? [] : [{ themes: [word(), word()], kind: oneOf(['excludes', 'unknown'] as const) }],
  };
}

describe('claims in a shared address', () => {
  beforeEach(() => twin.setState(initialTwin, true));

  it('bring back 500 random choices, also through a whole link and a scenario', () => {
    const random = seedRandom(6);
    for (let i = 0; i < 500; i++) {
      const choice = randomChoice(random);
      const sharedClaims = writeClaims(choice);
      const rounded = {
        ...choice,
        lowNap: Math.round(choice.lowNap * 10) / 10 + 0,
        highNap: Math.round(choice.highNap * 10) / 10,
      };
      expect(readClaims(sharedClaims), sharedClaims).toEqual(rounded);
      const overlays = { ...initialTwin.overlays, claims: { visible: true, opacity: 1 } };
      const link = writeLink({ ...initialTwin, overlays, sharedClaims });
      expect(link.startsWith('v=6&')).toBe(true);
      expect(readLink(`#${link}`).view.claims).toBe(sharedClaims);
      const record = JSON.parse(JSON.stringify(toClaimsRecord(choice)));
      expect(sharedClaimsOf({ claims: record })).toBe(sharedClaims);
    }
  });

  it('say nothing of what is as it starts, and nothing at all without claims in the picture', () => {
    expect(writeClaims(start)).toBe('');
    expect(readClaims('')).toEqual(start);
    expect(writeLink({ ...initialTwin, sharedClaims: '-5,10' })).toBe('v=2');
    expect(writeClaims({ ...start, lowNap: -5, highNap: 0, place: { x: 147000.5, y: 507500 } })).toBe(
      '-5,0/////' + '/147000.5,507500',
    );
  });

  it('tell what is no choice, and start anew then', () => {
    for (const wrong of [
      '-20,0',
      '10,5',
      '0,99',
      '/1999',
      '///harder',
      '////perhaps',
      '/////dots',
      '//////1,2',
      '//////147000,507000,1',
      '///////a,b,c',
      '////////a,b,maybe',
      '/////////',
    ])
      expect(() => readClaims(wrong), wrong).toThrow();
    twin.setState({ sharedClaims: '0,99' });
    openSharedClaims('0,99');
    expect(twin.getState().problems.map(({ what }) => what)).toEqual(['link']);
    expect(twin.getState().claims).toEqual(start);
    expect(twin.getState().sharedClaims).toBe('');
  });

  it('of a scenario with a word that this version does not know are not shown', () => {
    const record = toClaimsRecord(start);
    expect(
      sharedClaimsOf({ claims: { ...record, ownPairs: [{ themes: ['a', 'b'], kind: 'later' }] } }),
    ).toBeUndefined();
    expect(sharedClaimsOf({ claims: { ...record, year: 1800 } })).toBeUndefined();
    expect(sharedClaimsOf({})).toBeUndefined();
  });

  it('decisions come back from a scenario as they were', () => {
    const decision = {
      conflict: ['a', 'b'],
      decision: 'Leiding wijkt',
      role: 'wethouder',
      when: '2026-11-22',
      why: 'x',
    } as const;
    expect(decisionsOf({ decisions: JSON.parse(JSON.stringify(toDecisionRecords([decision]))) })).toEqual([decision]);
  });
});

import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../src/model/check-figure.ts';
import { parseClaimRules } from '../../src/model/claim-rules.ts';
import { ruleFile } from '../engines/claim-rule-cases.ts';

const good = {
  id: 'hoogte',
  title: { nl: 'Hoogte', en: 'Height' },
  kind: 'maximum-height',
  instrument: 'omgevingsplan',
  parameters: { from: 'peil', maximumM: 12 },
};
const parse = (...rules: unknown[]) => parseClaimRules(ruleFile(...rules), 'rules.json');

describe('rules.json', () => {
  it('is read whole', () => {
    const { rules, source } = parse(good, {
      ...good,
      id: 'hoogte-2',
      article: '3.1',
      url: 'https://voorbeeld.nl/plan',
    });
    expect(rules.map(({ id }) => id)).toEqual(['hoogte', 'hoogte-2']);
    expect(source.holder).toBe('Gemeente Proef');
  });

  it.each([
    [
      'an unknown kind',
      { ...good, kind: 'hoogte' },
      /rules\.json, rule 1 \(hoogte\): kind: "hoogte" is not known; .*maximum-height/,
    ],
    ['a kind that is missing', { ...good, kind: undefined }, /rule 1 \(hoogte\): kind: missing is not known/],
    [
      'a figure that is none',
      { ...good, parameters: { from: 'peil', maximumM: '12' } },
      /rule 1 \(hoogte\): parameters\.maximumM: it must be a number/,
    ],
    [
      'a figure below zero',
      { ...good, parameters: { from: 'peil', maximumM: -1 } },
      /parameters\.maximumM: it must be more than 0/,
    ],
    [
      'a parameter that is not known',
      { ...good, parameters: { from: 'peil', maximum: 12 } },
      /parameters: .*"maximum"/,
    ],
    ['a member that is not known', { ...good, maximumM: 12 }, /"maximumM"/],
    ['no title in English', { ...good, title: { nl: 'Hoogte' } }, /rule 1 \(hoogte\): title\.en/],
    ['no instrument', { ...good, instrument: undefined }, /instrument/],
    ['a rule that is no object', 'hoogte', /rules\.json, rule 1: kind/],
    ['an address that is none', { ...good, url: 'plan.pdf' }, /url/],
    [
      'a surface that is not known',
      { ...good, kind: 'distance-to-ground', parameters: { surfaces: ['sea'], minimumM: 5 } },
      /parameters\.surfaces\.0: it must be one of road, /,
    ],
    [
      'a limit without bounds',
      { ...good, kind: 'attribute-limit', parameters: { attribute: 'trees', per: 'plan' } },
      /minimum or maximum is missing/,
    ],
  ])('refuses %s, by file, rule and field', (_, rule, message) => {
    expect(() => parse(rule)).toThrow(message);
  });

  it('refuses two rules of one id, and a file that is none', () => {
    expect(() => parse(good, good)).toThrow('rules.json, rule 2 (hoogte): id: another rule has it too.');
    expect(() => parseClaimRules({ schema: 1, rules: [] }, 'rules.json')).toThrow(/rules\.json has no rules: source/);
    expect(() => parseClaimRules([], 'rules.json')).toThrow(/rules\.json has no rules/);
  });
});

describe('figures in sentences', () => {
  it('are written as each language does, and what is not 0 never reads as 0', () => {
    expect(formatFigure(1234.5, 'm', 'nl')).toBe('1.234,5 m');
    expect(formatFigure(12.345, '%', 'en')).toBe('12.3%');
    expect(formatFigure(0.2, 'm²', 'nl')).toBe('0,2 m²');
    expect(formatFigure(-0, 'm', 'en')).toBe('0 m');
    expect(formatFigure(3, 'trees', 'nl')).toBe('3 bomen');
  });
});

import { expect, it } from 'vitest';
import type { Municipality } from '../../src/model/municipality.ts';
import { parsePosterList } from '../../src/model/poster.ts';
import { listPosters, writePosterText } from '../../src/model/poster-text.ts';
import { readLink } from '../../src/store/share-link.ts';
import { hamlet } from '../fixtures/small-municipality.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

const town = { ...(hamlet as unknown as Municipality), fictional: true };
const posters = listPosters(town, [smallPlan]);

it('every viewpoint and every stop of a plan has a poster, whose name is the same every time', () => {
  expect(posters.map(({ name }) => name)).toEqual([
    ...town.viewpoints.map(({ id }) => id),
    'erf-now',
    'erf-low',
    'erf-high',
    'erf-end',
  ]);
  expect(() => listPosters(town, [{ ...smallPlan, stops: [...smallPlan.stops, ...smallPlan.stops] }])).toThrow(
    /erf-now/,
  );
});

it("its picture is the plan's own: the viewer reads the scenario back to the same eye, variant and moment", () => {
  const high = posters.find(({ name }) => name === 'erf-high');
  const { view, complaints } = readLink(high?.scenario ?? '');
  expect(complaints).toEqual([]);
  expect(view).toEqual({
    camera: { x: 146050, y: 506900, nap: 20, headingDegrees: 10, pitchDegrees: -5 },
    choice: { plan: 'erf', variant: 'high', phase: undefined },
    moment: { date: '2026-03-21', minutes: 1020 },
  });
});

it('says in both languages what one sees, that it is an impression, and that the town is fictional', () => {
  const high = posters.find(({ name }) => name === 'erf-high');
  expect(high?.summary.nl).toContain('21 maart 2026, 17:00');
  expect(high?.summary.nl).toContain('geen besluit');
  expect(high?.summary.en).toContain('fictional municipality');
  expect(posters[0]?.summary.nl).toContain('hoe het nu is');
  if (high) expect(writePosterText(high)).toContain(`[scenario]\n${high.scenario}\n`);
});

it('a list that is wrong is refused with file and field', () => {
  const poster = { ...posters[0], file: 'home.webp', width: 1200, height: 675, bytes: 1 };
  const list = { schema: 1, municipality: 'Proefdam', fictional: true, posters: [poster] };
  expect(parsePosterList(list, 'posters.json').posters).toHaveLength(1);
  for (const [member, value] of [
    ['file', '../x.webp'],
    ['name', 'A b'],
    ['caption', 'x'],
    ['bytes', 1.5],
  ] as const)
    expect(() => parsePosterList({ ...list, posters: [{ ...poster, [member]: value }] }, 'posters.json')).toThrow(
      `posters.json: posters.0.${member}`,
    );
});

import { describe, expect, it } from 'vitest';
import { parseCrowd } from '../../src/model/parse-crowd.ts';

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const source = { id: 'in', polygon: box(1, 1, 4, 4), persons: 20, to: ['out'] };
const square = {
  walkable: [box(0, 0, 20, 10)],
  sources: [source],
  exits: [
    {
      id: 'out',
      line: [
        [20, 4],
        [20, 6],
      ],
    },
  ],
  seconds: 60,
};
const bar = { id: 'bar', polygon: box(10, 2, 14, 6), seconds: 30, places: 2 };
const read = (change: object) => parseCrowd({ ...square, ...change }, 'square.json');

describe('a scenario of people from its file', () => {
  it('has customary values for what is left out', () => {
    expect(read({})).toMatchObject({ limit: 2.5, everySeconds: 60, densityCell: 1, stops: [], seed: 1 });
    expect(read({}).sources[0]).toMatchObject({ via: [], persons: 20, to: ['out'] });
  });

  it('says where people stay, how fast a group is and what stands for good', () => {
    const speed = { mean: 0.9, sd: 0.1, min: 0.5, max: 1.5 };
    const { stops, sources, fixed, limit, everySeconds } = read({
      stops: [bar, { id: 'stage', polygon: box(5, 5, 9, 9), seconds: [60, 600] }],
      sources: [{ ...source, via: ['bar', 'stage', 'bar'], speed }],
      fixed: [box(0, 9, 5, 10)],
      limit: 4,
      everySeconds: 30,
    });
    expect(stops[0]).toMatchObject({ id: 'bar', seconds: [30, 30], places: 2 });
    expect(stops[1]).toMatchObject({ seconds: [60, 600] });
    expect(stops[1]).not.toHaveProperty('places');
    expect(sources[0]).toMatchObject({ via: ['bar', 'stage', 'bar'], speed });
    expect(fixed).toEqual([[[0, 9, 5, 9, 5, 10, 0, 10]]]);
    expect([limit, everySeconds]).toEqual([4, 30]);
  });

  it('keeps rings without the point that closes them', () => {
    const { walkable } = read({ walkable: [box(0, 0, 20, 10), [box(20, 2, 30, 8), box(22, 4, 23, 5)]] });
    expect(walkable).toEqual([
      [[0, 0, 20, 0, 20, 10, 0, 10]],
      [
        [20, 2, 30, 2, 30, 8, 20, 8],
        [22, 4, 23, 4, 23, 5, 22, 5],
      ],
    ]);
  });

  it.each([
    ['walkable.0', { walkable: [box(0, 0, 20, 10).slice(0, -1)] }, '0 10 is not its first 0 0'],
    ['walkable.0.1', { walkable: [[box(0, 0, 20, 10), box(2, 2, 3, 3).slice(0, -1)]] }, '2 3 is not its first 2 2'],
    ['obstacles.0', { obstacles: [box(5, 5, 6, 6).slice(0, -1)] }, '5 6 is not its first 5 5'],
    [
      'sources.0 (in).polygon',
      { sources: [{ ...source, polygon: source.polygon.slice(0, -1) }] },
      '1 4 is not its first 1 1',
    ],
    ['stops.0 (bar).polygon', { stops: [{ ...bar, polygon: bar.polygon.slice(0, -1) }] }, '10 6 is not its first 10 2'],
  ])('refuses a ring of %s that is not closed', (member, change, points) => {
    expect(() => read(change)).toThrow(`square.json: ${member}: the polygon is not closed: its last point ${points}.`);
  });

  it.each([
    [
      'a line for a ring',
      {
        walkable: [
          [
            [0, 0],
            [20, 0],
          ],
        ],
      },
      'walkable.0: expected at least three points',
    ],
    [
      'a ring without area',
      {
        walkable: [
          [
            [0, 0],
            [20, 0],
            [10, 0],
            [0, 0],
          ],
        ],
      },
      'walkable.0: the polygon has no area.',
    ],
    [
      'a ring that crosses itself',
      {
        obstacles: [
          [
            [0, 0],
            [4, 4],
            [4, 0],
            [0, 3],
            [0, 0],
          ],
        ],
      },
      'obstacles.0: the polygon crosses itself.',
    ],
    [
      'a hole outside',
      { walkable: [[box(0, 0, 20, 10), box(30, 0, 31, 1)]] },
      'walkable.0.1: the hole lies outside the outline.',
    ],
    [
      'a hole over the edge',
      { walkable: [[box(0, 0, 20, 10), box(18, 2, 22, 3)]] },
      'walkable.0.1: the hole crosses the outline.',
    ],
    [
      'holes that overlap',
      { walkable: [[box(0, 0, 20, 10), box(5, 5, 7, 7), box(6, 6, 8, 8)]] },
      'walkable.0.2: the hole overlaps hole 1.',
    ],
    [
      'no number',
      {
        walkable: [
          [
            [0, 0],
            [20, null],
            [10, 5],
          ],
        ],
      },
      'walkable.0: expected a ring',
    ],
    ['fewer than none', { sources: [{ ...source, persons: -5 }] }, 'sources.0.persons: expected 0 or more persons'],
    [
      'half a person',
      { sources: [{ ...source, persons: 2.5 }] },
      'sources.0.persons: expected a whole number of persons',
    ],
    [
      'a million',
      { sources: [{ ...source, persons: 1_000_000 }] },
      'sources: 1000000 persons are more than the 100000 that can be simulated.',
    ],
    ['both counts', { sources: [{ ...source, personsPerSecond: 1 }] }, 'sources.0 (in): expected either persons or'],
    ['an end before the start', { sources: [{ ...source, from: 9, until: 8 }] }, 'until 8 is before from 9'],
    ['an unknown exit', { sources: [{ ...source, to: ['door'] }] }, 'sources.0 (in).to: there is no exit "door".'],
    ['an unknown stop', { sources: [{ ...source, via: ['pub'] }] }, 'sources.0 (in).via: there is no stop "pub".'],
    ['no exit', { sources: [{ ...source, to: [] }] }, 'sources.0.to: expected at least one exit'],
    [
      'a speed out of its bounds',
      { sources: [{ ...source, speed: { mean: 3, sd: 0.1, min: 0.5, max: 1.5 } }] },
      'sources.0 (in).speed: expected min ≤ mean ≤ max.',
    ],
    [
      'a stay that ends before it begins',
      { stops: [{ ...bar, seconds: [20, 10] }] },
      'stops.0 (bar).seconds: expected the',
    ],
    ['a negative stay', { stops: [{ ...bar, seconds: -1 }] }, 'stops.0.seconds: expected 0 or more'],
    ['no place', { stops: [{ ...bar, places: 0 }] }, 'stops.0.places: expected 1 to 1000'],
    ['a stop twice', { stops: [bar, bar] }, 'stops.1: the id "bar" is there twice.'],
    ['an unknown member', { sources: [{ ...source, colour: 'red' }] }, 'sources.0: unknown member colour'],
    ['a row of no whole tens', { everySeconds: 15 }, 'everySeconds: expected whole tens of seconds'],
    ['no limit', { limit: 0 }, 'limit: expected more than 0'],
    ['two days', { seconds: 172_800 }, 'seconds: expected a day at most'],
    ['nobody', { sources: [] }, 'sources: expected at least one source'],
    ['an exit without a place', { exits: [{ id: 'out' }] }, 'exits.0 (out): expected either polygon or line.'],
  ])('refuses %s, with file and member', (_, change, message) => {
    expect(() => read(change)).toThrow(
      `square.json: ${message.startsWith('until') ? 'sources.0 (in): ' : ''}${message}`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { buildingHeight, nearestOnLine, nearestStreetPoint, summariseView } from '../../src/model/view-summary.ts';
import { box } from '../fixtures/box.ts';
import { fixtureAddresses, fixtureBuildings, fixtureStreets } from '../fixtures/read-fixture.ts';

const buildings = fixtureBuildings();
const sources = { buildings, addresses: fixtureAddresses(), streets: fixtureStreets() };

describe('a summary of a view', () => {
  it('counts what lies in the polygon, nearest to the middle first', () => {
    const summary = summariseView(sources, box(146980, 507940, 147080, 508000), { x: 147010, y: 507970 });
    expect(summary.buildings.map(({ row }) => row)).toEqual([12, 13]);
    expect(summary.buildings[0]?.distance).toBe(0);
    expect(summary.buildings[1]?.distance).toBeCloseTo(53.85, 2);
    expect(summary.area).toBe(6000);
    expect(summary.addresses).toBe(11);
    expect(summary.tallest).toEqual({ row: 12, height: 38 });
  });

  it('leaves out years that are unknown', () => {
    expect(summariseView(sources, box(146980, 507940, 147080, 508000), undefined).years).toEqual({
      oldest: 1972,
      newest: 1972,
    });
    expect(summariseView(sources, box(147000, 507960, 147020, 507980), undefined).years).toBeUndefined();
  });

  it('names the streets nearest to the middle', () => {
    const { streets } = summariseView(sources, box(146700, 507700, 147300, 508300), { x: 147000, y: 507890 });
    expect(streets?.map(({ name }) => name)).toEqual(['Kerkstraat', 'Kerkplein', '1e Dwarsstraat']);
    expect(streets?.[0]?.distance).toBeCloseTo(10);
  });

  it('of an empty place is empty, and of the whole town is all of it', () => {
    const nothing = summariseView(sources, box(0, 0, 1, 1), undefined);
    expect(nothing).toMatchObject({ buildings: [], addresses: 0, tallest: undefined, years: undefined });
    expect(summariseView(sources, box(146000, 507000, 148000, 509000), undefined).buildings).toHaveLength(24);
  });

  it('does without the indexes that have not come', () => {
    const alone = { buildings, addresses: undefined, streets: undefined };
    const summary = summariseView(alone, box(146000, 507000, 148000, 509000), undefined);
    expect(summary.addresses).toBeUndefined();
    expect(summary.streets).toBeUndefined();
  });
});

describe('geometry of a view', () => {
  it('finds the nearest point of a line, also past its end', () => {
    expect(nearestOnLine([0, 0, 10, 0], 4, 3)).toEqual({ x: 4, y: 0, distance: 3 });
    expect(nearestOnLine([0, 0, 10, 0], 13, 4)).toEqual({ x: 10, y: 0, distance: 5 });
    expect(nearestOnLine([2, 2], 2, 5).distance).toBe(3);
  });

  it('finds where to stand before a building', () => {
    expect(nearestStreetPoint(sources.streets, 147010, 507915)).toMatchObject({
      name: 'Kerkstraat',
      x: 147010,
      y: 507900,
    });
  });

  it('says unknown for a height with an unknown end', () => {
    expect(buildingHeight(buildings, buildings.id.indexOf('NL.IMBAG.Pand.0999100000000021'))).toBeNull();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { listNearest } from '../../src/model/nearest-rows.ts';
import { bind } from '../../src/scene/bind.ts';
import { createProblemReporter } from '../../src/scene/problems.ts';
import { createSelectNext } from '../../src/scene/select-next.ts';
import { sendCommand } from '../../src/store/commands.ts';
import { listPlanBuildings } from '../../src/store/plan-building.ts';
import { initialTwin, selectBuilding, setLayer, setPendingTiles, twin } from '../../src/store/twin.ts';
import { makePlanModel } from './plan-box.ts';

afterEach(() => twin.setState(initialTwin, true));

const table = {
  id: ['far', 'near', 'nearer', 'nearest'],
  x: [900_000, 147_030, 147_020, 147_010],
  y: [508_000, 508_000, 508_000, 508_000],
  ground: [0, -4, -4, -4],
  roof: [9, 5, 5, null],
  year: [1999, 2001, null, 2003],
  area: [50, 60, 70, 80],
};

describe('bind', () => {
  it('gives a layer its part of the store at once and at changes of that part only, until untied', () => {
    const views: unknown[] = [];
    const untie = bind({ update: (view) => views.push(view) }, ({ layers, selection }) => ({
      layer: layers.map,
      id: selection?.id,
    }));
    setPendingTiles(3);
    setLayer('trees', { visible: false });
    expect(views).toHaveLength(1);
    setLayer('map', { opacity: 0.5 });
    selectBuilding({ id: 'a', attributes: {} });
    expect(views).toEqual([
      { layer: { visible: true, opacity: 1 }, id: undefined },
      { layer: { visible: true, opacity: 0.5 }, id: undefined },
      { layer: { visible: true, opacity: 0.5 }, id: 'a' },
    ]);
    untie();
    setLayer('map', { opacity: 1 });
    expect(views).toHaveLength(3);
  });
});

describe('problems', () => {
  it('are told once per layer, with the address and the reason', () => {
    const onError = createProblemReporter('buildings', 'buildings/tileset.json');
    onError({ statusCode: 404 }, 'buildings/7.glb');
    onError(new Error('another'), 'buildings/8.glb');
    expect(twin.getState().problems).toEqual([{ what: 'buildings', url: 'buildings/7.glb', detail: 'HTTP 404' }]);
  });
});

describe('selecting by keyboard', () => {
  it('lists buildings nearest first, within reach', () => {
    expect(listNearest(table, { x: 147_000, y: 508_000 }, 1000, 10)).toEqual([3, 2, 1]);
    expect(listNearest(table, { x: 147_000, y: 508_000 }, 1000, 2)).toEqual([3, 2]);
  });

  it('steps through the buildings around the middle, both ways, and prefers what a tile knows', () => {
    twin.setState({ buildingTable: { status: 'ready', value: table } });
    const known = { id: 'nearer', attributes: { energielabel: 'A' } };
    const selectNext = createSelectNext(
      () => ({ x: 147_000, y: 508_000 }),
      (id) => (id === known.id ? known : undefined),
      () => [],
    );
    const selected = (step: 1 | -1) => {
      sendCommand({ type: 'select-next', step });
      return twin.getState().selection;
    };
    expect(selected(1)).toMatchObject({
      id: 'nearest',
      attributes: { oorspronkelijkbouwjaar: 2003, b3_h_dak_max: null },
    });
    expect(selected(1)).toBe(known);
    expect(selected(1)?.id).toBe('near');
    expect(selected(1)?.id).toBe('nearest');
    expect(selected(-1)?.id).toBe('near');
    selectNext.destroy();
    expect(selected(1)?.id).toBe('near');
  });

  it("goes through the plan's buildings among those of today, without what makes room for it", () => {
    const drawn = makePlanModel({ origin: [147_000, 508_000, 0], removed: ['nearer'] });
    twin.setState({ buildingTable: { status: 'ready', value: table }, drawn });
    const selectNext = createSelectNext(
      () => ({ x: 147_000, y: 508_000 }),
      () => undefined,
      () => listPlanBuildings(twin.getState()),
    );
    const ids = [1, 2, 3].map(() => {
      sendCommand({ type: 'select-next', step: 1 });
      return twin.getState().selection?.id;
    });
    expect(ids).toEqual(['plan/b1', 'nearest', 'near']);
    selectNext.destroy();
  });
});

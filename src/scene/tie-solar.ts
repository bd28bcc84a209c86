import { paintRoofs } from '../model/roof-paint.ts';
import type { SolarRoofs } from '../model/solar.ts';
import { changeSettings, type SolarChoice } from '../model/solar-choice.ts';
import { needIndex } from '../store/load-municipality.ts';
import { needSolar, solar } from '../store/solar.ts';
import { followSolarPlan } from '../store/solar-plan.ts';
import type { LayerView, TwinState } from '../store/twin.ts';
import type { RoofPaint } from './buildings.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface SolarOverlayView {
  readonly layer: LayerView;
  readonly choice: SolarChoice;
  readonly municipality: TwinState['municipality'];
  readonly buildingTable: TwinState['buildingTable'];
}

/** Roofs coloured by the sun on them: what the store knows of them, made into paint whenever that changes. */
export function tieSolar(setRoofs: (paint: RoofPaint | undefined) => void): SceneLayer<SolarOverlayView> {
  let view: SolarOverlayView | undefined;
  let paint: RoofPaint | undefined;
  let painted: readonly unknown[] = [];

  function paintAll({ choice, buildingTable }: SolarOverlayView) {
    const { town, plan: changed, fitted } = solar.getState();
    if (town.status !== 'ready') return undefined;
    const table = buildingTable.status === 'ready' ? buildingTable.value : undefined;
    const withPlan = changed.status === 'ready' ? changed.value.roofs : undefined;
    const other = fitted.status === 'ready' ? fitted.value : undefined;
    const now = [town.value, withPlan, other, choice.colour, choice.changes, table?.protection];
    if (paint && now.every((part, i) => part === painted[i])) return paint;
    painted = now;
    const { roofs, index } = town.value;
    const settings = changeSettings(index.settings, choice.changes);
    const paintOf = (all: SolarRoofs) =>
      paintRoofs({ roofs: all, settings: index.settings, fitted: other }, choice.colour, settings, table?.protection);
    const today = paintOf(roofs);
    return { today, plan: withPlan ? paintOf(withPlan) : today, hasLines: false, opacity: 1 };
  }

  function apply() {
    if (!view) return;
    const { layer, choice, municipality } = view;
    if (!layer.visible) {
      setRoofs(undefined);
      return;
    }
    if (municipality.status === 'ready') {
      void needSolar();
      void needIndex('buildingTable');
    }
    paint = paintAll(view);
    setRoofs(paint && { ...paint, hasLines: choice.hasPattern, opacity: layer.opacity });
  }

  const endPlan = followSolarPlan();
  const untie = solar.subscribe((now, before) => {
    if (now.town !== before.town || now.plan !== before.plan || now.fitted !== before.fitted) apply();
  });
  return {
    update(next) {
      view = next;
      apply();
    },
    destroy() {
      untie();
      endPlan();
      setRoofs(undefined);
    },
  };
}

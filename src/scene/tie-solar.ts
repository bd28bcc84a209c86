import { paintRoofs, toneOf } from '../model/roof-paint.ts';
import type { SolarRoofs } from '../model/solar.ts';
import { changeSettings, type SolarChoice } from '../model/solar-choice.ts';
import { needIndex } from '../store/load-municipality.ts';
import { needSolar, solar } from '../store/solar.ts';
import { followSolarPlan } from '../store/solar-plan.ts';
import type { LayerView, TwinState } from '../store/twin.ts';
import type { RoofPaint } from './buildings.ts';
import { type BuiltRoof, type BuiltScene, createBuiltRoofs } from './built-roofs.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface SolarOverlayView {
  readonly layer: LayerView;
  readonly choice: SolarChoice;
  readonly municipality: TwinState['municipality'];
  readonly buildingTable: TwinState['buildingTable'];
  readonly isPlanShown: boolean;
}

export interface TiedSolar extends SceneLayer<SolarOverlayView> {
  /** For one frame, as the comparison draws it. */
  setToday(isToday: boolean): void;
}

const NONE: readonly BuiltRoof[] = [];

/** Roofs coloured by the sun on them: what the store knows of them, made into paint whenever that changes. */
export function tieSolar(scene: BuiltScene, setRoofs: (paint: RoofPaint | undefined) => void): TiedSolar {
  let view: SolarOverlayView | undefined;
  let paint: RoofPaint | undefined;
  let painted: readonly unknown[] = [];
  const own = createBuiltRoofs(scene);
  let built: readonly BuiltRoof[] = NONE;
  let builtOf: readonly unknown[] = [];

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

  function paintBuilt({ choice, layer, isPlanShown }: SolarOverlayView): readonly BuiltRoof[] {
    const { town, plan } = solar.getState();
    if (!layer.visible || !isPlanShown || town.status !== 'ready' || plan.status !== 'ready') return NONE;
    const now = [plan.value.built, choice.colour, choice.changes];
    if (now.every((part, i) => part === builtOf[i])) return built;
    builtOf = now;
    const { settings } = town.value.index;
    const { roofs, triangles } = plan.value.built;
    const codes = paintRoofs({ roofs, settings }, choice.colour, changeSettings(settings, choice.changes), undefined);
    built = triangles.map((own, row) => ({ triangles: own, tone: toneOf(codes[row] as number) }));
    return built;
  }

  function apply() {
    if (!view) return;
    const { layer, choice, municipality } = view;
    own.update(paintBuilt(view), layer.opacity);
    own.setShown(true);
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
    setToday: (isToday) => own.setShown(!isToday),
    destroy() {
      own.destroy();
      untie();
      endPlan();
      setRoofs(undefined);
    },
  };
}

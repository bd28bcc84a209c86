/** Events in the picture, tied to their own stores: the plan that is seen, the run that was computed, and the moment at which it stands. */
import type { Scene } from 'cesium';
import type { CrowdChoice } from '../model/crowd-choice.ts';
import { framesAround } from '../model/crowd-frames.ts';
import type { EventLayout } from '../model/event-plan.ts';
import { crowd, otherLayout, seenLayout, seenPlace, seenPlan } from '../store/crowd.ts';
import { crowdPassages } from '../store/crowd-passages.ts';
import { type CrowdSide as ComputedSide, crowdRun } from '../store/crowd-run.ts';
import type { Language, LayerView } from '../store/twin.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { createDrape } from './crowd-drape.ts';
import { createCrowdPointer } from './crowd-pointer.ts';
import type { CrowdSideView } from './crowd-side.ts';
import type { WalkersView } from './crowd-slots.ts';
import type { Daylight } from './daylight.ts';
import { prefersReducedMotion } from './glide.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface CrowdOverlayView {
  readonly layer: LayerView;
  readonly choice: CrowdChoice;
  readonly language: Language;
  /** The picture is cut in two. */
  readonly isCompared: boolean;
}

export interface TiedCrowd extends SceneLayer<CrowdOverlayView>, Pick<Crowd, 'setToday'> {
  /** Frame follows frame: then they must be quick. */
  isPlaying(): boolean;
}

/** The same pair of moments as long as it is the same one. */
function createPairs() {
  let known: WalkersView | undefined;
  return (side: ComputedSide | undefined, clock: number): { readonly pair: WalkersView | undefined; share: number } => {
    const around = side?.origin && framesAround(side.moments, clock);
    if (!around || !side?.origin) return { pair: undefined, share: 0 };
    const { before: from, after: to, share } = around;
    if (known?.from !== from || known.to !== to) known = { from, to, ...side.origin };
    return { pair: known, share };
  };
}

const nothing: readonly never[] = [];

export function tieCrowd(scene: Scene, daylight: Daylight, onError: OnError): TiedCrowd {
  const layer = createCrowd(scene, daylight, onError, () => pointer.update());
  const readers = [0, 1].map(() => ({ pairOf: createPairs(), drape: createDrape() }));
  let view: CrowdOverlayView | undefined;
  let hovered: string | undefined;
  const pointer = createCrowdPointer(scene, layer.nap, (id) => {
    hovered = id;
    apply();
  });

  function sideOf(layout: EventLayout, reader: (typeof readers)[number]): CrowdSideView | undefined {
    const plan = seenPlan(crowd.getState());
    if (!plan || !view) return undefined;
    const { choice, language } = view;
    const { sides, clock } = crowdRun.getState();
    const computed = sides.find((side) => side.layout === layout.id);
    const answer = computed?.answers[0];
    const { pair, share } = reader.pairOf(computed, clock);
    const { now, other } = crowdPassages.getState();
    const measured = [now, other].find((each) => each?.layout.id === layout.id);
    const isStill = prefersReducedMotion();
    return {
      plan,
      layout,
      passages: measured?.passages ?? nothing,
      routes: measured?.routes ?? nothing,
      walkers: pair,
      share: isStill ? 0 : share,
      density: reader.drape(answer, choice.density, clock),
      shows: choice.shows,
      selected: choice.selected,
      hovered,
      passage: crowd.getState().passage,
      language,
      isStill,
    };
  }

  /** Of two that are compared the earlier one of the plan lies left. */
  function listSides(): readonly [shown: EventLayout | undefined, beside: EventLayout | undefined] {
    const state = crowd.getState();
    if (!view) return [undefined, undefined];
    const chosen = seenLayout(state, view.choice);
    const other = view.isCompared ? otherLayout(state, view.choice) : undefined;
    if (!chosen || !other) return [chosen, undefined];
    const layouts = seenPlan(state)?.layouts ?? [];
    return layouts.indexOf(chosen) < layouts.indexOf(other) ? [other, chosen] : [chosen, other];
  }

  function apply() {
    if (!view) return;
    const { visible, opacity } = view.layer;
    const place = visible ? seenPlace(crowd.getState()) : undefined;
    const [shown, beside] = listSides();
    const [first, second] = readers as [(typeof readers)[number], (typeof readers)[number]];
    layer.update({
      place,
      shown: place && shown && sideOf(shown, first),
      beside: place && beside && sideOf(beside, second),
      opacity,
    });
  }
  function applyAll() {
    apply();
    pointer.update();
  }

  const unties = [crowd.subscribe(applyAll), crowdRun.subscribe(apply), crowdPassages.subscribe(apply)];
  return {
    update(next) {
      view = next;
      applyAll();
    },
    setToday: layer.setToday,
    isPlaying: () => view?.layer.visible === true && crowdRun.getState().isPlaying,
    destroy() {
      for (const untie of unties) untie();
      pointer.destroy();
      layer.destroy();
    },
  };
}

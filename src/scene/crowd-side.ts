/** One layout of an event in the picture: what stands there, who walks, how crowded the ground is, and what lies and is measured on it. */
import type { PrimitiveCollection, Scene } from 'cesium';
import type { Passage, RouteAnswer } from '../model/crowd-answer.ts';
import type { CrowdPart } from '../model/crowd-choice.ts';
import type { EventLayout, EventPlan } from '../model/event-plan.ts';
import type { Language } from '../store/twin.ts';
import { listAreaPieces } from './crowd-areas.ts';
import { shortenName } from './crowd-chip.ts';
import { createCrowdDensity, type DensityView } from './crowd-density.ts';
import { listDimensions } from './crowd-dimensions.ts';
import type { CrowdGround } from './crowd-ground.ts';
import { type CrowdLabel, createCrowdLabels } from './crowd-labels.ts';
import { createCrowdLines } from './crowd-lines.ts';
import { type CrowdFrame, createCrowdObjects } from './crowd-objects.ts';
import { createCrowdPaint } from './crowd-paint.ts';
import { listStanding } from './crowd-rows.ts';
import type { WalkersView } from './crowd-slots.ts';
import { createCrowdWalkers } from './crowd-walkers.ts';
import type { Daylight } from './daylight.ts';
import type { OnError } from './scene-layer.ts';

export interface CrowdSideView {
  readonly plan: EventPlan;
  readonly layout: EventLayout;
  readonly passages: readonly Passage[];
  readonly routes: readonly RouteAnswer[];
  /** The same pair as long as it is the same moment. */
  readonly walkers: WalkersView | undefined;
  /** Between its two moments, 0 to 1. */
  readonly share: number;
  readonly density: DensityView | undefined;
  readonly shows: readonly CrowdPart[];
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  /** Id of a passage. */
  readonly passage: string | undefined;
  readonly language: Language;
  /** No legs move. */
  readonly isStill: boolean;
}

export interface CrowdSide {
  update(view: CrowdSideView, frame: CrowdFrame, ground: CrowdGround): void;
  /** The ground has other heights now. */
  settle(frame: CrowdFrame, ground: CrowdGround): void;
  look(lift: number, opacity: number): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

/** `primitives` gets one of each kind of thing. */
export type CrowdSideScene = Scene & { readonly primitives: PrimitiveCollection };

/** What of the view each part is drawn from; the same values: nothing to do. */
function createMemory() {
  const known = new Map<string, readonly unknown[]>();
  return {
    isNew(part: string, ...values: readonly unknown[]): boolean {
      const before = known.get(part);
      if (before?.every((value, i) => Object.is(value, values[i]))) return false;
      known.set(part, values);
      return true;
    },
    forget: () => known.clear(),
  };
}

const middleOf = (plan: EventPlan, frame: CrowdFrame): readonly [number, number] => {
  const points = plan.stops.flatMap(({ polygon }) => polygon[0] ?? []);
  if (points.length === 0) return [frame.x, frame.y];
  const mean = (k: number) => (points.filter((_, i) => i % 2 === k).reduce((sum, v) => sum + v, 0) * 2) / points.length;
  return [mean(0), mean(1)];
};

/** Names of what stands there, when one is near, and of entries and stops. */
function listNames({ plan, layout, selected }: CrowdSideView, nap: CrowdGround['nap']): CrowdLabel[] {
  const things = layout.objects.flatMap(({ id, name, x, y, height }): CrowdLabel[] =>
    name
      ? [
          {
            id,
            at: { x, y, nap: nap(x, y) + height + 0.5 },
            text: shortenName(name),
            kind: id === selected ? 'strong' : 'plain',
            importance: id === selected ? 50 : 8,
            reach: id === selected ? 400 : 75,
          },
        ]
      : [],
  );
  const entries = plan.entries.map(({ id, title, line }): CrowdLabel => {
    const [x, y] = [
      ((line[0] as number) + (line.at(-2) as number)) / 2,
      ((line[1] as number) + (line.at(-1) as number)) / 2,
    ];
    const kind = id === selected ? 'strong' : 'plain';
    return { id, at: { x, y, nap: nap(x, y) + 2.6 }, text: shortenName(title), kind, importance: 14, reach: 420 };
  });
  const stops = plan.stops.map(({ id, title, polygon }): CrowdLabel => {
    const ring = polygon[0] ?? [];
    const mean = (k: number) => (ring.filter((_, i) => i % 2 === k).reduce((sum, v) => sum + v, 0) * 2) / ring.length;
    const [x, y] = [mean(0), mean(1)];
    const kind = id === selected ? 'strong' : 'plain';
    return { id, at: { x, y, nap: nap(x, y) + 0.4 }, text: shortenName(title), kind, importance: 10, reach: 220 };
  });
  return [...entries, ...things, ...stops];
}

const nothing: readonly never[] = [];

export function createCrowdSide(scene: CrowdSideScene, daylight: Daylight, onError: OnError): CrowdSide {
  const objects = createCrowdObjects(scene, daylight, onError);
  const walkers = createCrowdWalkers(scene, daylight, onError);
  const density = createCrowdDensity(scene, onError);
  const paint = createCrowdPaint(scene, onError);
  const lines = createCrowdLines(scene);
  const labels = createCrowdLabels(scene);
  const parts = [objects, walkers, density, paint, lines, labels];
  const memory = createMemory();
  let view: CrowdSideView | undefined;
  let isShown = true;

  function apply(frame: CrowdFrame, ground: CrowdGround) {
    if (!view) return;
    const { plan, layout, passages, routes, shows, selected, hovered, passage, language } = view;
    const has = (part: CrowdPart) => shows.includes(part);
    if (memory.isNew('objects', layout, selected, hovered, has('objects')))
      objects.show({ rows: has('objects') ? listStanding(layout) : nothing, selected, hovered }, frame, ground.nap);
    if (memory.isNew('areas', plan, routes, selected, has('routes'), frame)) {
      const middle = middleOf(plan, frame);
      paint.show(listAreaPieces({ plan, routes, selected, hasRoutes: has('routes'), middle }), frame, ground.nap);
    }
    if (
      memory.isNew(
        'lines',
        plan,
        layout,
        passages,
        routes,
        passage,
        selected,
        language,
        has('passages'),
        has('routes'),
        has('objects'),
      )
    ) {
      const measured = listDimensions(
        {
          passages: has('passages') ? passages : nothing,
          routes: has('routes') ? routes : nothing,
          chosen: passage,
          language,
        },
        ground.nap,
      );
      lines.show(measured.lines);
      labels.show([...measured.labels, ...(has('objects') ? listNames(view, ground.nap) : nothing)]);
    }
  }

  return {
    update(next, frame, ground) {
      view = next;
      apply(frame, ground);
      const { shows, walkers: people, share, isStill, density: drape } = next;
      walkers.show(shows.includes('walkers') ? people : undefined, frame);
      walkers.move(share, isStill);
      density.show(shows.includes('density') ? drape : undefined, frame);
    },
    settle(frame, ground) {
      memory.forget();
      walkers.setGround(ground.grid, frame);
      density.setGround(ground.grid, frame);
      apply(frame, ground);
      paint.refresh();
    },
    look(lift, opacity) {
      if (!isShown) return;
      walkers.look(lift);
      density.look(lift, opacity);
      paint.look(lift, opacity);
    },
    setShown(shown) {
      isShown = shown;
      for (const part of parts) part.setShown(shown);
    },
    destroy() {
      for (const part of parts) part.destroy();
    },
  };
}

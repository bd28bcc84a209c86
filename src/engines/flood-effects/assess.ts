/** All effects of one run: what its grids do to buildings, roads and addresses. Moments are given one by one, so that few are held. */

import { buildingWaterClasses } from '../../model/building-water.ts';
import type { FloodFrame } from '../../model/flood.ts';
import {
  type FloodEffects,
  IMPASSABLE_DEPTH,
  type Reach,
  type RescueService,
  type RescueSetting,
  rescueServices,
} from '../../model/flood-effects.ts';
import { cellAt, sheetExtent } from '../../model/flood-run.ts';
import { sumDamage, timeBuildings, touchBuildings } from '../flood-effects.ts';
import type { FacadeCells } from './facade-cells.ts';
import { createReachWatch } from './reach.ts';
import { createRoadNetwork, type RoadNetwork } from './road-network.ts';
import { createRoadWatch, listBlockedStreets, type RoadWatch } from './roads.ts';

export interface TownFacts {
  /** m² per row of the table of buildings. */
  readonly areas: readonly (number | null)[];
  /** Per street its lines, flat x, y pairs in RD. */
  readonly streets: readonly (readonly (readonly number[])[])[];
  /** RD per address. */
  readonly addresses: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly rescue: Readonly<Record<RescueService, RescueSetting>>;
  /** m above the ground, and what it may be off together with the depth. */
  readonly threshold: number;
  readonly accuracy: number;
}

/** Per cell of the run: index `row * width + column`, row 0 south. */
export interface RunGround {
  readonly frame: FloodFrame;
  /** m NAP of ground or open water; NaN where nothing flows. */
  readonly bed: Float32Array;
  /** 1: open water, over which roads go by bridges. */
  readonly isWater: Uint8Array;
  readonly facades: FacadeCells;
  /** m above the ground, where a measure raised the threshold; by row of the table of buildings. */
  readonly raised: ReadonlyMap<number, number>;
}

interface RunMaxima {
  /** m; NaN unknown. */
  readonly depth: Float32Array;
  /** Whole minutes, `NEVER`. */
  readonly arrival: Uint16Array;
  readonly duration: Uint16Array;
}

export interface Assessment {
  /** In order of time; depths per cell, m, on open water above its own level. */
  add(second: number, depth: Float32Array): void;
  finish(maxima: RunMaxima): FloodEffects;
}

/** m above the water that a line on an impassable road lies, so that the water does not hide it. */
const LIFT = 0.25;
/** Along a piece of at most 25 m: every 2 m or finer. */
const SAMPLES = 16;
/** Under every ground, m NAP. */
const UNKNOWN_LEVEL = -100;
const UNDECIDED = buildingWaterClasses.indexOf('undecided');
const INSIDE = buildingWaterClasses.indexOf('inside');

export function assessFlood({ frame, bed, isWater, facades, raised }: RunGround, town: TownFacts): Assessment {
  const network = createRoadNetwork(town.streets);
  const watch = createRoadWatch(network, frame, IMPASSABLE_DEPTH);
  const reaches = rescueServices.map((id) => {
    const { depth: limit, from } = town.rescue[id];
    return {
      id,
      reach: createReachWatch(network, frame, town.addresses, from),
      roads: limit === IMPASSABLE_DEPTH ? watch : createRoadWatch(network, frame, limit),
    };
  });
  let [last, step] = [0, 0];

  const onRoads = (depth: Float32Array) => depth.map((h, cell) => (isWater[cell] === 1 ? 0 : h));

  return {
    add(second, depth) {
      step = Math.max(step, second - last);
      last = second;
      const onRoad = onRoads(depth);
      const blocked = watch.add(second, onRoad);
      for (const { reach, roads } of reaches) reach.add(second, roads === watch ? blocked : roads.add(second, onRoad));
    },
    finish({ depth, arrival, duration }) {
      const { threshold, accuracy } = town;
      watch.addDeepest(onRoads(depth));
      const thresholds = new Float32Array(facades.starts.length - 1).fill(threshold);
      for (const [row, height] of raised) thresholds[row] = height;
      const buildings = touchBuildings(facades, bed, depth, thresholds, accuracy);
      let area = 0;
      for (const [row, value] of buildings.classes.entries())
        if (value === UNDECIDED || value === INSIDE) area += town.areas[row] ?? 0;
      return {
        buildings: { ...buildings, ...timeBuildings(facades, depth, arrival, duration) },
        threshold,
        accuracy,
        roads: {
          streets: listBlockedStreets(network, watch),
          ...drawPieces(network, watch, frame, (cell) => (bed[cell] as number) + (depth[cell] as number)),
        },
        reach: Object.fromEntries(reaches.map(({ id, reach }) => [id, reach.result()])) as Record<RescueService, Reach>,
        damage: { ...sumDamage(buildings, town.areas, 1, thresholds, accuracy), area },
        step,
        extent: sheetExtent(frame),
      };
    },
  };
}

/** Pieces that were ever impassable, at the greatest height of the water at their ends. */
function drawPieces(
  { nodes, pieces, streets }: RoadNetwork,
  watch: RoadWatch,
  frame: FloodFrame,
  levelAt: (cell: number) => number,
): Pick<FloodEffects['roads'], 'lines' | 'owners' | 'seconds'> {
  const found = [...watch.ever.keys()].filter((piece) => watch.ever[piece] === 1);
  const lines = new Float64Array(6 * found.length);
  for (const [i, piece] of found.entries()) {
    const [a, b] = [2 * (pieces[2 * piece] as number), 2 * (pieces[2 * piece + 1] as number)];
    const [x, y] = [nodes[a] as number, nodes[a + 1] as number];
    const [dx, dy] = [(nodes[b] as number) - x, (nodes[b + 1] as number) - y];
    const levels: number[] = [];
    for (let k = 0; k <= SAMPLES; k++) {
      const cell = cellAt(frame, x + (k / SAMPLES) * dx, y + (k / SAMPLES) * dy);
      levels.push(cell === undefined ? Number.NaN : levelAt(cell));
    }
    // An end beyond the run or in a closed cell lies as high as the highest of the others.
    const highest = Math.max(...levels.map((level) => (Number.isNaN(level) ? UNKNOWN_LEVEL : level)));
    const heightOf = (level: number | undefined) =>
      (level === undefined || Number.isNaN(level) ? highest : level) + LIFT;
    lines.set([x, y, heightOf(levels[0]), x + dx, y + dy, heightOf(levels.at(-1))], 6 * i);
  }
  return {
    lines,
    owners: Uint32Array.from(found, (piece) => streets[piece] as number),
    seconds: Float32Array.from(found, (piece) => watch.seconds[piece] as number),
  };
}

/** The figures of one variant that people compare, counted from its plan model: nothing is typed over by hand. */
import type { GroundPiece, PlanModel } from './plan-model.ts';

export interface PlanFacts {
  /** Solids as drawn; placed glTF models are not among them: how many buildings one holds it does not say. */
  readonly buildings: number;
  /** Undefined where no solid says how many it holds; a glTF model never does. */
  readonly dwellings: number | undefined;
  /** Metres NAP of the highest point of solids and measured models, undefined without any. */
  readonly highestNap: number | undefined;
  /**
   * m² of the footprints of solids and measured models seen from above; what lies over each other counts twice. Undefined where
   * all there is are models that could not be measured.
   */
  readonly footprint: number | undefined;
  /** Placed glTF models whose triangles count in height and footprint, and those that could not be measured and do not. */
  readonly models: { readonly measured: number; readonly unmeasured: number };
  /** m² per surface of the new ground, only what is there. */
  readonly ground: Readonly<Partial<Record<GroundPiece['surface'], number>>>;
  /** Today's buildings that go. */
  readonly removed: number;
  readonly trees: number;
  /** Metres of water barrier that the new ground cuts; undefined where nobody looked. */
  readonly barrierCut: number | undefined;
}

/** m² of a ring of flat x, y pairs, whichever way it turns. */
function ringArea(ring: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    const next = (i + 2) % ring.length;
    twice += x * (ring[next + 1] as number) - (ring[next] as number) * y;
  }
  return Math.abs(twice) / 2;
}

/** The first ring is the outside, the others are holes. */
const footprintArea = ([outer = [], ...holes]: readonly (readonly number[])[]) =>
  ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

export function planFacts({ solids, ground, removed, trees, models, barrierCuts }: PlanModel): PlanFacts {
  const measured = models.flatMap((model) => model.measured ?? []);
  const tops = [...solids, ...measured].map(({ upperNap }) => upperNap);
  const counted = solids.filter(({ dwellings }) => dwellings !== undefined);
  const perSurface: Partial<Record<GroundPiece['surface'], number>> = {};
  for (const { surface, area } of ground) {
    if (area > 0) perSurface[surface] = (perSurface[surface] ?? 0) + area;
  }
  return {
    buildings: solids.length,
    dwellings: counted.length === 0 ? undefined : counted.reduce((sum, solid) => sum + (solid.dwellings ?? 0), 0),
    highestNap: tops.length === 0 ? undefined : Math.max(...tops),
    footprint:
      tops.length === 0 && models.length > 0
        ? undefined
        : solids.reduce((sum, solid) => sum + footprintArea(solid.footprint), 0) +
          measured.reduce((sum, { footprint }) => sum + footprint, 0),
    models: { measured: measured.length, unmeasured: models.length - measured.length },
    ground: perSurface,
    removed: removed.length,
    trees: trees.length,
    barrierCut: barrierCuts?.reduce((sum, { length }) => sum + length, 0),
  };
}

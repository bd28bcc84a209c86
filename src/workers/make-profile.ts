/** A profile from addresses: heights and buildings near the line are fetched, then cut. The same in the browser and in Node. */
import { cutProfile, type ProfileInput, type Triangles } from '../engines/profile.ts';
import { type HeightGrid, type RdExtent, sampleHeight } from '../model/grid.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { MadeProfile, ProfileOwner } from '../model/profile.ts';
import { readBuildings, touches } from './read-buildings.ts';
import { openHeights } from './read-heights.ts';
import { readPlanModel } from './read-plan-models.ts';

type BuiltPlan = Pick<PlanModel, 'origin' | 'solids' | 'ground' | 'cut' | 'removed' | 'models'>;

export interface ProfileRequest {
  /** Flat RD x, y. */
  readonly line: readonly number[];
  /** Absent: buildings alone. */
  readonly heightsUrl: string | undefined;
  readonly tilesets: readonly { readonly url: string; readonly isNap: boolean }[];
  /** What is built of the plan that is shown, and what the visitor drew; addresses of models are whole. */
  readonly plans: readonly BuiltPlan[];
}

/** Metres across a window of heights, and of buildings: a window around a long slanting line holds mostly what is beside it. */
const HEIGHT_STRETCH = 400;
const BUILDING_STRETCH = 1000;

/** Rectangles around successive parts of the line, none longer from corner to corner than `most` metres. */
function listStretches(line: readonly number[], most: number): RdExtent[] {
  const extents: RdExtent[] = [];
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i - 2, i + 2) as [number, number, number, number];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / most));
    for (let k = 0; k < count; k++) {
      const [x0, x1] = [ax + ((bx - ax) * k) / count, ax + ((bx - ax) * (k + 1)) / count];
      const [y0, y1] = [ay + ((by - ay) * k) / count, ay + ((by - ay) * (k + 1)) / count];
      const last = extents.at(-1) ?? [x0, y0, x0, y0];
      const [west, south] = [Math.min(x0, x1), Math.min(y0, y1)];
      const [east, north] = [Math.max(x0, x1), Math.max(y0, y1)];
      const joined: RdExtent = [
        Math.min(last[0], west),
        Math.min(last[1], south),
        Math.max(last[2], east),
        Math.max(last[3], north),
      ];
      const isShort = Math.hypot(joined[2] - joined[0], joined[3] - joined[1]) <= most;
      if (isShort && extents.length > 0) extents[extents.length - 1] = joined;
      else extents.push([west, south, east, north]);
    }
  }
  return extents;
}

/** Metres from an origin to RD and NAP. */
function toTriangles(
  [east, north, nap]: readonly [number, number, number],
  parts: readonly { readonly positions: readonly number[]; readonly indices: readonly number[] }[],
): Triangles {
  const origin = [east, north, nap];
  return Float64Array.from(
    parts.flatMap(({ positions, indices }) =>
      indices.flatMap((index) => origin.map((zero, axis) => zero + (positions[3 * index + axis] as number))),
    ),
  );
}

interface PlanSolids {
  readonly solids: readonly (ProfileOwner & { readonly positions: Triangles })[];
  readonly leftOut: MadeProfile['leftOut'];
}

const nameOfFile = (url: string) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? url);

/** Drawn buildings and placed models; one model that cannot be read leaves the others as they are. */
async function readSolids({ origin, solids, models }: BuiltPlan): Promise<PlanSolids> {
  const leftOut: { name: string; detail: string }[] = [];
  const [x, y] = origin;
  const placed = await Promise.all(
    models.map(async (model) => {
      const id = model.name ?? nameOfFile(model.url);
      try {
        const pieces = await readPlanModel(model, model.url, { x, y });
        return [{ kind: 'plan' as const, id, positions: toTriangles([x, y, 0], pieces) }];
      } catch (error) {
        leftOut.push({ name: id, detail: error instanceof Error ? error.message : String(error) });
        return [];
      }
    }),
  );
  const drawn = solids.map((solid) => ({
    kind: 'plan' as const,
    id: solid.name ?? solid.id,
    positions: toTriangles(origin, [solid]),
  }));
  return { solids: [...drawn, ...placed.flat()], leftOut };
}

function joinGround(plans: readonly BuiltPlan[]): NonNullable<ProfileInput['newGround']> {
  const ground = plans.map((plan) => toTriangles(plan.origin, plan.ground));
  const positions = new Float64Array(ground.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of ground) {
    positions.set(part, at);
    at += part.length;
  }
  return { cut: plans.flatMap(({ cut }) => cut), positions };
}

async function readGround(url: string, extents: RdExtent[]) {
  const reader = await openHeights(url);
  const grids: (HeightGrid | undefined)[] = [];
  for (const extent of extents) grids.push(await reader.read({ extent }));
  const heightAt = (x: number, y: number) => {
    for (const [i, [w, s, e, n]] of extents.entries()) {
      const grid = grids[i];
      // The ends of a stretch lie on its sides.
      if (grid && x >= w - 0.01 && x <= e + 0.01 && y >= s - 0.01 && y <= n + 0.01) return sampleHeight(grid, x, y);
    }
    return undefined;
  };
  return { heightAt, spacing: reader.cellSize };
}

/** Throws when heights or tiles cannot be read. */
export async function makeProfile({ line, heightsUrl, tilesets, plans }: ProfileRequest): Promise<MadeProfile> {
  const unknown = { heightAt: () => undefined, spacing: 1 };
  const ground = heightsUrl === undefined ? unknown : await readGround(heightsUrl, listStretches(line, HEIGHT_STRETCH));
  const today = new Map<string, Triangles>();
  for (const tileset of tilesets) {
    for (const extent of listStretches(line, BUILDING_STRETCH)) {
      const isWanted = (around: RdExtent) => touches(around, extent);
      for (const { id, positions } of await readBuildings({ ...tileset, isWanted })) today.set(id, positions);
    }
  }
  for (const id of plans.flatMap(({ removed }) => removed)) today.delete(id);
  const planned = await Promise.all(plans.map(readSolids));
  const standing = [...today].map(([id, positions]) => ({ kind: 'building' as const, id, positions }));
  const profile = cutProfile({
    line,
    ...ground,
    solids: [...standing, ...planned.flatMap(({ solids }) => solids)],
    newGround: joinGround(plans),
  });
  return { ...profile, leftOut: planned.flatMap(({ leftOut }) => leftOut) };
}

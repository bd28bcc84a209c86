/**
 * A vertical section along a line through terrain, buildings and a plan.
 *
 * The ground is read from a height grid at its own spacing and runs straight between; buildings are cut exactly: the vertical
 * plane through each leg of the line with every triangle, so that walls are steps and roofs keep their slope. Where a plan
 * cuts today's ground, its own ground (triangles too) stands in its place. The surface is the highest of all.
 *
 * Not in it: trees, cars, and the earth's curvature (over 5 km under 2 m, which RD and NAP leave out as well). A triangle that
 * lies in the plane itself is left out; its neighbours give its outline. A deck is drawn as massive from above.
 */
import type { Profile, ProfileCut, ProfileOwner, ProfileRow } from '../model/profile.ts';
import { joinStraight, type Piece, upperEnvelope } from './upper-envelope.ts';

/** Metres: tiles hold corners to 8 mm, so that walls lean a little and level roofs are not quite level. */
const NARROWEST = 0.01;
const LEVEL = 0.01;

/** Triangles in RD x, y and NAP: nine numbers each. */
export type Triangles = Float64Array;

export interface ProfileInput {
  /** Flat RD x, y of two points or more. */
  readonly line: readonly number[];
  /** Metres NAP of today's ground; undefined where it is not known. */
  readonly heightAt: (x: number, y: number) => number | undefined;
  /** Metres between heights of the ground: the side of a cell of the grid. */
  readonly spacing: number;
  readonly solids: readonly (ProfileOwner & { readonly positions: Triangles })[];
  /** Where today's ground makes way (rings of flat RD x, y pairs), and for what. */
  readonly newGround?: { readonly cut: readonly (readonly number[])[]; readonly positions: Triangles };
}

interface Leg {
  readonly x: number;
  readonly y: number;
  /** Unit vector along it. */
  readonly ux: number;
  readonly uy: number;
  readonly length: number;
  /** Metres along the line to its start. */
  readonly start: number;
}

function listLegs(line: readonly number[]): Leg[] {
  const legs: Leg[] = [];
  let start = 0;
  for (let i = 2; i + 1 < line.length; i += 2) {
    const [x, y] = [line[i - 2] as number, line[i - 1] as number];
    const [dx, dy] = [(line[i] as number) - x, (line[i + 1] as number) - y];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    legs.push({ x, y, ux: dx / length, uy: dy / length, length, start });
    start += length;
  }
  return legs;
}

/** Adds the straight pieces in which a leg's plane cuts the triangles: distance, NAP, distance, NAP each. */
function cutTriangles({ x, y, ux, uy, length, start }: Leg, positions: Triangles, pieces: number[]): void {
  const along = [0, 0, 0];
  const side = [0, 0, 0];
  const cut = [0, 0, 0, 0];
  for (let t = 0; t < positions.length; t += 9) {
    for (let k = 0; k < 3; k++) {
      const dx = (positions[t + 3 * k] as number) - x;
      const dy = (positions[t + 3 * k + 1] as number) - y;
      along[k] = dx * ux + dy * uy;
      side[k] = dy * ux - dx * uy;
    }
    let found = 0;
    for (let k = 0; k < 3; k++) {
      const l = (k + 1) % 3;
      const [a, b] = [side[k] as number, side[l] as number];
      // Zero counts as left, so that an edge in the plane belongs to one of its two triangles.
      if (a >= 0 === b >= 0) continue;
      const part = a / (a - b);
      cut[2 * found] = (along[k] as number) + part * ((along[l] as number) - (along[k] as number));
      const [low, high] = [positions[t + 3 * k + 2] as number, positions[t + 3 * l + 2] as number];
      cut[2 * found + 1] = low + part * (high - low);
      found++;
    }
    if (found === 2) addClipped(cut as [number, number, number, number], length, start, pieces);
  }
}

function addClipped(cut: [number, number, number, number], length: number, start: number, pieces: number[]): void {
  const [a, ha, b, hb] = cut[0] <= cut[2] ? cut : [cut[2], cut[3], cut[0], cut[1]];
  if (b < 0 || a > length) return;
  const heightAt = (d: number) => (b > a ? ha + ((d - a) / (b - a)) * (hb - ha) : ha);
  const from = Math.max(a, 0);
  const to = Math.min(b, length);
  pieces.push(start + from, heightAt(from), start + to, b > a ? heightAt(to) : hb);
}

function toPieces<Owner>(flat: readonly number[], owner: Owner): Piece<Owner>[] {
  const pieces: Piece<Owner>[] = [];
  for (let i = 0; i < flat.length; i += 4) {
    const [d0, h0, d1, h1] = flat.slice(i, i + 4) as [number, number, number, number];
    pieces.push({ d0, h0, d1, h1, owner });
  }
  return pieces;
}

/** Even-odd; the ring is not closed. */
function isInRing(ring: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [xi, yi, xj, yj] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Metres along the leg where it meets the rings, with both ends, from left to right. */
function listBorders({ x, y, ux, uy, length }: Leg, rings: readonly (readonly number[])[]): number[] {
  const borders = [0, length];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay] = [(ring[j] as number) - x, (ring[j + 1] as number) - y];
      const [bx, by] = [(ring[i] as number) - x, (ring[i + 1] as number) - y];
      const [a, b] = [ay * ux - ax * uy, by * ux - bx * uy];
      if (a >= 0 === b >= 0) continue;
      const [alongA, alongB] = [ax * ux + ay * uy, bx * ux + by * uy];
      const at = alongA + (a / (a - b)) * (alongB - alongA);
      if (at > 0 && at < length) borders.push(at);
    }
  }
  return borders.sort((a, b) => a - b);
}

/** The ground of one leg as pieces: today's, and the plan's between the borders of its cut. */
function cutGround(leg: Leg, { heightAt, spacing, newGround }: ProfileInput): Piece<undefined>[] {
  const cut = newGround?.cut ?? [];
  const planned: number[] = [];
  if (newGround) cutTriangles(leg, newGround.positions, planned);
  const plannedTop = upperEnvelope(toPieces(planned, undefined), NARROWEST);
  const borders = listBorders(leg, cut);
  const place = (d: number) => [leg.x + leg.ux * d, leg.y + leg.uy * d] as const;
  return borders.slice(1).flatMap((to, i) => {
    const from = borders[i] as number;
    if (to - from < 1e-6) return [];
    if (cut.some((ring) => isInRing(ring, ...place((from + to) / 2)))) {
      const [low, high] = [from + leg.start, to + leg.start];
      return plannedTop.flatMap((piece) => clipPiece(piece, low, high));
    }
    return sampleGround(leg, from, to, spacing, (d) => heightAt(...place(d)));
  });
}

function clipPiece(piece: Piece<undefined>, low: number, high: number): Piece<undefined>[] {
  const { d0, h0, d1, h1 } = piece;
  const [from, to] = [Math.max(d0, low), Math.min(d1, high)];
  if (to <= from) return [];
  const at = (d: number) => h0 + ((d - d0) / (d1 - d0)) * (h1 - h0);
  return [{ d0: from, h0: at(from), d1: to, h1: at(to), owner: undefined }];
}

function sampleGround(
  { start }: Leg,
  from: number,
  to: number,
  spacing: number,
  heightAt: (d: number) => number | undefined,
): Piece<undefined>[] {
  const pieces: Piece<undefined>[] = [];
  const count = Math.max(1, Math.ceil((to - from) / spacing - 1e-9));
  let before: [number, number | undefined] = [from, heightAt(from)];
  for (let i = 1; i <= count; i++) {
    const d = i === count ? to : from + i * spacing;
    const h = heightAt(d);
    const [d0, h0] = before;
    if (h0 !== undefined && h !== undefined) {
      pieces.push({ d0: start + d0, h0, d1: start + d, h1: h, owner: undefined });
    }
    before = [d, h];
  }
  return pieces;
}

/** Throws when the line has no length. */
export function cutProfile(input: ProfileInput): Profile {
  const legs = listLegs(input.line);
  const last = legs.at(-1);
  if (!last) throw new Error('Expected a line of two different points or more.');
  const length = last.start + last.length;
  const cuts = input.solids.flatMap(({ kind, id, positions }): ProfileCut[] => {
    const outline: number[] = [];
    for (const leg of legs) cutTriangles(leg, positions, outline);
    if (outline.length === 0) return [];
    const top = joinStraight(upperEnvelope(toPieces(outline, undefined), NARROWEST), LEVEL);
    return [{ kind, id, outline, top: top.flatMap(({ d0, h0, d1, h1 }) => [d0, h0, d1, h1]) }];
  });
  const ground = legs.flatMap((leg) => cutGround(leg, input));
  return { length, spacing: input.spacing, cuts, rows: listRows(ground, cuts, length) };
}

function listRows(ground: readonly Piece<undefined>[], cuts: readonly ProfileCut[], length: number): ProfileRow[] {
  const owners = cuts.map(({ kind, id }): ProfileOwner => ({ kind, id }));
  const tops = cuts.flatMap(({ top }, i) => toPieces(top, owners[i]));
  const all: Piece<ProfileOwner | undefined>[] = [...ground, ...tops];
  const surface = upperEnvelope(all, NARROWEST);
  const rows: ProfileRow[] = [];
  let at = 0;
  let end = 0;
  for (const { d0, h0, d1, h1, owner } of surface) {
    // Where nothing is known, one row says so.
    if (d0 - end > 1e-6) rows.push({ distance: end, ground: undefined, surface: undefined, owner: undefined });
    const middle = (d0 + d1) / 2;
    while (at < ground.length - 1 && (ground[at] as Piece<undefined>).d1 < middle) at++;
    const under = ground[at];
    const groundAt = (d: number) =>
      under && under.d0 <= middle && middle <= under.d1
        ? under.h0 + ((d - under.d0) / (under.d1 - under.d0)) * (under.h1 - under.h0)
        : undefined;
    addRow(rows, { distance: d0, ground: groundAt(d0), surface: h0, owner });
    addRow(rows, { distance: d1, ground: groundAt(d1), surface: h1, owner });
    end = d1;
  }
  if (length - end > 1e-6) rows.push({ distance: end, ground: undefined, surface: undefined, owner: undefined });
  return rows;
}

/** A row that says the same as the one before it, to the micrometre, is left out. */
function addRow(rows: ProfileRow[], row: ProfileRow): void {
  const last = rows.at(-1);
  const isSame = (a: number | undefined, b: number | undefined) =>
    a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-6);
  const repeats =
    last &&
    last.owner === row.owner &&
    last.distance === row.distance &&
    isSame(last.ground, row.ground) &&
    isSame(last.surface, row.surface);
  if (!repeats) rows.push(row);
}

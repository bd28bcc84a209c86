/** Spatial claims: what is known of them, and the visitor's choices. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import type { ClaimCheckAnswer } from '../model/check-claims.ts';
import type { Claim, ConflictKind } from '../model/claim.ts';
import type { ClaimAnswer } from '../model/claim-answer.ts';
import { type ClaimChoice, initialClaimChoice } from '../model/claim-choice.ts';
import { type ConflictFilter, changeOwnPairs, initialConflictFilter } from '../model/claim-conflict-rows.ts';
import { boxOf, boxOfClaim } from '../model/claim-place.ts';
import type { ClaimTown } from '../model/claim-town.ts';
import type { Loadable } from '../model/loadable.ts';
import { toMillimetres } from '../model/outline.ts';
import { parseClaimTown } from '../model/parse-claim-town.ts';
import { joinPlan, type PlanClaims } from '../model/plan-claims.ts';
import { isInsideRd } from '../model/rd.ts';
import { sendCommand } from './commands.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { middleOfView } from './middle-of-view.ts';
import { MOST_CORNERS, writeClaims } from './share-claims.ts';
import { twin } from './twin.ts';

/** The variant of the plan that is open, or what was drawn. */
export const checkSubjects = ['plan', 'drawing'] as const;
export type CheckSubject = (typeof checkSubjects)[number];

export interface ClaimsState {
  readonly town: Loadable<ClaimTown>;
  /** Whether the plan that is open takes part, once there is one. */
  readonly hasPlan: boolean;
  /** It, while it does. */
  readonly plan: PlanClaims | undefined;
  readonly answer: Loadable<ClaimAnswer>;
  /** Claims that the engine changed or refused, one technical line each. */
  readonly notes: readonly string[];
  /** Which conflicts the table lists. */
  readonly filter: ConflictFilter;
  /** What is held against the rules; undefined: what is newest. */
  readonly subject: CheckSubject | undefined;
  readonly checks: Loadable<ClaimCheckAnswer>;
  /** Corners of the area that is being drawn: flat x, y pairs in RD New metres. */
  readonly corners: readonly number[];
}

export const claims = createStore<ClaimsState>(() => ({
  town: { status: 'idle' },
  hasPlan: true,
  plan: undefined,
  answer: { status: 'idle' },
  notes: [],
  filter: initialConflictFilter,
  subject: undefined,
  checks: { status: 'idle' },
  corners: [],
}));

let joined: { readonly town: ClaimTown; readonly plan: PlanClaims; readonly value: ClaimTown } | undefined;

/** All that takes part: the same object while it is the same. Undefined until claims are there. */
export function listTakingPart({ town, plan }: Pick<ClaimsState, 'town' | 'plan'>): ClaimTown | undefined {
  if (town.status !== 'ready') return undefined;
  if (!plan) return town.value;
  if (joined?.town !== town.value || joined.plan !== plan)
    joined = { town: town.value, plan, value: joinPlan(town.value, plan) };
  return joined.value;
}

export const setHasPlan = (hasPlan: boolean): void => claims.setState({ hasPlan });

/** Where a municipality has none. */
export const NO_CLAIMS = 'municipality.json has no address of claims';

/** Reads them once, and again after a failure, which is told where they are shown. The municipality must be there. */
export async function needClaims(readJson: ReadJson = fetchJson): Promise<void> {
  const { municipality, baseUrl } = twin.getState();
  const { status } = claims.getState().town;
  if (municipality.status !== 'ready' || status === 'running' || status === 'ready') return;
  const address = municipality.value.claims?.url;
  if (address === undefined) {
    claims.setState({ town: { status: 'failed', message: NO_CLAIMS } });
    return;
  }
  claims.setState({ town: { status: 'running' } });
  const url = new URL(address, baseUrl).href;
  try {
    claims.setState({ town: { status: 'ready', value: parseClaimTown(await readJson(url), url) } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    claims.setState({ town: { status: 'failed', message } });
  }
}

export function setClaimChoice(change: Partial<ClaimChoice>): void {
  const choice = { ...twin.getState().claims, ...change };
  twin.setState({ claims: choice, sharedClaims: writeClaims(choice) });
}

/** All that is looked at comes back; where one asked and what was tried stay. */
export function resetClaimFilter(): void {
  const { lowNap, highNap, year, hiddenThemes, hiddenHardnesses } = initialClaimChoice;
  setClaimChoice({ lowNap, highNap, year, hiddenThemes, hiddenHardnesses });
}

export function setConflictFilter(change: Partial<ConflictFilter>): void {
  const next = { ...claims.getState().filter, ...change };
  const isStart = JSON.stringify(next) === JSON.stringify(initialConflictFilter);
  claims.setState({ filter: isStart ? initialConflictFilter : next });
}

/** What if these two themes went together, or did not; undefined goes back to the municipality's choice. */
export function tryPair(themes: readonly [string, string], kind: ConflictKind | undefined): void {
  setClaimChoice({ ownPairs: changeOwnPairs(twin.getState().claims.ownPairs, themes, kind) });
}

/** As a link keeps them. */
const toCentimetres = (metres: number) => Math.round(metres * 100) / 100;

/** A click in the picture, with the claim that stands in front there, or typed coordinates or an address. */
export function chooseClaimSpot(x: number, y: number, claim?: string): void {
  if (!isInsideRd({ x, y })) return;
  setClaimChoice({
    place: { x: toCentimetres(x), y: toCentimetres(y) },
    selected: claim === undefined ? undefined : [claim],
  });
}

export function selectClaims(selected: ClaimChoice['selected']): void {
  setClaimChoice({ selected });
}

/** From now on a click in the picture asks about a place or puts a corner; undefined ends that. */
export function placeClaims(claimPlacing: 'spot' | 'area' | undefined): void {
  claims.setState({ corners: [] });
  twin.setState({ claimPlacing });
}

export function addAreaCorner(x: number, y: number): void {
  const { corners } = claims.getState();
  if (!isInsideRd({ x, y }) || corners.length >= 2 * MOST_CORNERS) return;
  claims.setState({ corners: [...corners, toMillimetres(x), toMillimetres(y)] });
}

export const dropAreaCorner = (): void => claims.setState({ corners: claims.getState().corners.slice(0, -2) });

/** All of an outline that is there already. */
export function chooseClaimArea(ring: readonly number[]): void {
  setClaimChoice({ place: { ring: ring.map(toCentimetres) }, selected: undefined });
}

/** Nothing while it has too few corners. Clicks ask about places again. */
export function closeArea(): void {
  const { corners } = claims.getState();
  if (corners.length < 6) return;
  chooseClaimArea(corners);
  placeClaims('spot');
}

/** Metres around what is looked at, at least. */
const LOOK_RADIUS = 40;

/** Metres around a part of a line at most. */
const MOST_RADIUS = 120;

/** To the middle of the picture; undefined without lines. */
function nearestCorner(lines: readonly (readonly number[])[]): readonly [number, number] | undefined {
  const all = lines.flat();
  const [mx, my] = middleOfView() ?? [all[0] ?? 0, all[1] ?? 0];
  let best: readonly [number, number] | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < all.length; i += 2) {
    const [x, y] = [all[i] as number, all[i + 1] as number];
    const away = Math.hypot(x - mx, y - my);
    if (away < nearest) best = [x, y];
    nearest = Math.min(nearest, away);
  }
  return best;
}

/** Brings a claim, or both of a conflict, into the picture; of a conflict where they overlap. */
export function flyToClaims(ids: readonly [string] | readonly [string, string]): void {
  const { answer } = claims.getState();
  const town = listTakingPart(claims.getState());
  if (!town) return;
  const [a, b] = ids;
  const conflict =
    b !== undefined && answer.status === 'ready'
      ? answer.value.conflicts.find((item) => item.a === a && item.b === b)
      : undefined;
  const known = town.claims.filter(({ id }) => id === a || id === b);
  const corners = known.map(boxOfClaim).map(([west, south, east, north]) => [west, south, east, north]);
  const rings = conflict?.parts.map(([outer = []]) => outer) ?? corners;
  if (rings.length === 0) return;
  const [west, south, east, north] = boxOf(rings);
  selectClaims(ids);
  const radius = Math.max(LOOK_RADIUS, 0.6 * Math.hypot(east - west, north - south));
  const spans = town.heights.filter((_, row) => known.includes(town.claims[row] as Claim));
  const ends = conflict
    ? (conflict.heightRange ?? [])
    : spans.flatMap(({ lowerNap, upperNap }) => [lowerNap, upperNap]);
  const heights = ends.filter((nap) => nap !== undefined);
  // A long pipe is looked at in the part of it that is nearest to what one saw.
  const part = radius > MOST_RADIUS ? nearestCorner(known.flatMap(({ lines }) => lines)) : undefined;
  const [x, y] = part ?? [(west + east) / 2, (south + north) / 2];
  sendCommand({
    type: 'look-at',
    x,
    y,
    radius: part ? MOST_RADIUS : radius,
    ...(heights.length > 0 ? { heights: [Math.min(...heights), Math.max(...heights)] } : {}),
  });
}

/** Brings a point into the picture, such as where a plan fails a rule. */
export function flyToPoint([x, y]: readonly [number, number]): void {
  sendCommand({ type: 'look-at', x, y, radius: LOOK_RADIUS });
}

export const chooseSubject = (subject: CheckSubject): void => claims.setState({ subject });

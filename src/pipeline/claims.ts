/** `claims`: what wants the same space (`engines/claims.ts`), and what a plan or the claims do by a municipality's rules (`engines/claim-rules.ts`). */
import { basename } from 'node:path';
import * as z from 'zod/mini';
import { checkPlan } from '../engines/claim-rules.ts';
import { createClaimSpace } from '../engines/claims.ts';
import { listPlanConflicts } from '../engines/claims-plan.ts';
import type { Claim, ClaimCheck, ClaimConflict } from '../model/claim.ts';
import type { ClaimAnswer } from '../model/claim-answer.ts';
import { groundBelow, resolveHeights } from '../model/claim-heights.ts';
import { defaultMatrix } from '../model/claim-matrix.ts';
import { parseClaimRules } from '../model/claim-rules.ts';
import type { ThemePair } from '../model/claim-town.ts';
import { InputError } from '../model/input-error.ts';
import { themePair } from '../model/municipality.ts';
import { parseClaims } from '../model/parse-claims.ts';
import { planToClaims } from '../model/plan-claims.ts';
import { readChecked } from '../model/read-checked.ts';
import { readCheckedPlan } from './claims/read-plan.ts';
import { readFeatures } from './features.ts';
import { readJsonFile } from './geojson.ts';
import { type HeightSource, readHeights } from './terrain/read-heights.ts';
import { readTrees } from './trees/read-trees.ts';

export interface ClaimsRun {
  /** GeoJSON or GeoPackage. */
  readonly files: readonly string[];
  /** Volumes (GeoJSON), or a variant as the build makes it (`plans/<plan>/<variant>.json`). */
  readonly plan?: string;
  readonly rules?: string;
  /** Themes that go together or not, before the customary ones. */
  readonly matrix?: string;
  /** GeoTIFFs of the ground. */
  readonly dtm?: readonly string[];
  /** Standard error of those heights, metres. */
  readonly dtmError: number;
  /** Metres NAP of the peil where a claim or the plan says none. */
  readonly peil?: number;
  /** Today's trees that stay (GeoJSON). */
  readonly trees?: readonly string[];
  /** Standard error of lines of which nothing is said, metres. */
  readonly accuracy: number;
}

export interface ClaimsReport extends ClaimAnswer {
  /** Of buildings of the plan (`plan:<plan>:<id>`) with claims; balance and conflicts are those of the claims alone. */
  readonly planConflicts: readonly ClaimConflict[];
  readonly checks: readonly ClaimCheck[];
  readonly claims: number;
  readonly refused: number;
  /** What was refused or changed, one line each. */
  readonly notes: readonly string[];
  /** Reading files, resolving heights. */
  readonly readSeconds: number;
  /** Holding claims against each other. */
  readonly seconds: number;
}

const matrixFile = z.union([z.array(themePair), z.object({ matrix: z.array(themePair) })]);

async function readMatrix(file: string | undefined): Promise<readonly ThemePair[]> {
  if (file === undefined) return defaultMatrix;
  const own = readChecked(matrixFile.safeParse(await readJsonFile(file)), basename(file));
  // What is told last counts.
  return [...defaultMatrix, ...((Array.isArray(own) ? own : own.matrix) as ThemePair[])];
}

const toSeconds = (milliseconds: number) => Math.round(milliseconds) / 1000;

const withPeil = (claim: Claim, peil: number | undefined): Claim =>
  claim.reference !== 'peil' || claim.peilNap !== undefined || peil === undefined ? claim : { ...claim, peilNap: peil };

const readPlan = async ({ plan, peil, accuracy, dtmError }: ClaimsRun, heights: HeightSource | undefined) =>
  plan === undefined
    ? undefined
    : readCheckedPlan(plan, { peil, accuracy, groundAt: heights?.heightAt, groundErrorM: dtmError });

/** Only claims outlive it: of 100,000 plots the features take more memory than all that follows. */
const readClaims = async (files: readonly string[]) => parseClaims((await Promise.all(files.map(readFeatures))).flat());

/** Throws {@link InputError} naming file, feature and field; also when no feature is left. */
export async function computeClaims(run: ClaimsRun): Promise<ClaimsReport> {
  const started = performance.now();
  const { files, peil, accuracy, dtmError } = run;
  const { claims: parsed, notes, refused } = await readClaims(files);
  const heightSource = run.dtm && (await readHeights(run.dtm));
  const [matrix, planned] = [await readMatrix(run.matrix), await readPlan(run, heightSource)];
  const rules =
    run.rules === undefined ? undefined : parseClaimRules(await readJsonFile(run.rules), basename(run.rules));
  const standing = run.trees && (await readTrees(run.trees)).trees;
  const trees = standing && planned ? planned.keepTrees(standing) : standing;

  const claims = parsed.map((claim) => withPeil(claim, peil));
  if (claims.length === 0)
    throw new InputError(`no feature of ${files.join(', ')} can be used${notes[0] ? `; the first: ${notes[0]}` : '.'}`);
  const heights = claims.map((claim) =>
    resolveHeights(claim, heightSource && groundBelow(claim, heightSource.heightAt, dtmError)),
  );
  const read = performance.now();
  const space = createClaimSpace(claims, heights);
  const settings = { matrix, assumedAccuracyM: accuracy };
  const answer = space.answer(settings);
  const own = planned && listPlanConflicts(planToClaims(planned.plan, planned.standing), { claims, heights }, settings);
  const compared = performance.now();
  const checks = rules
    ? checkPlan({ claims, heights, ...(planned && { plan: planned.plan }), ...(trees && { trees }) }, rules)
    : [];
  return {
    ...answer,
    planConflicts: own?.conflicts ?? [],
    checks,
    claims: claims.length,
    refused,
    notes: [...notes, ...space.notes, ...(own?.notes ?? [])],
    readSeconds: toSeconds(read - started),
    seconds: toSeconds(compared - read),
  };
}

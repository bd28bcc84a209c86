/** Claims (GeoJSON, GeoPackage) → `claims.json` for the viewer, with the heights between which each stands; and the rules beside it. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { groundBelow, resolveHeights } from '../model/claim-heights.ts';
import { defaultMatrix, defaultThemes } from '../model/claim-matrix.ts';
import { parseClaimRules } from '../model/claim-rules.ts';
import type { ThemeName, ThemePair } from '../model/claim-town.ts';
import type { GeoFeature } from '../model/geojson.ts';
import { InputError } from '../model/input-error.ts';
import type { Provenance } from '../model/municipality.ts';
import { claimTownToJson } from '../model/parse-claim-town.ts';
import { parseClaims } from '../model/parse-claims.ts';
import { readFeatures } from './features.ts';
import { readJsonFile } from './geojson.ts';
import { writeBeside } from './write-beside.ts';

export interface ClaimSources {
  readonly files: readonly string[];
  readonly rulesFile: string | undefined;
  /** The municipality's own, before the customary ones. */
  readonly themes: readonly ThemeName[];
  readonly matrix: readonly ThemePair[];
  readonly source: Provenance;
  readonly ground: {
    heightAt(x: number, y: number): number | undefined;
    /** Standard error of the heights, metres. */
    readonly heightErrorM: number;
  };
}

const keyOf = ({ themes }: ThemePair) => [...themes].sort().join(' ');

/** Own ones first; of the customary ones those that it does not name. */
function joinLists<T>(own: readonly T[], customary: readonly T[], toKey: (item: T) => string): T[] {
  const keys = new Set(own.map(toKey));
  return [...own, ...customary.filter((item) => !keys.has(toKey(item)))];
}

/** As written, once they are known to be rules: the viewer reads the same file. Throws InputError by rule and field. */
async function readRules(file: string): Promise<string> {
  const json = await readJsonFile(file);
  parseClaimRules(json, basename(file));
  return JSON.stringify(json);
}

/** Writes the folder `output`. Features that cannot be used are told and left out; throws InputError when none is left. */
export async function makeClaims(
  { files, rulesFile, themes, matrix, source, ground }: ClaimSources,
  output: string,
): Promise<{ readonly accepted: number; readonly refused: number; readonly notes: readonly string[] }> {
  const features: GeoFeature[] = [];
  for (const file of files) features.push(...(await readFeatures(file)));
  const { claims, notes, refused } = parseClaims(features);
  if (claims.length === 0)
    throw new InputError(
      `claims: no feature of ${files.map((file) => basename(file)).join(', ')} can be used${notes[0] ? `; the first: ${notes[0]}` : '.'}`,
    );
  const grounds = claims.map((claim) => groundBelow(claim, ground.heightAt, ground.heightErrorM));
  const text = claimTownToJson({
    claims,
    heights: claims.map((claim, i) => resolveHeights(claim, grounds[i])),
    groundNap: grounds.map((below) => below?.middle),
    themes: joinLists(themes, defaultThemes, ({ id }) => id),
    matrix: joinLists(matrix, defaultMatrix, keyOf),
    source,
    notes,
  });
  const rules = rulesFile === undefined ? undefined : await readRules(rulesFile);
  await writeBeside(output, 'folder', async (beside) => {
    await writeFile(join(beside, 'claims.json'), text);
    if (rules !== undefined) await writeFile(join(beside, 'rules.json'), rules);
  });
  return { accepted: claims.length, refused, notes };
}

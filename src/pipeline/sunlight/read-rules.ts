import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { sunlightNorms } from '../../model/municipality.ts';
import { readChecked } from '../../model/read-checked.ts';
import { plainRule, type SunRule } from '../../model/sunlight.ts';

/** Norms of a municipality: its `municipality.json`, or a file of `{ "rules": [...] }` alone. Errors name file and field. */
export function readRules(file: string): SunRule[] {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const own = (json as { sunlight?: unknown } | null)?.sunlight;
    const { rules } = readChecked(sunlightNorms.safeParse(own ?? json), own === undefined ? file : `${file}: sunlight`);
    return rules.map(plainRule);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { type Plan, parsePlan } from '../../model/plan.ts';

/** The plans that `municipality.json` names, relative to its folder. Throws {@link InputError} with one line. */
export function readPlans(folder: string, files: readonly string[] = []): Plan[] {
  const plans = files.map((name) => {
    const file = join(folder, name);
    if (!existsSync(file)) throw new InputError(`${file}: file not found; municipality.json names it among plans.`);
    try {
      return parsePlan(JSON.parse(readFileSync(file, 'utf8')), file);
    } catch (error) {
      const { message } = error as Error;
      throw new InputError(error instanceof SyntaxError ? `${file}: not valid JSON: ${message}` : message);
    }
  });
  const twice = plans.find(({ id }, i) => plans.findIndex((plan) => plan.id === id) !== i);
  if (twice) throw new InputError(`${join(folder, 'municipality.json')}: two plans are called "${twice.id}".`);
  return plans;
}

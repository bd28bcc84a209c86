/** What a municipality says of sun on roofs, with defaults for the rest. */
import { InputError } from '../../model/input-error.ts';
import type { Municipality } from '../../model/municipality.ts';
import type { SolarSettings } from '../../model/solar.ts';
import { defaultSolarSettings } from '../../model/solar-defaults.ts';

/** Throws InputError where the classes are not in order. */
export function solarSettings({ solar }: Pick<Municipality, 'solar'>, file: string): SolarSettings {
  const given = Object.entries(solar?.settings ?? {}).filter(([, value]) => value !== undefined);
  const settings: SolarSettings = { ...defaultSolarSettings, ...Object.fromEntries(given) };
  const { excellent, good, moderate } = settings.thresholds;
  if (!(excellent > good && good > moderate))
    throw new InputError(
      `${file}: solar.settings.thresholds are ${excellent}, ${good} and ${moderate}; expected excellent above good above moderate.`,
    );
  return settings;
}

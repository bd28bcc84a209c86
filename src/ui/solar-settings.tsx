import type { SolarIndex } from '../model/solar.ts';
import { type SolarSettingId, settingOf, solarSettingBounds, solarSettingIds } from '../model/solar-choice.ts';
import { PANEL_GUESS_ERROR } from '../model/solar-error.ts';
import { changeSolarSetting, setSolarChoice } from '../store/solar.ts';
import { BoundedField } from './bounded-field.tsx';
import { solarSourceText } from './text/solar-sources.ts';
import { useSolar, useSolarText } from './use-solar.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Shown in per cent, kept as a share. */
const inPercent: readonly SolarSettingId[] = ['performanceRatio'];
const factorOf = (id: SolarSettingId) => (inPercent.includes(id) ? 100 : 1);
const tidy = (value: number) => Number(value.toPrecision(6));

/** Every choice that another could make otherwise, on what it rests, and what is fixed. */
export function SolarSettings({ index }: { readonly index: SolarIndex }) {
  const text = useSolarText();
  const sources = solarSourceText[useLanguage()];
  const format = useFormat();
  const changes = useTwin((state) => state.solar.changes);
  const fitted = useSolar((state) => state.fitted.status);
  const { settings, climate } = index;
  const computed = settingOf(settings);
  const { watt, metre, euroKwh, kgKwh, lightUnit, percentUnit } = text;
  const units: Record<SolarSettingId, string> = {
    panelWidth: metre,
    panelHeight: metre,
    peakW: watt,
    performanceRatio: percentUnit,
    excellent: lightUnit,
    good: lightUnit,
    moderate: lightUnit,
    priceKwh: euroKwh,
    co2Kwh: kgKwh,
  };
  const sum = climate.global.reduce((total, month) => total + month, 0);
  const fixed = [
    text.edge(`${format.number(settings.edge, 1)} ${metre}`),
    text.flat(
      text.degrees(format.number(settings.flat.tiltDegrees)),
      `${format.number(settings.flat.pitch, 1)} ${metre}`,
    ),
    text.fewest(format.number(settings.fewestPanels)),
    text.albedo(`${format.number(settings.albedo * 100)}%`),
    `${text.climate(climate.title, format.number(Math.round(sum / 10) * 10))} ${climate.source}`,
  ];
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="solar-settings">
      <h3 className="tw-flood__title" id="solar-settings" tabIndex={-1}>
        {text.settingsTitle}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.settingsIntro}</p>
      <ul className="tw-solar__settings">
        {solarSettingIds.map((id) => {
          const factor = factorOf(id);
          const [low, high] = solarSettingBounds[id];
          const start = tidy(computed[id] * factor);
          const isChanged = changes[id] !== undefined;
          return (
            <li key={id}>
              <BoundedField
                label={text.settings[id]}
                unit={units[id]}
                value={tidy((changes[id] ?? computed[id]) * factor)}
                low={low * factor}
                high={high * factor}
                decimals={low * factor < 1 ? 1 : 0}
                onCommit={(value) => changeSolarSetting(id, value === start ? undefined : tidy(value / factor))}
              />
              <p className="nl-paragraph tw-subtle">
                {sources[id]}
                {isChanged && ` (${text.changed(`${String(start).replace('.', format.number(0.1, 1).charAt(1))}`)})`}
              </p>
            </li>
          );
        })}
      </ul>
      {(changes.panelWidth ?? changes.panelHeight) !== undefined && (
        <p className="nl-paragraph" role="status">
          {fitted === 'ready' ? text.panelsFitted : text.panelsGuessed(`${format.number(100 * PANEL_GUESS_ERROR)}%`)}{' '}
          {fitted === 'running' && text.panelsComing}
        </p>
      )}
      {Object.keys(changes).length > 0 && (
        <button type="button" className="tw-chip" onClick={() => setSolarChoice({ changes: {} })}>
          {text.reset}
        </button>
      )}
      <h4 className="tw-heading">{text.settingsFixed}</h4>
      <ul className="tw-flood__points">
        {fixed.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

import type { SolarSettings } from '../model/solar.ts';
import { LIGHT_ERROR, YIELD_ERROR } from '../model/solar-error.ts';
import type { RoofPlane } from '../model/solar-town.ts';
import { SolarMark } from './solar-mark.tsx';
import { usePlaneName } from './use-plane-name.ts';
import { useSolarText, useSolarWords } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useFormat } from './use-twin.ts';

interface SolarPlaneProps {
  readonly plane: RoofPlane;
  readonly settings: SolarSettings;
}

/** All that is known of one roof plane, and why it is called suitable or not. */
export function SolarPlane({ plane, settings }: SolarPlaneProps) {
  const text = useSolarRoofText();
  const { classes, degrees } = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  const nameOf = usePlaneName();
  const { area, slope, azimuth, skyView, unshaded, irradiation, suitability, panels, kwp, yearly } = plane;
  const wind = words.wind(azimuth);
  const light = text.error(words.percent(LIGHT_ERROR));
  const off = text.error(words.percent(YIELD_ERROR));
  const rows = [
    [text.areaLong, text.squareMetres(format.number(area))],
    [text.slope, degrees(format.number(slope))],
    ...(wind === undefined ? [] : [[text.direction, text.directionValue(wind, degrees(format.number(azimuth)))]]),
    [text.sun, `${words.light(irradiation)} ${light}`],
    [text.sunUnshaded, `${words.light(unshaded)} ${light}`],
    [text.loss, unshaded > 0 ? words.percent(1 - irradiation / unshaded) : '–'],
    [text.sky, words.percent(skyView)],
    [text.fits, text.fitsValue(format.number(panels))],
    ...(panels > 0
      ? [
          [text.power, words.power(kwp)],
          [text.yearly, `${words.energy(yearly)} ${off}`],
          [text.saving, `${words.money(yearly * settings.priceKwh)} ${off}`],
          [text.co2, `${words.co2(yearly * settings.co2Kwh)} ${off}`],
        ]
      : []),
  ];
  return (
    <div className="tw-flood__group">
      <h4 className="tw-heading">{text.chosen(nameOf(plane))}</h4>
      <p className="nl-paragraph">
        <SolarMark id={suitability} /> <strong>{classes[suitability]}</strong>.{' '}
        <Why plane={plane} settings={settings} />
      </p>
      <dl className="tw-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Why({ plane: { panels, onPanels, suitability, azimuth }, settings }: SolarPlaneProps) {
  const text = useSolarRoofText();
  const words = useSolarWords();
  const format = useFormat();
  const { fewestPanels, thresholds } = settings;
  if (panels < fewestPanels) return text.whyLittleRoom(format.number(panels), format.number(fewestPanels));
  const isNear = Object.values(thresholds).some((least) => Math.abs(onPanels - least) < LIGHT_ERROR * onPanels);
  const tell = azimuth < 0 ? text.whyTilted : text.why;
  const why =
    suitability === 'none'
      ? tell.little(words.light(onPanels), words.light(thresholds.moderate))
      : tell.enough(words.light(onPanels), words.light(thresholds[suitability]));
  return [why, isNear && text.near].filter(Boolean).join(' ');
}

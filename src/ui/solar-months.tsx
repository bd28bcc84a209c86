import type { RoofPart } from '../model/solar-roof.ts';
import { useMonths } from './use-months.ts';
import { useSolarWords } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useFormat } from './use-twin.ts';

/** Of the drawing, its own units. */
const [WIDTH, HEIGHT, FOOT, HEAD] = [360, 150, 20, 16];

/** What the panels of a plane give by month: full bars, with what shade takes as an open end; the same as a table. */
export function SolarMonths({ part }: { readonly part: RoofPart }) {
  const text = useSolarRoofText();
  const words = useSolarWords();
  const format = useFormat();
  const months = useMonths();
  const hasPanels = part.panels > 0 && part.suitability !== 'none';
  const values = hasPanels ? part.yieldMonths : part.shaded;
  const whole = values.map((value, month) => {
    const [shaded, unshaded] = [part.shaded[month] as number, part.unshaded[month] as number];
    return shaded > 0 ? (value * unshaded) / shaded : value;
  });
  const most = Math.max(...whole, 1);
  const step = WIDTH / values.length;
  const scale = (HEIGHT - FOOT - HEAD) / most;
  const bar = (value: number) => ({ y: HEIGHT - FOOT - value * scale, height: value * scale });
  const title = hasPanels ? text.monthsYield : text.monthsLight;
  const best = values.indexOf(Math.max(...values));
  const write = (value: number) => (hasPanels ? words.rounded(value) : format.number(value));
  return (
    <section className="tw-flood__group" aria-labelledby="solar-months">
      <h4 className="tw-heading" id="solar-months">
        {title}
      </h4>
      <svg
        className="tw-solar-months"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text.monthsMost(title, months.long[best] ?? '', write(values[best] as number))}
      >
        <path d={`M0 ${HEIGHT - FOOT + 0.5}H${WIDTH}`} className="tw-solar-months__ground" />
        {values.map((value, month) => {
          const x = month * step + 3;
          return (
            <g key={months.long[month]}>
              <rect x={x} width={step - 6} {...bar(whole[month] as number)} className="tw-solar-months__lost" />
              <rect x={x} width={step - 6} {...bar(value)} className="tw-solar-months__given" />
              <text x={x + step / 2 - 3} y={HEIGHT - 6}>
                {months.short[month]}
              </text>
              <text x={x + step / 2 - 3} y={bar(value).y - 4} className="tw-solar-months__value">
                {write(value)}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="tw-solar-months__key">
        <span className="tw-solar-months__swatch" /> {hasPanels ? text.given : text.received}
        <span className="tw-solar-months__swatch tw-solar-months__swatch--lost" /> {text.lost}
      </p>
      <details className="tw-details">
        <summary>{text.asTable}</summary>
        <table className="utrecht-table utrecht-table--html-table tw-table tw-solar__table">
          <caption className="tw-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              <th scope="col">{hasPanels ? text.given : text.received}</th>
              <th scope="col">{text.withoutShade}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value, month) => (
              <tr key={months.long[month]}>
                <th scope="row">{months.long[month]}</th>
                <td>{write(value)}</td>
                <td>{write(whole[month] as number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

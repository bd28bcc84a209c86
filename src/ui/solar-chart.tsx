import { solarClasses } from '../model/solar.ts';
import { suitabilityColors } from '../model/solar-classes.ts';
import { countSolarClasses } from '../model/solar-town.ts';
import { SolarMark } from './solar-mark.tsx';
import { type SolarAnswerParts, useSolarText, useSolarWords } from './use-solar.ts';
import { useFormat } from './use-twin.ts';

/** All buildings that are asked about by class: a bar in each row of the table, so that picture and figures cannot differ. */
export function SolarChart({ answer: { asked } }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  const counts = countSolarClasses(asked);
  const most = Math.max(1, ...Object.values(counts));
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="solar-chart">
      <h3 className="tw-flood__title" id="solar-chart" tabIndex={-1}>
        {text.chart}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.chartIntro}</p>
      <table className="utrecht-table utrecht-table--html-table tw-table tw-histogram">
        <caption className="tw-hidden">{text.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{text.chartClass}</th>
            <th scope="col">{text.chartCount}</th>
            <th scope="col">{text.share}</th>
          </tr>
        </thead>
        <tbody>
          {solarClasses.map((id) => (
            <tr key={id}>
              <th scope="row">
                <SolarMark id={id} /> {text.classes[id]}
              </th>
              <td>{format.number(counts[id])}</td>
              <td>
                <div className="tw-histogram__share">
                  <span
                    className="tw-bar tw-solar__bar"
                    style={{ inlineSize: `${(100 * counts[id]) / most}%`, backgroundColor: suitabilityColors[id] }}
                  />
                  <span>{asked.length === 0 ? '' : words.percent(counts[id] / asked.length)}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { heatClasses, heatColors } from '../model/heat.ts';
import { sumHeat } from '../model/heat-town.ts';
import { HeatMark } from './heat-mark.tsx';
import { type HeatAnswerParts, useHeatText, useHeatWords } from './use-heat.ts';
import { useFormat } from './use-twin.ts';

/** Homes by class: a bar in each row of the table, so that picture and figures cannot differ. */
export function HeatChart({ answer: { asked } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const words = useHeatWords();
  const format = useFormat();
  const { byClass, homes } = sumHeat(asked);
  const most = Math.max(1, ...Object.values(byClass));
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="heat-chart">
      <h3 className="tw-flood__title" id="heat-chart" tabIndex={-1}>
        {text.chart}
      </h3>
      <table className="utrecht-table utrecht-table--html-table tw-table tw-histogram tw-heat__chart">
        <caption className="tw-hidden">{text.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{text.chartClass}</th>
            <th scope="col">{text.chartHomes}</th>
            <th scope="col">{text.share}</th>
          </tr>
        </thead>
        <tbody>
          {heatClasses.map((id) => (
            <tr key={id}>
              <th scope="row">
                <HeatMark id={id} /> {text.shortClasses[id]}
              </th>
              <td>{format.number(byClass[id])}</td>
              <td>
                <div className="tw-histogram__share">
                  <span
                    className="tw-bar tw-solar__bar"
                    style={{ inlineSize: `${(100 * byClass[id]) / most}%`, backgroundColor: heatColors[id] }}
                  />
                  <span>{homes === 0 ? '' : words.percent(byClass[id] / homes)}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { HEAT_ERROR } from '../model/heat.ts';
import { standardExamples } from '../model/heat-standard.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { useHeatText, useHeatWords } from './use-heat.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** What the answer rests on, and what it does not say. */
export function HeatLeaflet() {
  const { leaflet } = questionText[useLanguage()];
  const { leaflet: text } = useHeatText();
  const { percent } = useHeatWords();
  const format = useFormat();
  const write = ({ form, standard, demand, ratio }: (typeof standardExamples)['row']) => ({
    form: format.number(form, 2),
    standard: format.number(standard),
    demand: format.number(demand),
    ratio: format.number(ratio, 1),
  });
  return (
    <LeafletFrame
      id="heat"
      first={<p className="nl-paragraph">{text.first}</p>}
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [text.shapeTitle, text.shape({ row: write(standardExamples.row), end: write(standardExamples.end) })],
        [leaflet.limits, text.limits],
        [
          leaflet.uncertainty,
          text.uncertainty(percent(HEAT_ERROR.method), percent(HEAT_ERROR.single), percent(HEAT_ERROR.group)),
        ],
      ]}
      more={<dd>{text.sources}</dd>}
    />
  );
}

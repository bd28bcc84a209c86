import { heatClasses, heatColors } from '../model/heat.ts';
import { sumHeat } from '../model/heat-town.ts';
import { ClassChart } from './class-chart.tsx';
import { HeatMark } from './heat-mark.tsx';
import { type HeatAnswerParts, useHeatText } from './use-heat.ts';

/** Homes by class. */
export function HeatChart({ answer: { asked } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const { byClass, homes } = sumHeat(asked);
  return (
    <ClassChart
      id="heat-chart"
      title={text.chart}
      className="tw-heat__chart"
      heads={[text.chartClass, text.chartHomes, text.share]}
      classes={heatClasses}
      counts={byClass}
      all={homes}
      colors={heatColors}
    >
      {(id) => (
        <>
          <HeatMark id={id} /> {text.shortClasses[id]}
        </>
      )}
    </ClassChart>
  );
}

import { solarClasses } from '../model/solar.ts';
import { suitabilityColors } from '../model/solar-classes.ts';
import { countSolarClasses } from '../model/solar-town.ts';
import { ClassChart } from './class-chart.tsx';
import { SolarMark } from './solar-mark.tsx';
import { type SolarAnswerParts, useSolarText } from './use-solar.ts';

/** All buildings that are asked about, by class. */
export function SolarChart({ answer: { asked } }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  return (
    <ClassChart
      id="solar-chart"
      title={text.chart}
      intro={text.chartIntro}
      heads={[text.chartClass, text.chartCount, text.share]}
      classes={solarClasses}
      counts={countSolarClasses(asked)}
      all={asked.length}
      colors={suitabilityColors}
    >
      {(id) => (
        <>
          <SolarMark id={id} /> {text.classes[id]}
        </>
      )}
    </ClassChart>
  );
}

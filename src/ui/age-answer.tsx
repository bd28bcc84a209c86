import { countClasses } from '../model/histogram.ts';
import type { ViewSummary } from '../model/view-summary.ts';
import { HistogramTable } from './histogram-table.tsx';
import { questionText } from './text/question.ts';
import { useLanguage, useText, useTwin } from './use-twin.ts';

/** Periods in which Dutch building differed: the Housing Act, between the wars, reconstruction, new towns, building decree. */
const YEARS = [1905, 1925, 1945, 1965, 1985, 2005, 2015];

export function AgeAnswer({ summary }: { readonly summary: ViewSummary }) {
  const text = useText();
  const words = questionText[useLanguage()];
  const table = useTwin((state) => state.buildingTable);
  if (table.status !== 'ready') return null;
  const histogram = countClasses(
    summary.buildings.map(({ row }) => table.value.year[row] ?? null),
    YEARS,
  );
  return (
    <>
      <p className="nl-paragraph" role="status">
        {histogram.median === undefined
          ? text.view.noBuildings
          : words.histogram.ageMedian(Math.floor(histogram.median))}
      </p>
      <HistogramTable
        histogram={histogram}
        caption={words.questions.age.computes}
        classTitle={words.histogram.ageClass}
        classLabel={({ from, to }) => {
          if (from === undefined) return words.histogram.before(String(to));
          return to === undefined ? words.histogram.since(String(from)) : words.histogram.periodBetween(from, to);
        }}
      />
    </>
  );
}

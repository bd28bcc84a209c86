import { countClasses } from '../model/histogram.ts';
import type { ViewSummary } from '../model/view-summary.ts';
import { HistogramTable } from './histogram-table.tsx';
import { useText, useTwin } from './use-twin.ts';

/** Periods in which Dutch building differed: the Housing Act, between the wars, reconstruction, new towns, building decree. */
const YEARS = [1905, 1925, 1945, 1965, 1985, 2005, 2015];

export function AgeAnswer({ summary }: { readonly summary: ViewSummary }) {
  const text = useText();
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
          : text.histogram.ageMedian(Math.floor(histogram.median))}
      </p>
      <HistogramTable
        histogram={histogram}
        caption={text.questions.age.computes}
        classTitle={text.histogram.ageClass}
        classLabel={({ from, to }) => {
          if (from === undefined) return text.histogram.before(String(to));
          return to === undefined ? text.histogram.since(String(from)) : text.histogram.periodBetween(from, to);
        }}
      />
    </>
  );
}

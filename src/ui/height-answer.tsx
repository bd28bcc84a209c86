import { countClasses } from '../model/histogram.ts';
import { buildingHeight, type ViewSummary } from '../model/view-summary.ts';
import { HistogramTable } from './histogram-table.tsx';
import { questionText } from './text/question.ts';
import { useFormat, useLanguage, useText, useTwin } from './use-twin.ts';

/** Metres: shed, one floor with a roof, two, three, four, flats, towers. */
const HEIGHTS = [3, 6, 9, 12, 15, 20, 30];

export function HeightAnswer({ summary }: { readonly summary: ViewSummary }) {
  const text = useText();
  const words = questionText[useLanguage()];
  const format = useFormat();
  const table = useTwin((state) => state.buildingTable);
  if (table.status !== 'ready') return null;
  const histogram = countClasses(
    summary.buildings.map(({ row }) => buildingHeight(table.value, row)),
    HEIGHTS,
  );
  const { median } = histogram;
  return (
    <>
      <p className="nl-paragraph" role="status">
        {median === undefined ? text.view.noBuildings : words.histogram.heightMedian(format.height(median))}
      </p>
      <HistogramTable
        histogram={histogram}
        caption={words.questions.height.computes}
        classTitle={words.histogram.heightClass}
        classLabel={({ from, to }) => {
          if (from === undefined) return words.histogram.below(format.length(to ?? 0));
          if (to === undefined) return words.histogram.above(format.length(from));
          return words.histogram.between(format.number(from), format.length(to));
        }}
      />
    </>
  );
}

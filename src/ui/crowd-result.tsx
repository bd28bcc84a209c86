import './flood.css';
import './measure.css';
import './crowd-result.css';
import { CrowdLeaflet } from './crowd-leaflet.tsx';
import { CrowdResultCompare } from './crowd-result-compare.tsx';
import { CrowdResultFiles } from './crowd-result-files.tsx';
import { CrowdResultGates } from './crowd-result-gates.tsx';
import { CrowdResultJob } from './crowd-result-job.tsx';
import { CrowdResultLevels } from './crowd-result-levels.tsx';
import { CrowdResultLines } from './crowd-result-lines.tsx';
import { CrowdResultPassages } from './crowd-result-passages.tsx';
import { CrowdResultPlaces } from './crowd-result-places.tsx';
import { CrowdResultSentences } from './crowd-result-sentences.tsx';
import { CrowdResultSeries } from './crowd-result-series.tsx';
import { CrowdResultStops } from './crowd-result-stops.tsx';
import { PartLinks } from './part-links.tsx';
import { useCrowdRun, useCrowdSides, useResultText } from './use-crowd-result.ts';
import { useFormat } from './use-twin.ts';

const parts = [
  'crowd-levels',
  'crowd-places',
  'crowd-gates',
  'crowd-stops',
  'crowd-flows',
  'crowd-series',
  'crowd-files',
] as const;

/** How crowded it gets: computing it, what comes out in words, charts, tables and files, and what it does not say. */
export function CrowdResult() {
  const text = useResultText();
  return (
    <section className="tw-flood__group tw-flood__part tw-crowd" aria-labelledby="crowd-result">
      <h3 className="tw-flood__title" id="crowd-result" tabIndex={-1}>
        {text.title}
      </h3>
      <p className="nl-paragraph">{text.intro}</p>
      <CrowdResultJob />
      <Answer />
      <CrowdLeaflet />
    </section>
  );
}

function Answer() {
  const text = useResultText();
  const format = useFormat();
  const sides = useCrowdSides();
  const asked = useCrowdRun((state) => state.sides.length);
  // Of two layouts the second may be still to come: then the first is told, and compared when both are there.
  if (sides.length === 0) return null;
  const runs = Math.min(...sides.map(({ answers }) => answers.length));
  return (
    <>
      {sides.map((side, s) => (
        <CrowdResultSentences key={side.layout} side={side} rank={s} isNamed={asked > 1} />
      ))}
      <p className="nl-paragraph tw-subtle">{runs > 1 ? text.runs(format.number(runs)) : text.oneRun}</p>
      {sides.length > 1 && <CrowdResultCompare />}
      <PartLinks title={text.contents.title} parts={parts.map((id) => [id, text.contents[id]])} />
      <CrowdResultLevels />
      <CrowdResultLines />
      <CrowdResultPlaces />
      <CrowdResultGates />
      <CrowdResultStops />
      <CrowdResultPassages />
      <CrowdResultSeries />
      <CrowdResultFiles />
    </>
  );
}

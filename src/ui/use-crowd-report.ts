import { compareRanges, headlineIds } from '../model/crowd-headlines.ts';
import { crowd } from '../store/crowd.ts';
import { presentData } from '../store/data-version.ts';
import { printedAddress } from '../store/follow-address.ts';
import { twin } from '../store/twin.ts';
import { type ReportPage, writeReportPage } from './claims-report-page.ts';
import { pictureUrl } from './picture-url.ts';
import { claimsReportText } from './text/claims-report.ts';
import { crowdLeafletText } from './text/crowd-leaflet.ts';
import { useCrowdTables } from './use-crowd-files.ts';
import { useCrowdRun, useCrowdSides, useHeadlines, useResultText } from './use-crowd-result.ts';
import { useCrowdSentences, useHeadlineWords } from './use-crowd-sentences.ts';
import { useSayings } from './use-leaflet.ts';
import { useFormat, useLanguage, useText } from './use-twin.ts';

/** What is printed of a table at most; the CSV file has all. */
const MOST_ROWS = 40;

/** The printable page of what was computed; `isStale`: the layout was changed since. */
export function useCrowdReport(isStale: boolean): () => Promise<string> {
  const language = useLanguage();
  const format = useFormat();
  const common = useText();
  const { report: text } = useResultText();
  const { report: frame } = claimsReportText[language];
  const plan = useCrowdRun((state) => state.plan);
  const sections = useSections();
  return async () => {
    const { municipality } = twin.getState();
    const place = municipality.status === 'ready' ? municipality.value : undefined;
    const title = [plan?.title, place?.name].filter(Boolean).join(', ');
    const data = presentData()?.date;
    const url = await pictureUrl();
    return writeReportPage({
      title: `${text.title(title)}${place?.fictional ? ` (${common.fictional})` : ''}`,
      language,
      notice: text.notice,
      lines: [
        text.made(format.date(new Date().toISOString())),
        ...(plan ? [text.date(format.date(plan.start), plan.start.slice(11, 16))] : []),
        ...(data === undefined ? [] : [frame.data(format.date(data))]),
        ...(isStale ? [text.stale] : []),
      ],
      link: { label: text.link, url: printedAddress().url },
      ...(url !== undefined && { picture: { url, alt: text.picture } }),
      sections,
    });
  };
}

function useSections(): ReportPage['sections'] {
  const text = useResultText();
  const { decides } = useSayings('crowd');
  const format = useFormat();
  const tell = useHeadlineWords();
  const sentencesOf = useCrowdSentences();
  const tables = useCrowdTables();
  const sides = useCrowdSides();
  const headlines = useHeadlines();
  const leaflet = crowdLeafletText[useLanguage()];
  const plan = useCrowdRun((state) => state.plan);
  const write = (value: string | number | undefined) =>
    typeof value === 'number' ? format.number(value, Number.isInteger(value) ? 0 : 2) : (value ?? '–');
  const table = (
    heads: readonly (string | number | undefined)[],
    lines: readonly (readonly (string | number | undefined)[])[],
  ) => ({
    heads: heads.map(write),
    rows: lines.slice(0, MOST_ROWS).map((line) => line.map(write)),
  });
  const [a, b] = sides;
  const [first, second] = headlines;
  const compared =
    a && b && first && second
      ? [
          {
            heading: text.compareTitle,
            lines: [text.compareIntro],
            table: table(
              text.compareHead(a.title, b.title),
              headlineIds.flatMap((id) => {
                const [was, is] = [first[id], second[id]];
                if (!was || !is) return [];
                const told = ({ low, middle, high }: typeof was) =>
                  low === high
                    ? tell(id, middle)
                    : `${tell(id, middle)} (${text.range(tell(id, low), tell(id, high))})`;
                return [[text.headlines[id], told(was), told(is), text.verdicts[compareRanges(was, is).verdict]]];
              }),
            ),
          },
        ]
      : [];
  const town = crowd.getState().town;
  const sources = [plan?.source, town.status === 'ready' ? town.value.source : undefined].flatMap((source) =>
    source
      ? [`${format.localised(source.title)}, ${source.holder}, ${format.date(source.date)}, ${source.licence}`]
      : [],
  );
  const runs = Math.min(...sides.map(({ answers }) => answers.length));
  return [
    ...sides.map((side, rank) => ({
      heading: sides.length > 1 ? text.layout(side.title) : text.report.answer,
      lines: [...sentencesOf(side, rank), runs > 1 ? text.runs(format.number(runs)) : text.oneRun],
    })),
    ...compared,
    ...sides.flatMap((side, rank) =>
      (['passages', 'gates', 'places'] as const).map((id) => {
        const { head, lines } = tables[id](side, rank);
        const title = text[id].title;
        return { heading: sides.length > 1 ? `${title}: ${side.title}` : title, table: table(head, lines) };
      }),
    ),
    { heading: text.report.limits, lines: [leaflet.first, ...leaflet.limitsList, decides] },
    { heading: text.report.sources, lines: [...new Set(sources), ...text.report.literature] },
  ];
}

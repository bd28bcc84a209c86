import { type CrowdRange, chanceApart, compareRanges, type HeadlineId, headlineIds } from '../model/crowd-headlines.ts';
import { HeadCells } from './head-cells.tsx';
import { useCrowdSides, useHeadlines, useResultText } from './use-crowd-result.ts';
import { useHeadlineWords } from './use-crowd-sentences.ts';
import { useFormat } from './use-twin.ts';

/** Every headline of two layouts, what differs, and whether that is more than chance. */
export function CrowdResultCompare() {
  const text = useResultText();
  const format = useFormat();
  const tell = useHeadlineWords();
  const [a, b] = useCrowdSides();
  const [first, second] = useHeadlines();
  if (!a || !b || !first || !second) return null;
  const write = (id: HeadlineId, { low, middle, high }: CrowdRange) => {
    const [least, most] = [tell(id, low), tell(id, high)];
    return least === most ? tell(id, middle) : `${tell(id, middle)} (${text.range(least, most)})`;
  };
  const rows = headlineIds.flatMap((id) => {
    const [was, is] = [first[id], second[id]];
    return was && is ? [{ id, was, is, ...compareRanges(was, is) }] : [];
  });
  const change = (id: HeadlineId, by: number) => {
    if (!Number.isFinite(by)) return by > 0 ? text.never : '';
    return by === 0 ? '' : `${by > 0 ? '+' : '−'}${tell(id, Math.abs(by))}`;
  };
  const beyond = rows.filter(({ verdict }) => verdict === 'beyond');
  const chance = chanceApart(a.answers.length, b.answers.length);
  return (
    <section className="tw-flood__group" aria-labelledby="crowd-compare">
      <h4 className="tw-heading" id="crowd-compare">
        {text.compareTitle}
      </h4>
      {beyond.length === 0 ? (
        <p className="nl-paragraph">{text.verdictSentences.none}</p>
      ) : (
        <ul className="tw-flood__points">
          {beyond
            .filter(({ by }) => Number.isFinite(by))
            .map(({ id, by }) => (
              <li key={id}>
                {text.verdictSentences[by > 0 ? 'more' : 'less'](
                  text.headlines[id],
                  tell(id, Math.abs(by)),
                  b.title,
                  a.title,
                )}
              </li>
            ))}
        </ul>
      )}
      <p className="nl-paragraph tw-subtle">
        {text.compareIntro} {beyond.length > 0 && text.chance(`${format.number(chance * 100, 1)}%`)}
      </p>
      <div className="tw-flood__table">
        <table className="utrecht-table utrecht-table--html-table tw-table tw-crowd-table">
          <caption className="tw-hidden">{text.compareTitle}</caption>
          <HeadCells heads={text.compareHead(a.title, b.title)} />
          <tbody>
            {rows.map(({ id, was, is, by, verdict }) => (
              <tr key={id}>
                <th scope="row">
                  {text.headlines[id]}
                  <span className="tw-subtle tw-crowd__verdict">{text.verdicts[verdict]}</span>
                </th>
                <td>{write(id, was)}</td>
                <td>{write(id, is)}</td>
                <td className="tw-crowd__change">{change(id, by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import { useCounts, useCountsText, useCountWords } from './use-counts.ts';

/** How old the counts are, and whether fresh ones still come. */
export function CountsAge() {
  const text = useCountsText();
  const words = useCountWords();
  const live = useCounts((state) => state.live);
  const day = useCounts((state) => state.answer?.day);
  if (!live)
    return day === undefined ? null : <p className="nl-paragraph tw-subtle">{text.recorded(words.weekday(day))}</p>;
  if (live.status === 'asking') return <p className="nl-paragraph tw-subtle">{text.liveAsking}</p>;
  if (live.status === 'live')
    return (
      <div className="tw-counts__live" data-live="true">
        <p className="nl-paragraph">{text.liveNow(words.clock(live.heard))}</p>
        {live.problems.length > 0 && (
          <p className="nl-paragraph tw-subtle">{text.liveSome(live.problems.join('; '))}</p>
        )}
      </div>
    );
  return (
    <div className="tw-counts__live" data-live="false" role="status">
      <p className="nl-paragraph">
        {text.liveAway(words.clock(live.since))}{' '}
        {live.heard === undefined ? text.liveNever : text.liveHeard(words.clock(live.heard))}
      </p>
      <p className="nl-paragraph tw-subtle">{live.message}</p>
    </div>
  );
}

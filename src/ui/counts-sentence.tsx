import { isTold } from '../model/count-answer.ts';
import { MINUTE } from '../model/count-time.ts';
import { windOf } from '../model/wind.ts';
import { SURE, useCountChoice, useCounts, useCountsText, useCountTown, useCountWords } from './use-counts.ts';

/** The answer: when, how many, from which side, and whether that is usual. */
export function CountsSentence() {
  const text = useCountsText();
  const words = useCountWords();
  const { way } = useCountChoice();
  const town = useCountTown();
  const answer = useCounts((state) => state.answer);
  if (!answer || !town) return null;
  const { starts, slotMinutes, gates, presence, comparable, span } = answer;
  const length = slotMinutes * MINUTE;
  const peak = answer.town.peaks[way];
  const between = (from: number, until: number) =>
    words.between(starts[from] as number, (starts[until] as number) + length);
  const usual = peak && answer.town.usual[way][peak.slot];
  const main = peak
    ? gates
        .flatMap(({ gate, cells }) => {
          const cell = cells[way][peak.slot];
          return cell && isTold(cell) ? [{ gate, value: cell.value ?? 0 }] : [];
        })
        .sort((a, b) => b.value - a.value)[0]
    : undefined;
  const direction = town.gates.find(({ id }) => id === main?.gate);
  const away = gates.flatMap(({ gate, cells }) => {
    const gone = Math.max(
      ...(['in', 'out'] as const).map(
        (own) => cells[own].slice(...span).filter(({ mark }) => mark === 'missing' || mark === 'excluded').length,
      ),
    );
    return gone === 0 ? [] : [text.notCountedOne(words.gate(gate), words.duration(gone * slotMinutes))];
  });
  const share = main && peak ? words.percent(main.value / peak.value) : '';
  return (
    <div role="status" className="tw-solar__answer">
      <p className="nl-paragraph tw-solar__sentence">
        {peak
          ? text.peak[way](
              words.weekday(answer.day),
              between(peak.slot, peak.slot),
              text.give(words.count(peak.value), words.estimate(SURE * peak.error, SURE * peak.error)),
            )
          : text.noPeak}{' '}
        {main &&
          (way === 'in' && direction
            ? text.mainSide(words.gate(main.gate), text.sides[windOf(direction.inDegrees + 180)], share)
            : text.mainGate(words.gate(main.gate), share))}
      </p>
      {peak && peak.filled >= 0.5 && <p className="nl-paragraph">{text.filled(words.count(peak.filled))}</p>}
      {peak && peak.from < peak.until && <p className="nl-paragraph">{text.alike(between(peak.from, peak.until))}</p>}
      {usual && (
        <p className="nl-paragraph">
          {text.usual(
            words.usual(usual.low),
            words.usual(usual.high),
            words.count(usual.days),
            text.comparable[comparable.kind],
          )}
        </p>
      )}
      {presence?.most && (
        <p className="nl-paragraph">
          {text.present(
            words.clock(presence.most.time),
            words.estimate(presence.most.value, presence.most.error),
            words.estimate(presence.most.value - SURE * presence.most.error, presence.most.error),
            words.estimate(presence.most.value + SURE * presence.most.error, presence.most.error),
          )}
        </p>
      )}
      {away.length > 0 && <p className="nl-paragraph tw-subtle">{text.notCounted(away.join('; '))}</p>}
    </div>
  );
}

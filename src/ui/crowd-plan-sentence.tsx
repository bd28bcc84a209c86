import { type EventPassage, type EventPassages, mostNarrowed } from '../model/event-passages.ts';
import {
  useCrowdPassages,
  useCrowdPlanText,
  useOtherLayout,
  usePassages,
  usePlanNames,
  useWidth,
} from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** ` bij Bar en Hek 2`: what is on either side of a passage. */
export function useWhere(): (passage: EventPassage) => string {
  const text = useCrowdPlanText().passages;
  const names = usePlanNames();
  return ({ beside }) => {
    const known = beside.flatMap((id) => names.get(id) ?? []).slice(0, 2);
    return known.length === 0 ? '' : ` ${text.at(known.join(text.and))}`;
  };
}

/** What one asks in one sentence: of what is chosen, otherwise of what got narrowest. */
export function CrowdSentence({ passages }: { readonly passages: EventPassages }) {
  const text = useCrowdPlanText().passages;
  const format = useFormat();
  const width = useWidth();
  const where = useWhere();
  const names = usePlanNames();
  const now = useCrowdPassages((state) => state.now);
  const other = useOtherLayout();
  const hasOther = useCrowdPassages((state) => state.other !== undefined);
  const chosen = now?.beside && { ...now, passages: now.beside };
  const beside = usePassages(chosen);
  const thing = now?.chosen === undefined ? undefined : names.get(now.chosen);
  const percent = (value = 0) => `${format.number(value)}%`;
  const through = ({ personsPerMinute }: EventPassage) => text.through(format.number(personsPerMinute));

  function tellChosen(name: string, [first]: readonly EventPassage[]): string {
    if (!first) return text.wide(name);
    const { widthNow, widthBefore, lessPercent } = first;
    if (widthNow === 0) return text.shut(name, width(widthBefore ?? 0));
    const told =
      widthBefore === undefined
        ? text.besideOpen(name, width(widthNow))
        : text.beside(name, width(widthNow), width(widthBefore), percent(lessPercent));
    return `${told} ${through(first)}`;
  }
  function tell(): string {
    if (thing !== undefined && beside) return tellChosen(thing, beside.passages);
    if (other && hasOther) {
      const most = mostNarrowed(passages);
      if (!most) return text.noneNarrower(other.title);
      const told = text.narrowed(
        other.title,
        where(most),
        width(most.widthNow),
        width(most.widthBefore ?? 0),
        percent(most.lessPercent),
      );
      return `${told} ${through(most)}`;
    }
    const [first] = passages.passages;
    if (!first) return text.none;
    if (first.widthNow === 0) return text.narrowestShut(where(first));
    return `${text.narrowest(width(first.widthNow), where(first))} ${through(first)}`;
  }
  return (
    <p className="nl-paragraph tw-crowd__sentence" role="status">
      {tell()}
    </p>
  );
}

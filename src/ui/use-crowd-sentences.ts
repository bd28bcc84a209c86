import type { CrowdRange, HeadlineId } from '../model/crowd-headlines.ts';
import { listRows } from '../model/crowd-rows.ts';
import { useNearName } from './use-crowd-places.ts';
import {
  type AnsweredSide,
  useCrowdRun,
  useCrowdWords,
  useHeadlines,
  useMainPassage,
  useResultText,
} from './use-crowd-result.ts';
import { useFormat } from './use-twin.ts';

/** A figure of a headline with its unit, as it is said. */
export function useHeadlineWords(): (id: HeadlineId, value: number) => string {
  const words = useCrowdWords();
  const format = useFormat();
  return (id, value) => {
    if (id === 'clear' || id === 'over' || id === 'wait') return words.duration(value);
    if (id === 'densest') return words.density(value);
    return id === 'overArea' ? format.area(value) : words.persons(value);
  };
}

/** The answer in plain sentences, first what one asked; `rank` is the side's row. */
export function useCrowdSentences(): (side: AnsweredSide, rank: number) => readonly string[] {
  const text = useResultText().sentences;
  const words = useCrowdWords();
  const format = useFormat();
  const tell = useHeadlineWords();
  const nearName = useNearName();
  const headlines = useHeadlines();
  const main = useMainPassage();
  const plan = useCrowdRun((state) => state.plan);
  return ({ answers }, rank) => {
    const [first] = answers;
    const all = headlines[rank];
    if (!first || !all || !plan) return [];
    const limit = words.density(plan.limitPersonsPerM2);
    const range = (id: HeadlineId, write = (value: number) => tell(id, value)) => {
      const { low, high } = all[id] as CrowdRange;
      const [least, most] = [write(low), write(high)];
      return least === most ? '' : text.inRuns(least, most);
    };
    const middle = (id: HeadlineId) => all[id]?.middle ?? 0;
    const lines: string[] = [];
    const here = main?.now[rank];
    if (main && here && all.flow) {
      const capacity = words.persons(here.capacityPersonsPerSecond * 60);
      const name = words.name(main.gate ?? '');
      lines.push(text.flow(name, words.metres(here.widthM), words.persons(middle('flow')), range('flow'), capacity));
    }
    if (Number.isFinite(middle('clear')))
      lines.push(text.clear(words.clock(middle('clear')), range('clear', words.clock)));
    else lines.push(text.notClear(words.clock(first.seconds), words.people(first.remaining + first.waiting)));
    const at = first.densestAt;
    if (at) {
      const near = nearName(at.x, at.y);
      const place = near === undefined ? '' : text.near(near);
      lines.push(text.densest(words.density(middle('densest')), range('densest'), words.clock(at.second), place));
    }
    if ((all.over?.high ?? 0) > 0)
      lines.push(text.over(limit, tell('over', middle('over')), range('over'), format.area(middle('overArea'))));
    else lines.push(text.notOver(limit));
    const longest = first.stops.reduce(
      (best, stop) => (best && best.longestQueue >= stop.longestQueue ? best : stop),
      first.stops[0],
    );
    if (longest && longest.longestQueue > 0) {
      const wait = words.duration(longest.longestWaitSeconds);
      lines.push(text.queue(tell('queue', middle('queue')), range('queue'), words.name(longest.id), wait));
    }
    const rows = listRows(first);
    const top = rows.reduce((best, row) => (row.present > best.present ? row : best), rows[0] as (typeof rows)[number]);
    lines.push(text.present(words.persons(top.present), words.clock(top.second)));
    if (first.waiting > 0) lines.push(text.notIn(words.people(first.waiting)));
    return lines;
  };
}

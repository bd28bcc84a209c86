import { levelNames } from '../model/crowd.ts';
import { busiestMinute, headlinesOf } from '../model/crowd-headlines.ts';
import { listHotspots } from '../model/crowd-hotspots.ts';
import { listRows } from '../model/crowd-rows.ts';
import type { CsvCell } from '../model/csv.ts';
import { useNearName } from './use-crowd-places.ts';
import { type AnsweredSide, useCrowdPassages, useCrowdWords, useResultText } from './use-crowd-result.ts';

type Line = readonly CsvCell[];

export interface CrowdTable {
  readonly name: string;
  readonly head: Line;
  readonly lines: readonly Line[];
}

const round = (value: number, decimals = 2) => Number(value.toFixed(decimals));

export type CrowdTableId = 'series' | 'gates' | 'passages' | 'places';

/** Tables of a layout as files have them, whole; `rank` is the side's row. */
export function useCrowdTables(): Record<CrowdTableId, (side: AnsweredSide, rank: number) => CrowdTable> {
  const { files: text } = useResultText();
  const words = useCrowdWords();
  const nearName = useNearName();
  const passages = useCrowdPassages();
  const named = (name: string, { layout }: AnsweredSide) => `${name}-${layout}`;
  return {
    series(side) {
      const { gates, stops } = side.scenario;
      const [first] = side.answers;
      return {
        name: named(text.names.series, side),
        head: [
          ...text.csvSeries,
          ...levelNames.map(text.csvLevel),
          ...gates.flatMap(({ id }) => [text.csvForward(words.name(id)), text.csvBackward(words.name(id))]),
          ...stops.flatMap(({ id }) => [text.csvWaiting(words.name(id)), text.csvStaying(words.name(id))]),
        ],
        lines: (first ? listRows(first) : []).map((row) => [
          round(row.second),
          words.clock(row.second),
          row.present,
          row.entered,
          row.left,
          round(row.densest),
          round(row.overM2),
          ...row.levels.map((persons) => round(persons, 1)),
          ...row.forward.flatMap((persons, gate) => [persons, row.backward[gate]]),
          ...row.waiting.flatMap((persons, stop) => [persons, row.staying[stop]]),
        ]),
      };
    },
    gates: (side) => ({
      name: named(text.names.gates, side),
      head: text.csvGates,
      lines: (side.answers[0]?.gates ?? []).map(({ id, crossed, times }) => {
        const peak = busiestMinute(times);
        const range = headlinesOf(side.answers, id).flow;
        return [
          id,
          words.name(id),
          crossed.forward,
          crossed.backward,
          peak.persons,
          times.length > 0 ? words.clock(peak.second) : undefined,
          range?.low,
          range?.high,
        ];
      }),
    }),
    passages: (side, rank) => ({
      name: named(text.names.passages, side),
      head: text.csvPassages,
      lines: passages.map(({ gate, line, widthBefore, now }, i) => {
        const here = now[rank];
        const flow = gate === undefined ? undefined : headlinesOf(side.answers, gate).flow?.middle;
        return [
          gate ?? `passage-${i + 1}`,
          gate === undefined ? undefined : words.name(gate),
          widthBefore && round(widthBefore),
          here && round(here.widthM),
          here && round(here.capacityPersonsPerSecond * 60, 0),
          flow,
          ...line.map((value) => round(value)),
        ];
      }),
    }),
    places: (side) => ({
      name: named(text.names.places, side),
      head: text.csvPlaces,
      lines: listHotspots(side.answers).map((spot) => [
        round(spot.x),
        round(spot.y),
        nearName(spot.x, spot.y),
        words.clock(spot.from),
        round(spot.seconds),
        round(spot.most),
        round(spot.areaM2),
        spot.runs,
        side.answers.length,
      ]),
    }),
  };
}

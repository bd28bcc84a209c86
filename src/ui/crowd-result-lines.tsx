import { useId, useMemo, useState } from 'react';
import type { CrowdAnswer } from '../model/crowd-answer.ts';
import { bandOfRows } from '../model/crowd-spread.ts';
import { CrowdChart } from './crowd-chart.tsx';
import { createChartFrame } from './crowd-chart-frame.ts';
import { type CrowdLine, DrawnLine, LimitLine, LineLegend } from './crowd-chart-lines.tsx';
import { useCrowdRun, useCrowdSides, useCrowdWords, useResultText } from './use-crowd-result.ts';

const shown = { densest: 'densest', present: 'present' } as const;
/** `densest`, or `gate:` and `stop:` with their row in the scenario. */
type Chosen = keyof typeof shown | `gate:${number}` | `stop:${number}`;

/** What the line is of, by row, from one run's answer. */
function pick(chosen: Chosen, { series, stops }: CrowdAnswer): ArrayLike<number> {
  const [kind, row = ''] = chosen.split(':');
  const { forward, backward, everySeconds } = series;
  if (kind === 'gate')
    return Array.from(
      forward[Number(row)] ?? [],
      (on, i) => ((on + (backward[Number(row)]?.[i] ?? 0)) * 60) / everySeconds,
    );
  if (kind === 'stop') return stops[Number(row)]?.waiting ?? [];
  return series[chosen as keyof typeof shown];
}

/** One figure over time, as lines of both layouts with the band of all runs: the densest cell, a gate's flow, or a queue. */
export function CrowdResultLines() {
  const text = useResultText();
  const sides = useCrowdSides();
  const words = useCrowdWords();
  const id = useId();
  const start = useCrowdRun((state) => state.plan?.start ?? '');
  const limit = useCrowdRun((state) => state.plan?.limitPersonsPerM2 ?? 0);
  const [chosen, setChosen] = useState<Chosen>('densest');
  const lines = useMemo(
    () =>
      sides.map(({ answers }): CrowdLine => {
        const [first] = answers as [CrowdAnswer];
        const runs = answers.map((answer) => pick(chosen, answer));
        const values = Array.from(runs[0] ?? []);
        const band = bandOfRows(runs);
        return { values, band, every: first.series.everySeconds, end: first.seconds };
      }),
    [sides, chosen],
  );
  const frame = useMemo(() => {
    const last = Math.max(...lines.map(({ band, every }) => band.high.length * every));
    const most = Math.max(...lines.flatMap(({ band }) => [...band.high]), chosen === 'densest' ? limit : 0);
    return createChartFrame(start, last, most);
  }, [lines, start, limit, chosen]);
  const [first] = sides;
  if (!first) return null;
  const { gates, stops } = first.scenario;
  const [kind, row = '0'] = chosen.split(':');
  const name = words.name((kind === 'gate' ? gates : stops)[Number(row)]?.id ?? '');
  const label = lines
    .map(({ values, every }, s) => {
      const top = values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0);
      const value = values[top] ?? 0;
      const clock = words.clock((top + 1) * every);
      const told =
        kind === 'gate'
          ? text.charts.gateChart(name, words.persons(value), clock)
          : kind === 'stop'
            ? text.charts.stopChart(name, words.persons(value), clock)
            : chosen === 'densest'
              ? text.charts.densestChart(words.density(value), clock)
              : text.sentences.present(words.persons(value), clock);
      return sides.length > 1 ? `${text.layout(sides[s]?.title ?? '')}: ${told}` : told;
    })
    .join(' ');
  return (
    <div className="tw-flood__group">
      <div className="tw-number">
        <label htmlFor={id} className="tw-subtle">
          {text.charts.show}
        </label>
        <select
          id={id}
          className="tw-select"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value as Chosen)}
        >
          <option value="densest">{text.charts.densest}</option>
          <option value="present">{text.headlines.present}</option>
          {gates.map((gate, i) => (
            <option key={gate.id} value={`gate:${i}`}>
              {text.charts.gate(words.name(gate.id))}
            </option>
          ))}
          {stops.map((stop, i) => (
            <option key={stop.id} value={`stop:${i}`}>
              {text.charts.stop(words.name(stop.id))}
            </option>
          ))}
        </select>
      </div>
      <CrowdChart frame={frame} label={label} legend={<LineLegend titles={sides.map(({ title }) => title)} />}>
        {lines.map((line, s) => (
          <DrawnLine key={sides[s]?.layout} line={line} frame={frame} rank={s} />
        ))}
        {chosen === 'densest' && <LimitLine frame={frame} value={limit} />}
      </CrowdChart>
    </div>
  );
}

import type { SunAtPlace } from '../model/sun-question.ts';
import type { SunDay } from '../model/sunlight.ts';
import { setMoment } from '../store/plans.ts';
import { plannedDays, useSunDay, useSunlightText, useSunWords } from './use-sunlight.ts';
import { useTwin } from './use-twin.ts';

/** Units of the drawing. */
const [WIDTH, ROW, GAP, LEFT] = [340, 16, 8, 58];
/** Minutes between the hours that are written. */
const TICKS = 180;

/** First and last light of a day: sun and shade together. */
function endsOf({ intervals, shadows }: SunDay): readonly [number, number] {
  const all = [...intervals, ...shadows];
  return [Math.min(...all.map(({ from }) => from)), Math.max(...all.map(({ until }) => until))];
}

/** Sun and shade from first to last light: today above the plan. */
export function SunlightBar({ place }: { readonly place: SunAtPlace }) {
  const text = useSunlightText();
  const words = useSunWords();
  const today = useSunDay(place.today);
  const plan = useSunDay(plannedDays(place));
  if (!today) return null;
  const rows = [{ name: text.today, day: today }, ...(plan ? [{ name: text.plan, day: plan }] : [])];
  const [from, until] = endsOf(today);
  const scale = (minutes: number) => LEFT + ((WIDTH - LEFT) * (minutes - from)) / (until - from);
  const height = rows.length * (ROW + GAP) + 16;
  const first = Math.ceil(from / TICKS) * TICKS;
  const ticks = Array.from({ length: Math.floor((until - first) / TICKS) + 1 }, (_, i) => first + i * TICKS);
  const tell = ({ intervals }: SunDay) =>
    intervals.map((span) => text.span(words.clock(span.from), words.clock(span.until))).join(', ') || text.none;
  return (
    <section className="tw-sunlight__group tw-sunlight__bar" aria-labelledby="sunlight-bar">
      <h3 className="tw-heading" id="sunlight-bar">
        {text.bar}
      </h3>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        <defs>
          <pattern id="sunlight-shade" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="#8a93a8" />
            <path d="M0 2.500h5" stroke="#5d6880" strokeWidth="1.500" />
          </pattern>
        </defs>
        {rows.map(({ name, day }, row) => (
          <g key={name} transform={`translate(0 ${row * (ROW + GAP)})`}>
            <text x={0} y={ROW - 4}>
              {name}
            </text>
            <rect x={LEFT} width={WIDTH - LEFT} height={ROW} fill="url(#sunlight-shade)" />
            {day.intervals.map((span) => (
              <rect
                key={span.from}
                x={scale(span.from)}
                width={scale(span.until) - scale(span.from)}
                height={ROW}
                fill="#f7d84a"
                stroke="#7a6410"
              />
            ))}
          </g>
        ))}
        {ticks.map((minutes) => (
          <g key={minutes} transform={`translate(${scale(minutes)} ${height - 16})`}>
            <path d="M0 -6v4" stroke="currentColor" />
            <text y={10} textAnchor="middle">
              {words.clock(minutes)}
            </text>
          </g>
        ))}
      </svg>
      {rows.map(({ name, day }) => (
        <p key={name} className="tw-subtle">
          {text.barText(name, tell(day))}
        </p>
      ))}
      <ShadowTime day={today} />
    </section>
  );
}

/** The shadow of a moment of that day, in the picture. */
function ShadowTime({ day }: { readonly day: SunDay }) {
  const text = useSunlightText();
  const words = useSunWords();
  const moment = useTwin((state) => state.moment);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const [from, until] = endsOf(day);
  if (!supported) return null;
  if (moment?.date !== day.date) {
    const noon = Math.round((from + until) / 2 / 5) * 5;
    return (
      <button
        type="button"
        className="tw-chip tw-sun__off"
        onClick={() => setMoment({ date: day.date, minutes: noon })}
      >
        {text.showShadow}
      </button>
    );
  }
  return (
    <label className="tw-sunlight__group">
      <span>
        {text.moment} <strong>{words.clock(moment.minutes)}</strong>
      </span>
      <input
        type="range"
        className="tw-range"
        min={Math.ceil(from / 5) * 5}
        max={Math.floor(until / 5) * 5}
        step={5}
        value={moment.minutes}
        aria-valuetext={words.clock(moment.minutes)}
        onChange={(event) => setMoment({ date: day.date, minutes: Number(event.currentTarget.value) })}
      />
    </label>
  );
}

/**
 * Counts at the six entries of the market square, as if recorded: the day of the yearly fair in quarters and the four weeks before it.
 * Fictional, of a plausible daily shape. On the fair's day everyone who comes is counted once, so that the total is what the fair says
 * it had; some of it never reached the file, which is what a data steward sees of real counters.
 */
import { type CountDirection, countDirections } from '../model/counts.ts';
import { bearingOf, type Entry, fairDate, fairVisitors } from './fair-site.ts';
import { FAIR_SECONDS, fairGroups, fairStart } from './fair-visitors.ts';
import type { Feature } from './geojson-file.ts';
import type { Random } from './random.ts';

/** In minutes. */
const QUARTER = 15;
const QUARTERS = (24 * 60) / QUARTER;
const WEEKS = 4;

/** What a gate has of all who come in, and on an ordinary day how many come in by it. */
const gates: Readonly<Record<string, { readonly share: number; readonly usual: number }>> = {
  'hoogstraat-zuid': { share: 0.32, usual: 780 },
  brugstraat: { share: 0.19, usual: 490 },
  'hoogstraat-noord': { share: 0.17, usual: 450 },
  westerstraat: { share: 0.15, usual: 360 },
  raadhuisstraat: { share: 0.1, usual: 210 },
  kerkstraat: { share: 0.07, usual: 130 },
};

/** Share of the busiest hour by hour of the day: work and school in the week, shopping on Saturday, walks on Sunday. */
const weekday = [1, 0, 0, 0, 0, 3, 12, 36, 66, 52, 54, 62, 74, 70, 66, 78, 92, 100, 66, 44, 30, 20, 9, 3];
const saturday = [3, 1, 0, 0, 0, 1, 4, 14, 38, 72, 94, 100, 96, 98, 96, 82, 62, 44, 36, 32, 28, 24, 16, 8];
const sunday = [4, 2, 1, 0, 0, 1, 2, 6, 18, 44, 66, 74, 78, 92, 100, 90, 66, 46, 32, 24, 18, 12, 7, 3];

/** Parts of a whole, without rounding any away: the largest remainders get what is left. */
function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const order = exact
    .map((value, i) => [value - Math.floor(value), i] as const)
    .sort(([a, i], [b, j]) => b - a || i - j);
  const left = total - parts.reduce((all, part) => all + part, 0);
  for (const [, i] of order.slice(0, left)) parts[i] = (parts[i] as number) + 1;
  return parts;
}

/** The hours' curve at the middle of each quarter, straight between the middles of hours. */
function toQuarters(hours: readonly number[]): number[] {
  return Array.from({ length: QUARTERS }, (_, q) => {
    const at = (q + 0.5) / 4 - 0.5;
    const hour = Math.floor(at);
    const [a, b] = [hours[(hour + 24) % 24] ?? 0, hours[(hour + 1) % 24] ?? 0];
    return a + (b - a) * (at - hour);
  });
}

/** By gate and direction, a number for each quarter of a day. */
type DayCounts = ReadonlyMap<string, Readonly<Record<CountDirection, readonly number[]>>>;

const bump = (q: number, hour: number, hours: number) => Math.exp(-(((q + 0.5) / 4 - hour) ** 2) / (2 * hours ** 2));

/** First quarter of the simulated hours, and how many. */
const firstQuarter = (() => {
  const [hour = 0, minute = 0] = fairStart.split(':').map(Number);
  return hour * 4 + minute / QUARTER;
})();
const simulated = FAIR_SECONDS / 60 / QUARTER;

/** Who come by an entry in each of the simulated quarters, as the fair's plan has them. */
function planned(entry: string): number[] {
  const quarters = new Array<number>(simulated).fill(0);
  for (const { from, persons, fromSecond, untilSecond } of fairGroups) {
    if (from !== entry) continue;
    const weights = quarters.map((_, q) => {
      const [start, end] = [q * QUARTER * 60, (q + 1) * QUARTER * 60];
      return Math.max(0, Math.min(end, untilSecond) - Math.max(start, fromSecond));
    });
    for (const [q, part] of share(persons, weights).entries()) quarters[q] = (quarters[q] as number) + part;
  }
  return quarters;
}

/** Everyone who passed on the day of the fair, also what the file lacks. As many come in as the fair had visitors. */
export function countFair(random: Random): DayCounts {
  const ids = Object.keys(gates);
  const known = ids.map(planned);
  const inPlan = known.flat().reduce((sum, count) => sum + count, 0);
  const rest = share(
    fairVisitors - inPlan,
    ids.map((id) => gates[id]?.share ?? 0),
  );
  const usual = toQuarters(saturday);
  return new Map(
    ids.map((id, i) => {
      const shape = usual.map((value, q) => {
        const isPlanned = q >= firstQuarter && q < firstQuarter + simulated;
        return isPlanned
          ? 0
          : ((0.35 * value) / 100 + 2.5 * bump(q, 13, 1.4) + 0.9 * bump(q, 15.8, 0.7)) * random.between(0.9, 1.1);
      });
      const inward = share(rest[i] as number, shape);
      known[i]?.forEach((count, q) => {
        inward[firstQuarter + q] = count;
      });
      // They leave an hour and a quarter later, most of them at the end; a few live on the square and stay.
      const all = inward.reduce((sum, count) => sum + count, 0);
      const leaving = inward.map((_, q) => {
        const before = (inward[q - 5] ?? 0) * 0.6 + (inward[q - 4] ?? 0) * 0.25 + (inward[q - 7] ?? 0) * 0.4;
        return (before + (usual[q] ?? 0) * 0.08) * random.between(0.9, 1.1) + all * 0.011 * bump(q, 17.1, 0.7);
      });
      return [id, { in: inward, out: share(Math.round(all * random.between(0.975, 0.995)), leaving) }];
    }),
  );
}

/** A day like others of its kind. */
function countUsual(day: Date, random: Random): DayCounts {
  const weekDay = day.getUTCDay();
  const [hours, size] =
    weekDay === 6 ? ([saturday, 1.1] as const) : weekDay === 0 ? ([sunday, 0.55] as const) : ([weekday, 0.85] as const);
  const curve = toQuarters(hours);
  // One factor for the weather, which all gates share.
  const weather = random.between(0.88, 1.12);
  return new Map(
    Object.entries(gates).map(([id, { usual }]) => {
      const total = usual * size * weather * random.between(0.96, 1.04);
      // Towards the shops in the morning, home at the end of the day.
      const draw = (tilt: number) => {
        const weights = curve.map((value, q) => value * (1 + tilt * Math.cos(((q / 4 - 10) / 12) * Math.PI)));
        const sum = weights.reduce((all, weight) => all + weight, 0);
        return weights.map((weight) => {
          const mean = (total * weight) / sum;
          return Math.max(0, Math.round(random.normal(mean, Math.sqrt(mean) * 1.15)));
        });
      };
      return [id, { in: draw(0.22), out: draw(-0.22) }];
    }),
  );
}

/** What became of some counts: local days and hours, whole hours from and until. */
interface Loss {
  readonly gate: string;
  readonly day: string;
  readonly from: number;
  readonly until: number;
  readonly what: 'missing' | 'excluded' | 'late';
}

const losses: readonly Loss[] = [
  { gate: 'raadhuisstraat', day: fairDate, from: 16, until: 18, what: 'missing' },
  // A van stood before the counter while the stalls were built.
  { gate: 'kerkstraat', day: fairDate, from: 7, until: 10, what: 'excluded' },
  { gate: 'westerstraat', day: fairDate, from: 12, until: 15, what: 'late' },
  { gate: 'kerkstraat', day: '2026-05-27', from: 0, until: 24, what: 'missing' },
  { gate: 'brugstraat', day: '2026-06-03', from: 9, until: 13, what: 'excluded' },
  { gate: 'hoogstraat-noord', day: '2026-05-23', from: 2, until: 5, what: 'missing' },
];

/** Who passed while it is so, in one direction. */
export function countLost(day: DayCounts, what: Loss['what'], direction: CountDirection): number {
  return losses
    .filter((loss) => loss.day === fairDate && loss.what === what)
    .flatMap(({ gate, from, until }) => day.get(gate)?.[direction].slice(from * 4, until * 4) ?? [])
    .reduce((sum, count) => sum + count, 0);
}

const two = (value: number) => String(value).padStart(2, '0');
/** In summer time. */
const timeOf = (day: string, quarter: number) =>
  `${day}T${two(Math.floor(quarter / 4))}:${two((quarter % 4) * QUARTER)}:00+02:00`;

/** CSV as counters deliver it. The same seed gives the same bytes. */
export function encodeCounts(random: Random): string {
  const lines = ['locatie,begintijd,duur_min,richting,aantal,uitgesloten,ontvangen'];
  const fair = Date.parse(`${fairDate}T00:00:00Z`);
  for (let before = WEEKS * 7; before >= 0; before--) {
    const date = new Date(fair - before * 86_400_000);
    const day = date.toISOString().slice(0, 10);
    const own = before === 0 ? countFair(random.fork('fair')) : countUsual(date, random.fork(day));
    for (const [gate, counts] of own) {
      for (let q = 0; q < QUARTERS; q++) {
        const loss = losses.find(
          (each) => each.gate === gate && each.day === day && q >= each.from * 4 && q < each.until * 4,
        );
        if (loss?.what === 'missing') continue;
        const received = loss?.what === 'late' ? timeOf(day, (loss.until + 3) * 4 + 1) : '';
        for (const direction of countDirections) {
          const count = counts[direction][q] as number;
          // Half of who passed was hidden.
          const seen = loss?.what === 'excluded' ? Math.round(count / 2) : count;
          const word = direction === 'in' ? 'in' : 'uit';
          lines.push(
            `${gate},${timeOf(day, q)},${QUARTER},${word},${seen},${loss?.what === 'excluded' ? 'ja' : ''},${received}`,
          );
        }
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Where they count. The error is an assumption: what makers of such counters say. */
export const listGates = (entries: readonly Entry[]): Feature[] =>
  entries.map(({ id, title, point, inward }) => ({
    properties: {
      id,
      naam: title,
      in_graden: Math.round(bearingOf(inward) * 10) / 10,
      fout_deel: 0.05,
      fout_personen: 1,
    },
    geometry: { type: 'Point', point },
  }));

/** The yearly fair on Markerwaard's market square, as its makers would plan it: two layouts, one with a toilet cabin in a passage. */
import { EMERGENCY_WIDTH, type EventPlan, type EventStop } from '../model/event-plan.ts';
import { fairLayouts, toRd } from './fair-layout.ts';
import { boxOnMarket, type Entry, fairDate, fairPlace, onMarket } from './fair-site.ts';
import { FAIR_SECONDS, fairGroups, fairStart } from './fair-visitors.ts';
import { move } from './point.ts';

/**
 * persons/m². Higher than the usual 2.5, which is a mean over a whole square: two who stand and one who passes are three in a square metre
 * for a moment, and nothing is wrong.
 */
const LIMIT = 3;

const stop = (
  id: string,
  title: string,
  from: readonly [along: number, across: number],
  to: readonly [number, number],
  seconds: EventStop['seconds'],
  places?: number,
): EventStop => ({
  id,
  title,
  polygon: [toRd(boxOnMarket(from, to))],
  seconds,
  ...(places === undefined ? {} : { places }),
});

const stops: readonly EventStop[] = [
  stop('kramen-west-1', 'Kramen west, zuidelijk pad', [14.7, -34], [18.5, -3.5], [120, 480]),
  stop('kramen-west-2', 'Kramen west, noordelijk pad', [24.5, -34], [28.3, -3.5], [120, 480]),
  stop('kramen-oost-1', 'Kramen oost, zuidelijk pad', [14.7, 3.5], [18.5, 17], [120, 420]),
  stop('kramen-oost-2', 'Kramen oost, noordelijk pad', [24.5, 3.5], [28.3, 17], [120, 420]),
  stop('podium', 'Voor het podium', [35.5, -34], [57.5, -3.2], [420, 960]),
  stop('bar', 'Bar', [41, 5], [55, 11.8], [40, 90], 6),
  stop('toilet', 'Toiletten', [53, -35], [63, -29], [40, 90], 7),
];

/** From Hoogstraat zuid along the avenue past the stage to Hoogstraat noord. */
function emergencyRoute(entries: readonly Entry[]) {
  const entry = (id: string) => {
    const { point, inward } = entries.find((each) => each.id === id) as Entry;
    return [point, move(point, inward, 6)] as const;
  };
  const [south, nearSouth] = entry('hoogstraat-zuid');
  const [north, nearNorth] = entry('hoogstraat-noord');
  return [south, nearSouth, onMarket(-11.5, 0), onMarket(-6, 0), onMarket(72, 0), nearNorth, north];
}

export function drawFair(entries: readonly Entry[]): EventPlan {
  return {
    id: 'jaarmarkt',
    title: 'Jaarmarkt op de Grote Markt',
    place: fairPlace,
    start: `${fairDate}T${fairStart}`,
    seconds: FAIR_SECONDS,
    entries: entries.map(({ id, title, line }) => ({ id, title, line: toRd(line) })),
    stops,
    groups: fairGroups,
    routes: [
      {
        id: 'hulpdiensten',
        title: 'Route voor hulpdiensten',
        line: toRd(emergencyRoute(entries)),
        widthM: EMERGENCY_WIDTH,
      },
    ],
    layouts: fairLayouts,
    limitPersonsPerM2: LIMIT,
    source: {
      title: { nl: 'Plan van de jaarmarkt (verzonnen)', en: 'Plan of the yearly fair (fictional)' },
      holder: 'Gemeente Markerwaard (fictief)',
      date: '2026-05-01',
      licence: 'CC0-1.0',
      note: {
        nl: 'Opstelling, bezoekers en tijden zijn verzonnen, als voorbeeld.',
        en: 'Layout, visitors and times are made up, as an example.',
      },
    },
  };
}

import { HOURS, MONTHS, NO_SUN, type RoofBlocker, type RoofPart } from '../model/solar-roof.ts';
import { listBlockers } from '../model/solar-shade.ts';
import { useBuildingName } from './building-name.ts';
import { useMonths } from './use-months.ts';
import { useSolarWords } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';

interface SolarShadeProps {
  readonly part: RoofPart;
  readonly blockers: readonly RoofBlocker[];
  readonly building: string;
}

/** Which part of the sun is taken away by month and hour: a table whose cells fill from below, and whose shade it is. */
export function SolarShade({ part, blockers, building }: SolarShadeProps) {
  const text = useSolarRoofText();
  const words = useSolarWords();
  const months = useMonths();
  const nameOf = useBlockerName(building);
  const { blocked, blocker } = part;
  const hours = Array.from({ length: HOURS }, (_, hour) => hour).filter((hour) =>
    months.long.some((_, month) => blocked[month * HOURS + hour] !== NO_SUN),
  );
  const takers = listBlockers(part, blockers);
  const tellWhen = (first: number, last: number, from: string, until: string) =>
    (last - first + MONTHS) % MONTHS === MONTHS - 1
      ? text.shadeAlways(from, until)
      : text.shadeWhen(months.long[first] ?? '', months.long[last] ?? '', from, until);
  return (
    <section className="tw-flood__group" aria-labelledby="solar-shade">
      <h4 className="tw-heading" id="solar-shade">
        {text.shade}
      </h4>
      {takers.length === 0 ? (
        <p className="nl-paragraph">{text.shadeNone}</p>
      ) : (
        <>
          <ul className="tw-flood__points">
            {takers.slice(0, 4).map(({ row, from, until, first, last }) => (
              <li key={row}>
                <strong>{nameOf(blockers[row])}</strong>
                {`: ${tellWhen(first, last, String(from), String(until + 1))}`}
              </li>
            ))}
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <section className="tw-solar-shade" tabIndex={0} aria-label={text.shadeTable}>
            <table>
              <caption className="tw-hidden">{text.shadeTable}</caption>
              <thead>
                <tr>
                  <td />
                  {hours.map((hour) => (
                    <th key={hour} scope="col">
                      {hour}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {months.long.map((name, month) => (
                  <tr key={name}>
                    <th scope="row" aria-label={name}>
                      {months.short[month]}
                    </th>
                    {hours.map((hour) => {
                      const at = month * HOURS + hour;
                      const share = blocked[at] as number;
                      if (share === NO_SUN) return <td key={hour} data-sun="none" />;
                      const by = blockers[blocker[at] as number];
                      const told = `${words.percent(share)}${by && share > 0 ? `, ${nameOf(by)}` : ''}`;
                      return (
                        <td key={hour} title={`${name}, ${text.hour(String(hour))}: ${told}`}>
                          <span className="tw-solar-shade__fill" style={{ blockSize: `${share * 100}%` }} />
                          <span className="tw-hidden">{words.percent(share)}</span>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="nl-paragraph tw-subtle">{text.shadeNote}</p>
        </>
      )}
    </section>
  );
}

function useBlockerName(building: string): (blocker: RoofBlocker | undefined) => string {
  const text = useSolarRoofText();
  const nameOf = useBuildingName();
  return (blocker) => {
    if (!blocker) return text.blockers.building;
    if (blocker.kind === 'own' || blocker.id === building) return text.blockers.own;
    return blocker.kind === 'building' && blocker.id !== '' ? nameOf(blocker.id) : text.blockers[blocker.kind];
  };
}

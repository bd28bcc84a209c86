import { type Profile, readProfile } from '../model/profile.ts';
import { measureText } from './text/measure.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** Parts that the line is divided into for the table. */
const PARTS = 20;

interface ProfileTablesProps {
  readonly profile: Profile;
  readonly nameOf: (id: string) => string;
}

/** The chart in words and figures. */
export function ProfileTables({ profile, nameOf }: ProfileTablesProps) {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const height = (nap: number | undefined) => (nap === undefined ? text.unknown : format.height(nap));
  const places = Array.from({ length: PARTS + 1 }, (_, i) => (profile.length * i) / PARTS);
  const crossed = profile.cuts
    .filter(({ top }) => top.length > 0)
    .map(({ kind, id, top }, row) => ({
      // Two things that were drawn may have one name.
      key: `${row} ${kind} ${id}`,
      name: kind === 'plan' ? `${text.legend.plan}: ${id}` : nameOf(id),
      from: top[0] ?? 0,
      until: top.at(-2) ?? 0,
      highest: top.reduce((most, value, i) => (i % 2 ? Math.max(most, value) : most), Number.NEGATIVE_INFINITY),
    }))
    .sort((a, b) => a.from - b.from);
  return (
    <details className="tw-details">
      <summary>{text.table}</summary>
      {crossed.length > 0 && (
        <table className="utrecht-table utrecht-table--html-table tw-table">
          <caption>{text.crossed}</caption>
          <thead>
            <tr>
              <th scope="col">{text.part}</th>
              <th scope="col">{text.from}</th>
              <th scope="col">{text.until}</th>
              <th scope="col">{text.highest}</th>
            </tr>
          </thead>
          <tbody>
            {crossed.map(({ key, name, from, until, highest }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{format.height(from)}</td>
                <td>{format.height(until)}</td>
                <td>{text.nap(format.height(highest))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table className="utrecht-table utrecht-table--html-table tw-table">
        <caption>{text.axisHeight}</caption>
        <thead>
          <tr>
            <th scope="col">{text.distance}</th>
            <th scope="col">{text.groundNap}</th>
            <th scope="col">{text.surfaceNap}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((distance) => {
            const row = readProfile(profile, Math.min(distance, profile.rows.at(-1)?.distance ?? 0));
            return (
              <tr key={distance}>
                <th scope="row">{format.height(distance)}</th>
                <td>{height(row?.ground)}</td>
                <td>{height(row?.surface)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

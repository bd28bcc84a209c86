import { useMemo } from 'react';
import { countNeighbours, nameNeighbours } from '../model/sun-neighbour-rows.ts';
import { askNeighbours } from '../store/sunlight-follow.ts';
import { useBuildingName } from './building-name.ts';
import { SunlightNeighbourList } from './sunlight-neighbour-list.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSunlight, useSunNorm } from './use-sunlight.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Metres around the plan, as `store/sunlight-follow.ts` has it. */
const AROUND = 150;

/** Everyone around the plan: asked for, because it takes a second. */
export function SunlightNeighbours() {
  const text = sunlightMoreText[useLanguage()];
  const format = useFormat();
  const nameOf = useBuildingName();
  const addresses = useTwin((state) => state.addresses);
  const norm = useSunNorm();
  const neighbours = useSunlight((state) => state.neighbours);
  const value = neighbours.status === 'ready' ? neighbours.value : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf is a new function each time; names come with the addresses.
  const rows = useMemo(() => nameNeighbours(value?.rows ?? [], nameOf), [value, addresses]);
  const totals = countNeighbours(rows);
  return (
    <section className="tw-sunlight__group tw-sunlight__part" aria-labelledby="sunlight-neighbours">
      <h3 className="tw-sunlight__title" id="sunlight-neighbours">
        {text.title}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.intro(format.length(AROUND))}</p>
      {neighbours.status === 'idle' && (
        <button type="button" className="tw-chip" onClick={() => void askNeighbours()}>
          {text.compute}
        </button>
      )}
      <p role="status" className="nl-paragraph tw-subtle">
        {neighbours.status === 'running' && text.computing}
        {value && text.took(format.number(rows.length), format.number(value.ms / 1000, 1))}
      </p>
      {neighbours.status === 'failed' && (
        <div role="alert">
          <p className="nl-paragraph">{text.failed}</p>
          <p className="nl-paragraph tw-subtle">{neighbours.message}</p>
        </div>
      )}
      {value && (
        <>
          <p className="nl-paragraph">
            {text.totals(
              format.number(totals.before),
              format.number(totals.after),
              format.number(totals.unknown),
              format.number(rows.length),
              norm.name,
            )}{' '}
            {text.lostMore(format.number(totals.losers))}
          </p>
          <SunlightNeighbourList rows={rows} date={value.date} />
        </>
      )}
    </section>
  );
}

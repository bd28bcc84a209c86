import './flood.css';
import { useMemo } from 'react';
import { ARRIVAL_DEPTH, FLOOD_FIELDS } from '../model/flood.ts';
import { readFacade } from '../model/flood-figures.ts';
import { findBuildingRow } from '../store/select-building.ts';
import { BuildingSearch } from './building-search.tsx';
import { useDoubtText } from './flood-doubt.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useIsBreach } from './use-flood-breach.ts';
import { useFacadeEffect } from './use-flood-effects.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** At the door of the building that was chosen last. */
export function FloodAddress() {
  const text = useFloodText();
  return (
    <BuildingSearch id="flood-address" title={text.address} intro={text.addressIntro} label={text.addressSearch}>
      {(id) => <FloodFacade id={id} />}
    </BuildingSearch>
  );
}

/** As a part of what is told of a building, while there is water in the picture. */
export function FloodSection({ id }: { readonly id: string }) {
  const text = useFloodText();
  return (
    <section className="tw-flood__group" aria-labelledby="flood-building">
      <h3 className="tw-heading" id="flood-building">
        {text.facade.title}
      </h3>
      <FloodFacade id={id} />
    </section>
  );
}

const verdicts = { dry: undefined, facade: 'below', undecided: 'near', inside: 'above' } as const;

/** What is known of the water at one building's façade. */
function FloodFacade({ id }: { readonly id: string }) {
  const text = useFloodText();
  const words = useFloodWords();
  const format = useFormat();
  const table = useTwin((state) => state.buildingTable);
  const sheets = useFlood((state) => state.sheets);
  const row = table.status === 'ready' ? findBuildingRow(table.value, id) : undefined;
  const threshold = useThreshold(row);
  const error = useDepthError();
  const doubt = useDoubtText();
  // As the list and the picture of effects tell it, once that is worked out: one building has one depth.
  const known = useFacadeEffect(row);
  const figures = useMemo(
    () =>
      row === undefined
        ? undefined
        : readFacade(
            sheets.map(({ sheet }) => sheet),
            row,
          ),
    [sheets, row],
  );
  const { facade } = text;
  const isBreach = useIsBreach();
  if (sheets.length === 0 || table.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  if (!figures) return <p className="nl-paragraph">{facade.outside}</p>;
  const deepest = known?.depth ?? figures.deepest;
  if (deepest < ARRIVAL_DEPTH)
    return <p className="nl-paragraph">{figures.isUndecided ? doubt.facadeDry : facade.dry}</p>;
  const { wetShare } = figures;
  const level = figures.deepest < ARRIVAL_DEPTH ? undefined : figures.level;
  const { arrival, duration } = known ?? figures;
  const off = facade.error(words.depth(error));
  const above = level !== undefined && threshold ? level - threshold.nap : undefined;
  const seen = above === undefined ? undefined : above < -error ? 'below' : above > error ? 'above' : 'near';
  const verdict = known ? verdicts[known.waterClass] : seen;
  const rows = [
    [facade.depth, `${words.depth(deepest)} ${off}`],
    [facade.level, level === undefined ? text.unknownHere : `${words.level(level)} ${off}`],
    [facade.arrival, arrival === undefined ? text.unknownHere : words.minutes(arrival)],
    // Water of a breach stays until it is pumped out: longer than is computed.
    ...(isBreach ? [] : [[facade.duration, duration === undefined ? text.unknownHere : words.minutes(duration)]]),
    [facade.wet, `${format.number(Math.round(wetShare * 20) * 5)}%`],
  ];
  return (
    <>
      <dl className="tw-facts">
        {rows.map(([label, value], i) => (
          <div key={label} className={i === 0 ? 'tw-facts__main' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {threshold && (
          <div>
            <dt>{facade.threshold}</dt>
            <dd>{facade.thresholdAbove(text.centimetres(format.number(threshold.above * 100)))}</dd>
          </div>
        )}
      </dl>
      {figures.isUndecided && <p className="nl-paragraph">{doubt.facadeWet}</p>}
      {verdict && <p className={`nl-paragraph tw-flood__verdict tw-flood__verdict--${verdict}`}>{facade[verdict]}</p>}
    </>
  );
}

/** m NAP where the threshold is taken to be, and how far above the lowest ground at the façade. */
function useThreshold(row: number | undefined): { readonly nap: number; readonly above: number } | undefined {
  const facades = useFlood((state) => state.facades);
  const lowest = row === undefined ? undefined : facades?.lowest[row];
  if (!facades || lowest === undefined || lowest === null) return undefined;
  return { nap: lowest + facades.threshold, above: facades.threshold };
}

/** Metres: of the model's step and the ground's heights together, rounded up to whole steps. */
export function useDepthError(): number {
  const accuracy = useTwin(({ municipality }) =>
    municipality.status === 'ready' ? municipality.value.terrain?.source.accuracyM : undefined,
  );
  const { step } = FLOOD_FIELDS.depth;
  return Math.ceil(Math.hypot(step, accuracy ?? step) / step) * step;
}

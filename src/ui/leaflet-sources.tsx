import { type LeafletId, listLeafletSources } from '../model/leaflet.ts';
import type { Provenance } from '../model/municipality.ts';
import { leafletsText } from './text/leaflets.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

interface LeafletSourcesProps {
  readonly id: LeafletId;
  /** Beside the municipality's datasets. */
  readonly others: readonly (Provenance | undefined)[];
}

/** What an answer rests on: each once, with its date, licence and quality. */
export function LeafletSources({ id, others }: LeafletSourcesProps) {
  const text = leafletsText[useLanguage()];
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const own = municipality.status === 'ready' ? listLeafletSources(municipality.value, id) : [];
  const byTitle = new Map(
    [...own.map(({ source }) => source), ...others]
      .filter((source) => source !== undefined)
      .map((source) => [format.localised(source.title), source]),
  );
  const tellQuality = ({ accuracyM, note }: Provenance) =>
    [
      accuracyM === undefined
        ? text.noQuality
        : text.quality(accuracyM < 1 ? `${format.number(accuracyM * 100)}\u00a0cm` : format.height(accuracyM)),
      note && format.localised(note),
    ]
      .filter(Boolean)
      .join(' ');
  return [...byTitle].map(([title, source]) => (
    <dd key={title}>
      {[title, source.holder, format.date(source.date), source.licence].join(', ')}.{' '}
      <span className="tw-subtle">{tellQuality(source)}</span>
    </dd>
  ));
}

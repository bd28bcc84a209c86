import { PartLinks } from './part-links.tsx';
import { useFloodText } from './use-flood.ts';
import { useTwin } from './use-twin.ts';

/** Ids of the parts of the answer below. */
const parts = ['flood-address', 'flood-table', 'flood-effects', 'flood-measures', 'flood-breach'] as const;

export function FloodContents() {
  const text = useFloodText();
  const hasDikes = useTwin(
    ({ municipality }) => municipality.status === 'ready' && municipality.value.waterBarriers !== undefined,
  );
  const present = parts.filter((id) => id !== 'flood-breach' || hasDikes);
  return <PartLinks title={text.contents.title} parts={present.map((id) => [id, text.contents[id]])} />;
}

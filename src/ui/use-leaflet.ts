import { type LeafletId, readSayings } from '../model/leaflet.ts';
import { leafletsText } from './text/leaflets.ts';
import { useLanguage, useTwin } from './use-twin.ts';

interface Sayings {
  readonly decides: string;
  /** Absent: the municipality has not said so. */
  readonly objection: string | undefined;
  readonly legalBasis: string | undefined;
  readonly contact: string | undefined;
}

/** What the municipality says of a question, and who decides where it says nothing of that. */
export function useSayings(id: LeafletId): Sayings {
  const language = useLanguage();
  const municipality = useTwin((state) => state.municipality);
  const told = municipality.status === 'ready' ? readSayings(municipality.value, id) : undefined;
  return {
    decides: told?.decides?.[language] ?? leafletsText[language].records[id].decides,
    objection: told?.objection?.[language],
    legalBasis: told?.legalBasis?.[language],
    contact: told?.contact?.[language],
  };
}

import { useMemo, useState } from 'react';
import type { Loadable } from '../model/loadable.ts';
import type { prepareSearch, Search } from '../model/search.ts';
import { needIndex } from '../store/load-municipality.ts';
import { reportProblem } from '../store/twin.ts';
import { useTwin } from './use-twin.ts';

const findNothing: Search = () => [];

interface SearchState {
  readonly search: Search;
  /** Something that it searches, or searches with, has not come yet. */
  readonly isComing: boolean;
  readonly isFailed: boolean;
  /** Fetches what is not there yet. */
  readonly start: () => void;
}

/** Searches addresses and streets, as far as they have come. Its code comes with the first `start`. */
export function useSearch(): SearchState {
  const addresses = useTwin((state) => state.addresses);
  const streets = useTwin((state) => state.streets);
  const [code, setCode] = useState<Loadable<typeof prepareSearch>>({ status: 'idle' });
  const search = useMemo(() => {
    if (code.status !== 'ready') return findNothing;
    return code.value(
      addresses.status === 'ready' ? addresses.value : undefined,
      streets.status === 'ready' ? streets.value : undefined,
    );
  }, [addresses, streets, code]);

  async function fetchCode(): Promise<void> {
    setCode({ status: 'running' });
    try {
      const { prepareSearch } = await import('../model/search.ts');
      setCode({ status: 'ready', value: prepareSearch });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setCode({ status: 'failed', message });
      reportProblem({ what: 'addresses', url: 'search', detail: message });
    }
  }

  const isWaiting = ({ status }: Loadable<unknown>) => status === 'idle' || status === 'running';
  const isBroken = ({ status }: Loadable<unknown>) => status === 'failed';
  return {
    search,
    isComing: [addresses, streets, code].some(isWaiting),
    isFailed: isBroken(code) || (isBroken(addresses) && isBroken(streets)),
    start() {
      needIndex('addresses');
      needIndex('streets');
      if (code.status === 'idle' || code.status === 'failed') void fetchCode();
    },
  };
}

/** Reads the municipality and, when someone needs them, its indexes. What fails is told and leaves the rest working. */
import type { Loadable } from '../model/loadable.ts';
import { type Dataset, type Municipality, parseMunicipality } from '../model/municipality.ts';
import { parseAddressIndex, parseBuildingTable, parseStreetIndex } from '../model/parse-city-index.ts';
import type { Problem } from '../model/problem.ts';
import { fillSelection } from './select-building.ts';
import { reportProblem, type TwinState, twin } from './twin.ts';

const DEFAULT_MUNICIPALITY = 'markerwaard';

/** Answers parsed JSON or throws an error that says what went wrong. */
export type ReadJson = (url: string) => Promise<unknown>;

export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status} ${response.statusText}`.trim());
  try {
    return await response.json();
  } catch (error) {
    throw new Error(`${url} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * `?municipality=<id>`; only plain names, so that an address cannot point outside the made files. Without one: `start`, the one
 * that a packed page holds.
 */
export function municipalityFromQuery(search: string, start = DEFAULT_MUNICIPALITY): string {
  const id = new URLSearchParams(search).get('municipality') ?? start;
  return /^[a-z0-9][a-z0-9-]*$/.test(id) ? id : start;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export async function loadMunicipality(id: string, pageUrl: string, readJson: ReadJson = fetchJson): Promise<void> {
  const baseUrl = new URL(`made/${id}/`, pageUrl).href;
  twin.setState({ municipality: { status: 'running' }, baseUrl });
  const url = new URL('municipality.json', baseUrl).href;
  try {
    const value = parseMunicipality(await readJson(url), url);
    twin.setState({ municipality: { status: 'ready', value } });
  } catch (error) {
    twin.setState({ municipality: { status: 'failed', message: messageOf(error) } });
    reportProblem({ what: 'municipality', url, detail: messageOf(error) });
  }
}

interface IndexRule<T> {
  readonly dataset: (municipality: Municipality) => Dataset | undefined;
  readonly parse: (json: unknown, file: string) => T;
  readonly store: (value: Loadable<T>) => Partial<TwinState>;
}

export type IndexId = 'addresses' | 'streets' | 'buildingTable';

type IndexValue<I extends IndexId> = Extract<TwinState[I], { status: 'ready' }>['value'];

const rules: { readonly [I in IndexId]: IndexRule<IndexValue<I>> } = {
  addresses: { dataset: (m) => m.addresses, parse: parseAddressIndex, store: (addresses) => ({ addresses }) },
  streets: { dataset: (m) => m.streets, parse: parseStreetIndex, store: (streets) => ({ streets }) },
  buildingTable: {
    dataset: (m) => m.buildingTable,
    parse: parseBuildingTable,
    store: (buildingTable) => ({ buildingTable }),
  },
};

async function loadIndex<T>(what: Problem['what'], rule: IndexRule<T>, readJson: ReadJson): Promise<void> {
  const { municipality, baseUrl } = twin.getState();
  if (municipality.status !== 'ready') return;
  const dataset = rule.dataset(municipality.value);
  if (dataset?.url === undefined) {
    // A municipality need not have it: what rests on it says so, and nothing is wrong.
    twin.setState(rule.store({ status: 'failed', message: `municipality.json has no address of ${what}` }));
    return;
  }
  const url = new URL(dataset.url, baseUrl).href;
  twin.setState(rule.store({ status: 'running' }));
  try {
    const value = rule.parse(await readJson(url), url);
    // Another municipality may have been opened meanwhile.
    if (twin.getState().baseUrl === baseUrl) twin.setState(rule.store({ status: 'ready', value }));
  } catch (error) {
    twin.setState(rule.store({ status: 'failed', message: messageOf(error) }));
    reportProblem({ what, url, detail: messageOf(error) });
  }
}

/** Resolves when what has to come has come or has failed. */
function whenSettled(what: IndexId | 'municipality'): Promise<void> {
  return new Promise((resolve) => {
    const isSettled = ({ status }: Loadable<unknown>) => status === 'ready' || status === 'failed';
    if (isSettled(twin.getState()[what])) {
      resolve();
      return;
    }
    const unsubscribe = twin.subscribe((state) => {
      if (!isSettled(state[what])) return;
      unsubscribe();
      resolve();
    });
  });
}

/** Reads it once, as soon as the municipality has come. Resolves when it is there or has failed. */
export async function needIndex(what: IndexId, readJson: ReadJson = fetchJson): Promise<void> {
  await whenSettled('municipality');
  if (twin.getState().municipality.status === 'failed') return;
  if (twin.getState()[what].status !== 'idle') return whenSettled(what);
  if (what === 'addresses') await loadIndex(what, rules.addresses, readJson);
  else if (what === 'streets') await loadIndex(what, rules.streets, readJson);
  else await loadIndex(what, rules.buildingTable, readJson);
  if (what === 'buildingTable') fillSelection();
}

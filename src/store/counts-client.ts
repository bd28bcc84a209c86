/** Asks an OGC SensorThings service for counts, page by page. No account, no cookie; what goes wrong is an Error with one clear line. */
import { InputError } from '../model/input-error.ts';
import {
  type CountStream,
  datastreamUrl,
  type Observation,
  observationsUrl,
  parseDatastream,
  parseObservations,
} from '../model/sensorthings.ts';

/** A service that has not answered by then is away. */
const PATIENCE_MS = 20_000;
/** Pages of one question: months of quarters; more is an endless list. */
const MOST_PAGES = 60;

/** The service asks for rest: not before so many milliseconds. */
export class BusyError extends Error {
  override name = 'BusyError';
  readonly restMs: number | undefined;
  constructor(message: string, restMs: number | undefined) {
    super(message);
    this.restMs = restMs;
  }
}

export interface ClientOptions {
  /** Ends what is being asked. */
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
}

const reasons: Readonly<Record<number, string>> = {
  401: 'it wants an account',
  403: 'it refuses',
  404: 'there is no such datastream',
};

/** Seconds, or a date; undefined where it says nothing that can be read. */
function readRest(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const rest = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return rest > 0 ? rest : undefined;
}

async function ask(url: string, where: string, { signal, patienceMs = PATIENCE_MS }: ClientOptions): Promise<unknown> {
  const patience = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    if (!response.ok) {
      const reason = reasons[response.status] ?? response.statusText;
      const message = `${where}: the service answers ${response.status}${reason ? ` (${reason})` : ''}`;
      if (response.status !== 429 && response.status !== 503) throw new Error(message);
      throw new BusyError(message, readRest(response.headers.get('retry-after')));
    }
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      // What the parser says of a page of HTML helps nobody.
      throw new InputError(`${where}: the service's answer is no JSON`);
    }
  } catch (error) {
    if (patience.aborted && !signal?.aborted)
      throw new Error(`${where}: the service did not answer in ${patienceMs / 1000} s`);
    if (error instanceof TypeError) throw new Error(`${where}: the service cannot be reached`);
    throw error;
  }
}

/** Throws where it is not there, or does not count. */
export async function readDatastream(base: string, id: string, options: ClientOptions = {}): Promise<CountStream> {
  const where = `Datastreams(${id})`;
  return parseDatastream(await ask(datastreamUrl(base, id), where, options), where);
}

export interface ReadObservations {
  readonly observations: readonly Observation[];
  readonly faults: readonly string[];
}

/** Of intervals that start from a moment on: all pages. */
export async function readObservations(
  base: string,
  id: string,
  since: number,
  options: ClientOptions = {},
): Promise<ReadObservations> {
  const where = `Datastreams(${id})/Observations`;
  const observations: Observation[] = [];
  const faults: string[] = [];
  let url: string | undefined = observationsUrl(base, id, since);
  for (let pages = 0; url !== undefined; pages++) {
    if (pages === MOST_PAGES) throw new InputError(`${where}: more than ${MOST_PAGES} pages`);
    const page = parseObservations(await ask(url, where, options), where, url);
    observations.push(...page.observations);
    faults.push(...page.faults);
    url = page.next;
  }
  return { observations, faults };
}

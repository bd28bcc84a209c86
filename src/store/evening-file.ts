/** The programme that a municipality names in `municipality.json`, as `build` or `pack` put it beside it. */
import { parseScenarioFile } from '../model/scenario.ts';
import { extractFiles } from '../model/scenario-files.ts';
import { keepFile } from './drawn-files.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { reportProblem, twin } from './twin.ts';

/** Reads it once, as soon as the municipality has come. What cannot be read is told, and the rest is played. */
export async function loadEveningFile(readJson: ReadJson = fetchJson): Promise<void> {
  const { municipality, baseUrl, eveningFile } = twin.getState();
  if (municipality.status !== 'ready' || eveningFile.status !== 'idle') return;
  const { evening, id } = municipality.value;
  const url = evening === undefined ? `${baseUrl}municipality.json` : new URL(evening, baseUrl).href;
  const tell = (detail: string) => reportProblem({ what: 'evening', url, detail });
  twin.setState({ eveningFile: { status: 'running' } });
  try {
    if (evening === undefined) throw new Error(`${url}: evening: names no programme`);
    const { scenarios: read, evening: settings, complaints } = parseScenarioFile(await readJson(url), url);
    if (twin.getState().baseUrl !== baseUrl) return;
    const { scenarios, missing } = extractFiles(read, keepFile);
    const elsewhere = scenarios.filter((scenario) => scenario.municipality !== id);
    const strange = elsewhere.map(
      (scenario) => `${url}: "${scenario.title}" is of ${scenario.municipality}, not of ${id}`,
    );
    const lacks = missing.map(({ detail }) => `${url}: ${detail}`);
    if (complaints.length + strange.length + lacks.length > 0) tell([...complaints, ...strange, ...lacks].join('; '));
    twin.setState({ eveningFile: { status: 'ready', value: { scenarios, evening: settings } } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    twin.setState({ eveningFile: { status: 'failed', message } });
    tell(message);
  }
}

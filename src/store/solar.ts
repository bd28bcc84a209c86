/** Sun on roofs: what is known of it. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import { type Groups, groupRows } from '../model/group-rows.ts';
import type { Loadable } from '../model/loadable.ts';
import { parseSolarIndex, parseSolarRoofs } from '../model/parse-solar.ts';
import type { SolarIndex, SolarRoofs } from '../model/solar.ts';
import type { SolarChanges, SolarChoice, SolarFilter } from '../model/solar-choice.ts';
import type { BuiltRoofs, PlanRoofs } from '../model/solar-plan.ts';
import type { RoofDetail } from '../model/solar-roof.ts';
import type { FittedPanels } from '../model/solar-town.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { twin } from './twin.ts';

export interface SolarTown {
  readonly index: SolarIndex;
  readonly roofs: SolarRoofs;
  /** Rows of the roofs by row of the building table. */
  readonly planes: Groups;
}

/** What a plan makes of the roofs; rows are those of the town. */
interface PlanTown extends PlanRoofs {
  readonly planes: Groups;
  /** On the plan's own buildings. */
  readonly built: BuiltRoofs;
}

/** The roof plane that was clicked, or chosen in a table. */
export interface ChosenPlane {
  readonly building: string;
  /** As in {@link SolarRoofs}. */
  readonly surface: number;
}

export interface SolarState {
  readonly town: Loadable<SolarTown>;
  readonly plane: ChosenPlane | undefined;
  /** The roofs as they are with the plan or drawing that is shown; idle while none is. */
  readonly plan: Loadable<PlanTown>;
  /** How many panels of another size fit; idle while they are of the size that the town was built with. */
  readonly fitted: Loadable<FittedPanels>;
  /** What is worked out of one roof: see `solar-roof.ts`. */
  readonly detail: { readonly building: string | undefined; readonly value: Loadable<RoofDetail> };
}

export const solar = createStore<SolarState>(() => ({
  town: { status: 'idle' },
  plane: undefined,
  plan: { status: 'idle' },
  fitted: { status: 'idle' },
  detail: { building: undefined, value: { status: 'idle' } },
}));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads index and roofs once, and again after a failure, which is told where they are shown. The municipality must be there. */
export async function needSolar(readJson: ReadJson = fetchJson): Promise<void> {
  const { municipality, baseUrl } = twin.getState();
  const { status } = solar.getState().town;
  if (municipality.status !== 'ready' || status === 'running' || status === 'ready') return;
  const address = municipality.value.solar?.url;
  if (address === undefined) {
    solar.setState({ town: { status: 'failed', message: 'municipality.json has no address of roofs' } });
    return;
  }
  solar.setState({ town: { status: 'running' } });
  const url = new URL(address, baseUrl).href;
  try {
    const index = parseSolarIndex(await readJson(url), url);
    const roofsUrl = new URL(index.roofs, url).href;
    const roofs = parseSolarRoofs(await readJson(roofsUrl), roofsUrl);
    const count = roofs.building.reduce((most, row) => Math.max(most, row + 1), 0);
    solar.setState({ town: { status: 'ready', value: { index, roofs, planes: groupRows(roofs.building, count) } } });
  } catch (error) {
    solar.setState({ town: { status: 'failed', message: messageOf(error) } });
  }
}

export function setSolarChoice(change: Partial<SolarChoice>): void {
  twin.setState({ solar: { ...twin.getState().solar, ...change } });
}

export function setSolarFilter(change: Partial<SolarFilter>): void {
  setSolarChoice({ filter: { ...twin.getState().solar.filter, ...change } });
}

/** Undefined takes a change back. */
export function changeSolarSetting(id: keyof SolarChanges, value: number | undefined): void {
  const { [id]: _, ...rest } = twin.getState().solar.changes;
  setSolarChoice({ changes: value === undefined ? rest : { ...rest, [id]: value } });
}

export function choosePlane(plane: ChosenPlane | undefined): void {
  solar.setState({ plane });
}

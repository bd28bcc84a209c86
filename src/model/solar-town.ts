/**
 * Sun on the roofs of a town as people ask for it: per plane, building and district, with the visitor's own settings. Light on a plane
 * does not depend on those; classes, panels and what they give follow from it here, so that a change costs no computing of light.
 */
import type { BuildingTable } from './city-index.ts';
import { type Groups, rowsOf } from './group-rows.ts';
import {
  type Protection,
  protections,
  type SolarClass,
  type SolarRoofs,
  type SolarSettings,
  solarClasses,
} from './solar.ts';
import type { SolarFilter } from './solar-choice.ts';

/** How many panels of a size fit, by row of the roofs. */
export interface FittedPanels {
  readonly width: number;
  readonly height: number;
  readonly panels: ReadonlyMap<number, number>;
}

/** A town's roofs, and the settings that they were computed with. */
export interface TownRoofs {
  readonly roofs: SolarRoofs;
  /** Rows of the roofs by row of the building table. */
  readonly planes: Groups;
  readonly settings: SolarSettings;
  /** Of panels of another size, once it is known. */
  readonly fitted?: FittedPanels | undefined;
}

export interface RoofPlane {
  /** As in {@link SolarRoofs}. */
  readonly surface: number;
  readonly area: number;
  readonly slope: number;
  readonly azimuth: number;
  readonly skyView: number;
  readonly unshaded: number;
  readonly irradiation: number;
  /** kWh/m² a year on the panels: on a flat roof they are tilted, and get more than it. Classes go by this. */
  readonly onPanels: number;
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly suitability: SolarClass;
  /** That fit, also where they do not pay. */
  readonly panels: number;
  readonly kwp: number;
  /** kWh a year of those panels. */
  readonly yearly: number;
}

export interface SolarBuilding {
  /** Of the table of buildings. */
  readonly row: number;
  /** Of its best plane. */
  readonly suitability: SolarClass;
  /** kWh/m² a year of its best plane. */
  readonly irradiation: number;
  /** m² of all planes. */
  readonly area: number;
  /** Those on planes with a class before `none`. */
  readonly panels: number;
  readonly kwp: number;
  readonly yearly: number;
  readonly protection: Protection;
  /** Row in the table's districts, −1 where unknown. */
  readonly district: number;
  /** Undefined where the table does not say. */
  readonly homes: number | undefined;
}

export interface SolarTotals {
  readonly buildings: number;
  readonly homes: number;
  readonly panels: number;
  readonly kwp: number;
  readonly yearly: number;
  readonly area: number;
}

export const needsPermit = ({ protection }: Pick<SolarBuilding, 'protection'>): boolean => protection !== 'none';

function classifyPlane(settings: SolarSettings, onPanels: number, panels: number): SolarClass {
  if (panels < settings.fewestPanels) return 'none';
  const { excellent, good, moderate } = settings.thresholds;
  if (onPanels >= excellent) return 'excellent';
  if (onPanels >= good) return 'good';
  return onPanels >= moderate ? 'moderate' : 'none';
}

type PanelSize = Pick<SolarSettings['panel'], 'width' | 'height'>;
const isSameSize = (a: PanelSize, b: PanelSize) => a.width === b.width && a.height === b.height;

/** Whether panels are of another size than those that the roofs were computed with. */
export const hasOtherPanels = (computed: SolarSettings, wanted: SolarSettings): boolean =>
  !isSameSize(computed.panel, wanted.panel);

/** Panels of another size: as they were laid out anew; until that is known by area, an estimate. */
function countPanels({ roofs, settings, fitted }: PlaneTown, row: number, { panel }: SolarSettings): number {
  const panels = roofs.panels[row] as number;
  if (isSameSize(settings.panel, panel)) return panels;
  const exact = fitted && isSameSize(fitted, panel) ? fitted.panels.get(row) : undefined;
  const share = (settings.panel.width * settings.panel.height) / (panel.width * panel.height);
  return exact ?? Math.floor(panels * share + 1e-9);
}

/** What of a town planes are read from. */
type PlaneTown = Pick<TownRoofs, 'roofs' | 'settings' | 'fitted'>;

/** kWh/m² a year that panels get: on a flat roof they are tilted, and get more than the roof. */
function panelLight({ roofs, settings }: Pick<TownRoofs, 'roofs' | 'settings'>, row: number): number {
  const kwp = ((roofs.panels[row] as number) * settings.panel.peakW) / 1000;
  return kwp === 0
    ? (roofs.irradiation[row] as number)
    : (roofs.yield[row] as number) / kwp / settings.performanceRatio;
}

/** The class of one plane, by its row; `light` as below. */
export function classifyRow(town: PlaneTown, row: number, wanted: SolarSettings, light = 1): SolarClass {
  const panels = countPanels(town, row, wanted);
  return classifyPlane(wanted, panelLight(town, row) * light, panels);
}

/** `light`: of how much more or less light than computed one wants to know. */
function readPlane(town: TownRoofs, row: number, wanted: SolarSettings, light: number): RoofPlane {
  const { roofs } = town;
  const at = (column: readonly number[]) => column[row] as number;
  const panels = countPanels(town, row, wanted);
  const kwp = (panels * wanted.panel.peakW) / 1000;
  const irradiation = at(roofs.irradiation) * light;
  const onPanels = panelLight(town, row) * light;
  return {
    surface: at(roofs.surface),
    area: at(roofs.area),
    slope: at(roofs.slope),
    azimuth: at(roofs.azimuth),
    skyView: at(roofs.skyView),
    unshaded: at(roofs.unshaded) * light,
    irradiation,
    onPanels,
    x: at(roofs.x),
    y: at(roofs.y),
    nap: at(roofs.nap),
    suitability: classifyPlane(wanted, onPanels, panels),
    panels,
    kwp,
    yearly: kwp * onPanels * wanted.performanceRatio,
  };
}

const given = ({ suitability, yearly }: RoofPlane) => (suitability === 'none' ? 0 : yearly);

/** Of one row of the table of buildings: what gives most first, then the sunniest. */
export function listPlanes(town: TownRoofs, building: number, wanted: SolarSettings, light = 1): RoofPlane[] {
  if (building < 0 || building + 1 >= town.planes.start.length) return [];
  return [...rowsOf(town.planes, building)]
    .map((row) => readPlane(town, row, wanted, light))
    .sort((a, b) => given(b) - given(a) || b.irradiation - a.irradiation);
}

const rankOf = (suitability: SolarClass) => solarClasses.indexOf(suitability);

/** Buildings with a roof plane, in the order of the table. */
export function listSolarBuildings(
  town: TownRoofs,
  table: Pick<BuildingTable, 'id' | 'protection' | 'district' | 'homes'>,
  wanted: SolarSettings,
  light = 1,
): SolarBuilding[] {
  const buildings: SolarBuilding[] = [];
  for (const row of table.id.keys()) {
    const planes = listPlanes(town, row, wanted, light);
    if (planes.length === 0) continue;
    let [best, irradiation, area, panels, kwp, yearly] = [solarClasses.length - 1, 0, 0, 0, 0, 0];
    for (const plane of planes) {
      const rank = rankOf(plane.suitability);
      best = Math.min(best, rank);
      irradiation = Math.max(irradiation, plane.irradiation);
      area += plane.area;
      if (plane.suitability === 'none') continue;
      panels += plane.panels;
      kwp += plane.kwp;
      yearly += plane.yearly;
    }
    buildings.push({
      row,
      suitability: solarClasses[best] as SolarClass,
      irradiation,
      area,
      panels,
      kwp,
      yearly,
      protection: protections[table.protection?.[row] ?? 0] ?? 'none',
      district: table.district?.[row] ?? -1,
      homes: table.homes?.[row] ?? undefined,
    });
  }
  return buildings;
}

/** Whether the table tells of any building that someone lives in. */
export const knowsHomes = ({ homes }: BuildingTable): boolean => homes?.some((count) => (count ?? 0) > 0) ?? false;

/** Those that are asked about: homes or all, a district, what is in view. */
export function selectAsked(
  buildings: readonly SolarBuilding[],
  table: BuildingTable,
  { homesOnly, district, inView }: SolarFilter,
  isInView: (x: number, y: number) => boolean,
): SolarBuilding[] {
  const areHomesKnown = knowsHomes(table);
  const wanted = district === undefined ? undefined : (table.districts?.indexOf(district) ?? -1);
  return buildings.filter(
    ({ row, homes, district: own }) =>
      (!homesOnly || !areHomesKnown || (homes ?? 0) > 0) &&
      (wanted === undefined || (own === wanted && own >= 0)) &&
      (!inView || isInView(table.x[row] as number, table.y[row] as number)),
  );
}

/** Those of them that can easily have panels, by what the filter calls easily. */
export function selectEasy(
  asked: readonly SolarBuilding[],
  { fewestPanels, classes, permit }: SolarFilter,
): SolarBuilding[] {
  return asked.filter(
    (building) =>
      building.panels >= fewestPanels &&
      classes.includes(building.suitability) &&
      (permit === 'any' || (permit === 'needed') === needsPermit(building)),
  );
}

export function sumBuildings(buildings: readonly SolarBuilding[]): SolarTotals {
  let [homes, panels, kwp, yearly, area] = [0, 0, 0, 0, 0];
  for (const building of buildings) {
    homes += building.homes ?? 0;
    panels += building.panels;
    kwp += building.kwp;
    yearly += building.yearly;
    area += building.area;
  }
  return { buildings: buildings.length, homes, panels, kwp, yearly, area };
}

export interface SolarDistrict {
  /** Row in the table's districts, −1 for what is in none. */
  readonly district: number;
  /** Of all that were asked about. */
  readonly asked: number;
  readonly easy: SolarTotals;
}

/** Of those that were asked about, those that can easily have panels, by district. */
export function groupDistricts(asked: readonly SolarBuilding[], easy: readonly SolarBuilding[]): SolarDistrict[] {
  const [all, good] = [asked, easy].map((buildings) => {
    const groups = new Map<number, SolarBuilding[]>();
    for (const building of buildings) {
      const group = groups.get(building.district);
      if (group) group.push(building);
      else groups.set(building.district, [building]);
    }
    return groups;
  }) as [Map<number, SolarBuilding[]>, Map<number, SolarBuilding[]>];
  return [...all].map(([district, buildings]) => ({
    district,
    asked: buildings.length,
    easy: sumBuildings(good.get(district) ?? []),
  }));
}

/** How many of each class, from best to worst. */
export const countSolarClasses = (buildings: readonly SolarBuilding[]): Record<SolarClass, number> => {
  const counts = { excellent: 0, good: 0, moderate: 0, none: 0 };
  for (const { suitability } of buildings) counts[suitability]++;
  return counts;
};

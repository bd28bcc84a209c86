/** From the building that is chosen: to see all of it, or to stand before it. */
import { isPlanBuilding } from '../model/plan-building-id.ts';
import { standingPoint } from '../model/standing-point.ts';
import { buildingHeight } from '../model/view-summary.ts';
import { sendCommand } from './commands.ts';
import { needIndex } from './load-municipality.ts';
import { findPlanBuilding } from './plan-building.ts';
import { findBuildingRow } from './select-building.ts';
import { twin } from './twin.ts';

const DEGREES = 180 / Math.PI;
const EYE_HEIGHT = 1.65;

/** Flies so that the building fills the picture. Nothing happens where the table does not know where it stands. */
export async function lookAtBuilding(id: string): Promise<void> {
  await needIndex('buildingTable');
  const place = placeOfBuilding(id);
  if (!place) return;
  const { x, y, side, height } = place;
  sendCommand({ type: 'look-at', x, y, radius: Math.max(30, 1.5 * side, 1.2 * height) });
}

/** Down to eye level on the street before the building, far enough to see it, facing it; at its door one would see a wall. */
export async function walkToBuilding(id: string): Promise<void> {
  await Promise.all([needIndex('buildingTable'), needIndex('streets')]);
  const place = placeOfBuilding(id);
  if (!place) return;
  const distance = place.side / 2 + Math.max(15, 1.2 * place.height);
  const { streets, camera } = twin.getState();
  const street = streets.status === 'ready' ? standingPoint(streets.value, place.x, place.y, distance) : undefined;
  const { x, y } = street ?? { x: place.x, y: place.y - distance };
  sendCommand({ type: 'walk', at: { x, y } });
  const [east, north] = [place.x - x, place.y - y];
  sendCommand({ type: 'turn', degrees: Math.atan2(east, north) * DEGREES - (camera?.headingDegrees ?? 0) });
  const up = Math.max(0, place.height / 2 - EYE_HEIGHT);
  sendCommand({ type: 'tilt', degrees: Math.atan2(up, Math.hypot(east, north)) * DEGREES });
}

interface BuildingPlace {
  readonly x: number;
  readonly y: number;
  /** Of a square as large as the footprint; a guess where the area is unknown. Metres. */
  readonly side: number;
  /** 0 where unknown. */
  readonly height: number;
}

function placeOfBuilding(id: string): BuildingPlace | undefined {
  if (isPlanBuilding(id)) return findPlanBuilding(twin.getState(), id);
  const { buildingTable } = twin.getState();
  if (buildingTable.status !== 'ready') return undefined;
  const table = buildingTable.value;
  const row = findBuildingRow(table, id);
  if (row === undefined) return undefined;
  return {
    x: table.x[row] as number,
    y: table.y[row] as number,
    side: Math.sqrt(table.area[row] ?? 100),
    height: buildingHeight(table, row) ?? 0,
  };
}

/** A drawing as files that others read. What is placed from a glb is in them as the block around it. */
import { type Drawing, findVolumeProblem, isBuildable, outlineOf, type PlacedThing } from './drawing.ts';
import { drawingToModel } from './drawing-model.ts';
import { toCityJson } from './export-cityjson.ts';
import { toMillimetres } from './outline.ts';
import { ringArea } from './plan-ring.ts';
import type { PlanVolume } from './plan-volume.ts';
import { rdToLonLat } from './rd.ts';

/** About a centimetre in the Netherlands. */
const DECIMALS = 7;

/** The block around something placed. */
function blockOf(drawing: Drawing, { id, name, nap, scale, box }: PlacedThing): PlanVolume {
  return {
    id,
    name,
    footprint: [outlineOf(drawing, id) ?? []],
    lower: toMillimetres(nap + box.bottom * scale),
    upper: toMillimetres(nap + box.top * scale),
    reference: 'nap',
    roof: { shape: 'flat' },
  };
}

const toDegrees = (degrees: number) => Number(degrees.toFixed(DECIMALS));

/** Closed, longitude before latitude; outer ring counter-clockwise and holes clockwise, as RFC 7946 has it. */
function toPosition(ring: readonly number[], isHole: boolean): [number, number][] {
  const positions = Array.from({ length: ring.length / 2 }, (_, i): [number, number] => {
    const { lon, lat } = rdToLonLat({ x: ring[2 * i] as number, y: ring[2 * i + 1] as number });
    return [toDegrees(lon), toDegrees(lat)];
  });
  if (ringArea(ring) > 0 === isHole) positions.reverse();
  return [...positions, positions[0] as [number, number]];
}

function toFeature({ id, name, use, phase, dwellings, footprint, lower, upper, reference, roof }: PlanVolume) {
  return {
    type: 'Feature',
    id,
    properties: {
      id,
      name,
      use,
      phase,
      dwellings,
      lower,
      upper,
      reference,
      roof: roof.shape,
      eaves: roof.eaves,
      ridgeDegrees: roof.ridgeDegrees,
    },
    geometry: { type: 'Polygon', coordinates: footprint.map((ring, i) => toPosition(ring, i > 0)) },
  };
}

export interface ExportAbout {
  readonly title: string;
  /** ISO day. */
  readonly date: string;
}

/** RFC 7946: degrees in CRS84. Heights stay metres above their own reference, with the peil beside them. */
export function drawingToGeoJson(drawing: Drawing, { title, date }: ExportAbout): string {
  const volumes = drawing.volumes.filter((volume) => findVolumeProblem(volume) === undefined);
  const blocks = drawing.placed.filter(({ id }) => isBuildable(drawing, id)).map((thing) => blockOf(drawing, thing));
  return JSON.stringify(
    {
      type: 'FeatureCollection',
      title,
      date,
      peilNap: drawing.peilNap,
      status: 'Getekend: impressie, geen rechten',
      features: [...volumes, ...blocks].map(toFeature),
    },
    null,
    1,
  );
}

/** CityJSON 2.0 in RD New and NAP. */
export function drawingToCityJson(
  drawing: Drawing,
  grounds: Readonly<Record<string, number>>,
  about: ExportAbout,
): string {
  const models = drawing.placed.filter(({ solid, id }) => !solid && isBuildable(drawing, id));
  const whole = {
    ...drawing,
    volumes: [...drawing.volumes, ...models.map((thing) => blockOf(drawing, thing))],
    placed: drawing.placed.filter(({ solid }) => solid),
  };
  const model = drawingToModel(whole, grounds, () => undefined) ?? { origin: [0, 0, 0], solids: [] };
  const blocks = new Set(models.map(({ id }) => id));
  return JSON.stringify(toCityJson(model, { ...about, peilNap: drawing.peilNap, blocks }));
}

/** What stands in a layout as GeoJSON (RFC 7946, longitude and latitude), with sizes and RD in its properties. */
import { objectRing } from './event-library.ts';
import { type NamedKind, nameThings } from './event-names.ts';
import type { EventLayout, EventPlan } from './event-plan.ts';
import { listCorners } from './outline.ts';
import { rdToLonLat } from './rd.ts';

/** About a centimetre in the Netherlands. */
const DECIMALS = 7;

const toPositions = (flat: readonly number[]): [number, number][] =>
  listCorners(flat).map(([x, y]) => {
    const { lon, lat } = rdToLonLat({ x, y });
    return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
  });

export function layoutToGeoJson(
  plan: EventPlan,
  layout: EventLayout,
  kinds: Readonly<Record<NamedKind, string>>,
): string {
  const names = nameThings(layout, kinds);
  const objects = layout.objects.map((object) => {
    const positions = toPositions(objectRing(object));
    return {
      type: 'Feature',
      id: object.id,
      properties: { ...object, name: names.get(object.id) },
      geometry: { type: 'Polygon', coordinates: [[...positions, ...positions.slice(0, 1)]] },
    };
  });
  const fences = layout.fences.map(({ id, kind, line }) => ({
    type: 'Feature',
    id,
    properties: { id, kind, name: names.get(id) },
    geometry: { type: 'LineString', coordinates: toPositions(line) },
  }));
  const about = { event: plan.id, title: plan.title, layout: layout.id, layoutTitle: layout.title };
  return `${JSON.stringify({ type: 'FeatureCollection', ...about, features: [...objects, ...fences] }, undefined, 1)}\n`;
}

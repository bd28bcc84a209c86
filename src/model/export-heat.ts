/** Heat of homes as GeoJSON: a point in the middle of each building. RFC 7946, degrees in CRS84. */
import type { BuildingTable } from './city-index.ts';
import type { HeatSettings } from './heat.ts';
import type { HeatBuilding } from './heat-town.ts';
import { rdToLonLat } from './rd.ts';

/** About a centimetre in the Netherlands. */
const DECIMALS = 7;
const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

export function heatToGeoJson(
  buildings: readonly HeatBuilding[],
  table: BuildingTable,
  settings: HeatSettings,
  title: string,
): string {
  const features = buildings.map((building) => {
    const { row, heatClass, demand, standard, ratio, energy, floorArea, homes, year, basis, protection, district } =
      building;
    const { lon, lat } = rdToLonLat({ x: table.x[row] as number, y: table.y[row] as number });
    return {
      type: 'Feature',
      properties: {
        building: table.id[row] ?? null,
        class: heatClass,
        demandKwhM2Year: Math.round(demand),
        standardKwhM2Year: Math.round(standard),
        ratio: round(ratio, 2),
        energyKwhYear: Math.round(energy),
        floorAreaM2: Math.round(floorArea),
        homes,
        year,
        basis,
        protection,
        district: table.districts?.[district] ?? null,
      },
      geometry: { type: 'Point', coordinates: [round(lon, DECIMALS), round(lat, DECIMALS)] },
    };
  });
  return JSON.stringify({
    type: 'FeatureCollection',
    title,
    settings,
    status: 'Indicatief: berekend, niet gemeten',
    features,
  });
}

/** What the addresses in a building add up to: 3DBAG knows no homes and no floors, the register of addresses does. */
import { numberOf, textOf } from '../../model/geojson.ts';
import { readGeoJson } from '../geojson.ts';
import { registerNumber } from '../register-number.ts';

export interface AddressFacts {
  readonly homes: number;
  /** m². */
  readonly floorArea: number;
  /** The uses of all of them, with a comma. */
  readonly use: string | null;
}

const properties = {
  building: ['pand', 'pandidentificatie', 'pandid'],
  use: ['gebruiksdoel', 'gebruiksdoelen'],
  area: ['oppervlakte', 'gebruiksoppervlakte'],
};

/** By the register's number of the building. An address without a building counts for none. */
export async function readAddressFacts(files: readonly string[]): Promise<ReadonlyMap<string, AddressFacts>> {
  const facts = new Map<string, AddressFacts>();
  for (const file of files) {
    for (const feature of await readGeoJson(file)) {
      const building = textOf(feature, ...properties.building);
      if (building === undefined) continue;
      const key = registerNumber(building);
      const before = facts.get(key) ?? { homes: 0, floorArea: 0, use: null };
      const uses = (textOf(feature, ...properties.use) ?? '').split(',').map((use) => use.trim());
      const all = new Set([...(before.use?.split(',') ?? []), ...uses].filter((use) => use !== ''));
      facts.set(key, {
        homes: before.homes + (uses.includes('woonfunctie') ? 1 : 0),
        floorArea: before.floorArea + (numberOf(feature, ...properties.area) ?? 0),
        use: [...all].sort().join(',') || null,
      });
    }
  }
  return facts;
}

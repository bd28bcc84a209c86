/** Ground surfaces: what lies where, with the words of the BGT. */
import type { Polygon } from './area.ts';

export type SurfaceName =
  | 'building'
  | 'water'
  | 'ditch'
  | 'pond'
  | 'lake'
  | 'bank'
  | 'carriageway'
  | 'brickroad'
  | 'parking'
  | 'cycleway'
  | 'footway'
  | 'square'
  | 'yard'
  | 'pathway'
  | 'verge'
  | 'rail'
  | 'platform'
  | 'garden'
  | 'green'
  | 'shrubs'
  | 'wood'
  | 'grass'
  | 'meadow'
  | 'arable'
  | 'orchard'
  | 'dikegrass'
  | 'stone'
  | 'sport'
  | 'allotment'
  | 'cemetery'
  | 'fallow'
  | 'sand'
  | 'industry'
  | 'reed'
  | 'bridge';

type Words = Readonly<Record<string, string>>;

const road = (functie: string, fysiek: string): Words => ({
  objecttype: 'wegdeel',
  functie,
  fysiek_voorkomen: fysiek,
});
const green = (fysiek: string, plus?: string): Words => ({
  objecttype: 'begroeidterreindeel',
  fysiek_voorkomen: fysiek,
  ...(plus ? { plus_fysiek_voorkomen: plus } : {}),
});
const bare = (fysiek: string, plus?: string): Words => ({
  objecttype: 'onbegroeidterreindeel',
  fysiek_voorkomen: fysiek,
  ...(plus ? { plus_fysiek_voorkomen: plus } : {}),
});
const water = (kind: string): Words => ({ objecttype: 'waterdeel', class: kind, type: kind });

export const surfaceWords: Record<SurfaceName, Words> = {
  building: { objecttype: 'pand' },
  water: { ...water('waterloop'), plus_type: 'gracht' },
  ditch: { ...water('waterloop'), plus_type: 'sloot' },
  pond: water('waterplas'),
  lake: { ...water('waterplas'), plus_type: 'meer' },
  bank: { objecttype: 'ondersteunendwaterdeel', class: 'oever', type: 'oever' },
  reed: { objecttype: 'begroeidterreindeel', fysiek_voorkomen: 'rietland' },
  carriageway: road('rijbaan lokale weg', 'gesloten verharding'),
  brickroad: road('rijbaan lokale weg', 'open verharding'),
  parking: road('parkeervlak', 'open verharding'),
  cycleway: road('fietspad', 'gesloten verharding'),
  footway: road('voetpad', 'open verharding'),
  square: road('voetgangersgebied', 'open verharding'),
  pathway: road('voetpad', 'half verhard'),
  yard: bare('gesloten verharding'),
  verge: { objecttype: 'ondersteunendwegdeel', functie: 'berm', fysiek_voorkomen: 'groenvoorziening' },
  rail: { objecttype: 'spoor', functie: 'trein', fysiek_voorkomen: 'half verhard' },
  platform: road('voetgangersgebied', 'open verharding'),
  garden: bare('erf'),
  green: green('groenvoorziening'),
  shrubs: green('struiken'),
  wood: green('loofbos'),
  grass: green('groenvoorziening', 'gras- en kruidachtigen'),
  meadow: green('grasland agrarisch'),
  arable: green('bouwland'),
  orchard: green('fruitteelt'),
  dikegrass: green('grasland overig'),
  stone: { objecttype: 'ondersteunendwaterdeel', class: 'oever', type: 'oever', plus_type: 'steenglooiing' },
  sport: green('groenvoorziening', 'sportveld'),
  allotment: bare('onverhard', 'volkstuin'),
  cemetery: green('groenvoorziening', 'begraafplaats'),
  fallow: bare('onverhard', 'bouwterrein'),
  sand: bare('zand'),
  industry: bare('open verharding', 'bedrijfsterrein'),
  bridge: { objecttype: 'overbruggingsdeel', functie: 'brug', type_overbruggingsdeel: 'dek' },
};

export interface Surface {
  readonly kind: SurfaceName;
  readonly polygon: Polygon;
  /** `relatieve_hoogteligging`: 0 on the ground, 1 above it. */
  readonly level: number;
  readonly name?: string;
  /** Further attributes, written as they are. */
  readonly extra?: Readonly<Record<string, string | number>>;
}

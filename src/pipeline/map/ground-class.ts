/** What a ground surface is, from the attributes of the BGT (IMGeo 2.2), whatever spelling its export uses. */
import { type GeoFeature, numberOf, textOf } from '../../model/geojson.ts';
import type { GroundClass } from '../../model/ground-colors.ts';

/** Every class that the map draws, in drawing order from low to high. */
export const groundClasses = [
  'unknown',
  'bare',
  'sand',
  'heath',
  'meadow',
  'arable',
  'orchard',
  'grass',
  'verge',
  'park',
  'reed',
  'shrubs',
  'forest',
  'yard',
  'half-paved',
  'paved',
  'water',
  'ditch',
  'shore',
  'bridge',
  'railway',
  'road-unpaved',
  'driveway',
  'footpath',
  'pedestrian-area',
  'traffic-island',
  'parking',
  'living-street',
  'cycle-path',
  'road-clinker',
  'road-asphalt',
  'bus-lane',
  'road-regional',
  'structure',
  'building',
] as const satisfies readonly GroundClass[];

type Rule = readonly [pattern: RegExp, value: GroundClass];

const objectTypes = [
  'ondersteunendwegdeel',
  'wegdeel',
  'ondersteunendwaterdeel',
  'waterdeel',
  'onbegroeidterreindeel',
  'begroeidterreindeel',
  'overbruggingsdeel',
  'spoor',
  'pand',
  'overigbouwwerk',
] as const;
type ObjectType = (typeof objectTypes)[number];

/** By function, then by material. First match wins. */
const roads: readonly Rule[] = [
  [/fietspad|bromfiets/, 'cycle-path'],
  [/voetgangersgebied/, 'pedestrian-area'],
  [/voetpad|trap/, 'footpath'],
  [/parkeervlak/, 'parking'],
  [/inrit/, 'driveway'],
  [/woonerf/, 'living-street'],
  [/ov-?baan|busbaan/, 'bus-lane'],
  [/spoor|baan voor vliegverkeer/, 'railway'],
  [/rijbaan (regionale weg|autoweg|autosnelweg)/, 'road-regional'],
];
const roadMaterials: readonly Rule[] = [
  [/open verharding/, 'road-clinker'],
  [/half ?verhard/, 'half-paved'],
  [/onverhard/, 'road-unpaved'],
];
const vegetation: readonly Rule[] = [
  [/grasland agrarisch/, 'meadow'],
  [/bouwland/, 'arable'],
  [/fruitteelt|boomteelt/, 'orchard'],
  [/bos/, 'forest'],
  [/houtwal|struiken/, 'shrubs'],
  [/gras/, 'grass'],
  [/riet|moeras|kwelder/, 'reed'],
  [/heide/, 'heath'],
  [/duin/, 'sand'],
  [/groenvoorziening/, 'park'],
];
const bareGround: readonly Rule[] = [
  [/erf/, 'yard'],
  [/zand/, 'sand'],
  [/gesloten verharding|open verharding/, 'paved'],
  [/half ?verhard/, 'half-paved'],
  [/onverhard/, 'bare'],
];
const matchRule = (rules: readonly Rule[], text: string) => rules.find(([pattern]) => pattern.test(text))?.[1];

/** What names the class, per kind of object; undefined where the attributes are not known. */
const classify: Record<ObjectType, (use: string, material: string) => GroundClass | undefined> = {
  wegdeel: (use, material) =>
    matchRule(roads, use) ??
    matchRule(roadMaterials, material) ??
    (/rijbaan|overweg/.test(use) || /gesloten verharding/.test(material) ? 'road-asphalt' : undefined),
  ondersteunendwegdeel: (use, material) =>
    /verkeerseiland/.test(use) ? 'traffic-island' : (matchRule(bareGround, material) ?? 'verge'),
  waterdeel: (use) => (/greppel/.test(use) ? 'ditch' : 'water'),
  ondersteunendwaterdeel: () => 'shore',
  begroeidterreindeel: (use, material) => matchRule(vegetation, material || use),
  onbegroeidterreindeel: (use, material) => matchRule(bareGround, material || use),
  overbruggingsdeel: () => 'bridge',
  spoor: () => 'railway',
  pand: () => 'building',
  overigbouwwerk: () => 'structure',
};

export interface GroundKind {
  readonly value: GroundClass;
  /** Relative height of the BGT: 0 is ground level, above it bridges, below it tunnels. */
  readonly level: number;
  /** The attributes as written, where they are not known. */
  readonly unknown?: string;
}

/**
 * `objecttype` says the kind of object; a file without it (one file per kind, as the national download has) is named
 * after it: `bgt_wegdeel.geojson`.
 */
export function groundKind(feature: GeoFeature): GroundKind {
  const kind = (textOf(feature, 'objecttype') ?? feature.where.split(',')[0] ?? '').toLowerCase().replaceAll('_', '');
  const objectType = objectTypes.find((type) => kind.includes(type));
  const use = textOf(feature, 'functie', 'bgtfunctie', 'function', 'class', 'bgttype', 'type')?.toLowerCase() ?? '';
  const material = textOf(feature, 'fysiekvoorkomen', 'bgtfysiekvoorkomen', 'surfacematerial')?.toLowerCase() ?? '';
  const level = Math.round(numberOf(feature, 'relatievehoogteligging') ?? 0);
  const value = objectType && classify[objectType](use, material);
  if (value) return { value, level };
  const name = textOf(feature, 'objecttype') ?? 'no objecttype';
  return { value: 'unknown', level, unknown: [name, use, material].filter(Boolean).join(', ') };
}

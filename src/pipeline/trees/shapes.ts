/** Which model stands for a tree, by its species and height. */

export const treeShapes = [
  'broad',
  'spreading',
  'oval',
  'columnar',
  'pollard',
  'conifer',
  'ornamental',
  'blossoming',
] as const;
export type TreeShape = (typeof treeShapes)[number];

/** Metres: above this a willow was not cut back to its trunk. */
const HIGHEST_POLLARD = 9;

/** Latin and Dutch names, first match wins. */
const rules: readonly (readonly [RegExp, TreeShape | 'willow'])[] = [
  [/knot/, 'pollard'],
  [/treur|sepulcralis|babylonica/, 'spreading'],
  [/italica|fastigiat|column|zuil/, 'columnar'],
  [
    /pinus|picea|abies|larix|pseudotsuga|taxodium|metasequoia|sequoia|thuja|chamaecyparis|cedrus|cryptomeria|taxus|juniperus|\bden\b|spar\b|lariks|ceder|cypres|conife/,
    'conifer',
  ],
  [/serrulata|subhirtella|yedoensis|sargentii|magnolia|sierkers|japanse kers/, 'blossoming'],
  [
    /prunus|malus|pyrus|crataegus|sorbus|amelanchier|cornus|cercis|laburnum|koelreuteria|kers\b|appel|peer\b|pruim|meidoorn|lijsterbes|krent/,
    'ornamental',
  ],
  [
    /betula|berk|populus|populier|abeel|alnus|els\b|carpinus|haagbeuk|fraxinus|\bes\b|liquidambar|amberboom|ulmus|iep|corylus|ginkgo|robinia|gleditsia/,
    'oval',
  ],
  [/platanus|plataan|quercus|eik|fagus|beuk|juglans|walnoot|castanea/, 'spreading'],
  [/salix|wilg/, 'willow'],
];

export function shapeOf(species: string, height: number): TreeShape {
  const name = species.toLowerCase();
  const shape = rules.find(([pattern]) => pattern.test(name))?.[1] ?? 'broad';
  return shape === 'willow' ? (height <= HIGHEST_POLLARD ? 'pollard' : 'spreading') : shape;
}

/** What a tree of that shape measures where the source does not say: height and crown diameter in metres. */
export const typicalSize: Readonly<Record<TreeShape, readonly [height: number, crown: number]>> = {
  broad: [11, 7],
  spreading: [13, 10],
  oval: [12, 6],
  columnar: [15, 3],
  pollard: [5, 4],
  conifer: [12, 5],
  ornamental: [6, 4.5],
  blossoming: [6, 5],
};

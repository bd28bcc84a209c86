/**
 * What the sun meets of a tree: its crown as one closed body, and the share of a beam that comes through.
 *
 * Share: Konarska, Lindberg, Larsson, Thorsson & Holmer (2014, *Theor. Appl. Climatol.* 117:363–376), measured under single street trees
 * in Gothenburg: of the direct beam 1.3–5.3 % in leaf, 40–52 % bare; the middle of each here. The paper itself was not at hand: others
 * quote 9–28 % in leaf from it, which fits beam and sky together. That leaves come in April and go in October and November, half of
 * them each time, is ours: no source was found for the Netherlands. Trunks and what stands below the crown are left out.
 */
const [IN_LEAF, BARE] = [0.03, 0.46];
const HALFWAY = (IN_LEAF + BARE) / 2;
const deciduous: readonly number[] = [
  ...[BARE, BARE, BARE, HALFWAY],
  ...[IN_LEAF, IN_LEAF, IN_LEAF, IN_LEAF, IN_LEAF],
  ...[HALFWAY, HALFWAY, BARE],
];
const evergreen: readonly number[] = Array.from({ length: 12 }, () => IN_LEAF);

/** January first. */
export const monthlyTransmission = (isEvergreen: boolean): readonly number[] => (isEvergreen ? evergreen : deciduous);

/** Month by month, January first: whether it keeps nearly all of the beam away. */
export const monthsInLeaf = (isEvergreen: boolean): readonly boolean[] =>
  monthlyTransmission(isEvergreen).map((share) => share === IN_LEAF);

/** By its Latin or Dutch name; larches and swamp cypresses lose their needles. */
export const isEvergreen = (species: string): boolean =>
  /pinus|picea|abies|pseudotsuga|sequoia|thuja|chamaecyparis|cedrus|cryptomeria|taxus|juniperus|ilex|hulst|\bden\b|spar\b|ceder|conife/i.test(
    species,
  ) && !/metasequoia|larix|taxodium/i.test(species);

/** Crowns begin at this share of the height and end at the top. */
const CROWN_BEGINS = 0.24;
const golden = (1 + Math.sqrt(5)) / 2;
const radius = Math.hypot(1, golden);
/** Wider than a ball by so much, twenty triangles cover as much of the sky on average: a quarter of their surface is π. */
const WIDER = Math.sqrt(Math.PI / (5 * Math.sqrt(3) * (1 / radius) ** 2));
// biome-ignore format: twelve corners of an icosahedron, and its faces.
const corners = [
  -1, golden, 0, 1, golden, 0, -1, -golden, 0, 1, -golden, 0, 0, -1, golden, 0, 1, golden,
  0, -1, -golden, 0, 1, -golden, golden, 0, -1, golden, 0, 1, -golden, 0, -1, -golden, 0, 1,
].map((value) => (value / radius) * WIDER);
// biome-ignore format: three corners each.
const indices = [
  0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8,
  3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1,
];

/** An ellipsoid in twenty triangles; metres from the foot of the trunk. */
export function crownMesh(height: number, crown: number): { positions: number[]; indices: readonly number[] } {
  const halfHeight = ((1 - CROWN_BEGINS) * height) / 2;
  const middle = height - halfHeight;
  const positions = corners.map((value, i) => (i % 3 === 2 ? middle + value * halfHeight : (value * crown) / 2));
  return { positions, indices };
}

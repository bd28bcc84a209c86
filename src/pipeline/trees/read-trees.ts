/** Trees as municipalities register them (GeoJSON points) → one record each. */
import { type GeoFeature, listPoints, textOf } from '../../model/geojson.ts';
import { readGeoJson } from '../geojson.ts';
import { shapeOf, type TreeShape, typicalSize } from './shapes.ts';

export interface Tree {
  readonly id: string;
  /** RD metres. */
  readonly x: number;
  readonly y: number;
  /** Metres. */
  readonly height: number;
  readonly crown: number;
  /** As written, empty where unknown. */
  readonly species: string;
  readonly shape: TreeShape;
}

/** First match wins. */
const properties = {
  id: ['id', 'identificatie', 'elementnr', 'boomnummer', 'lokaalid', 'objectid'],
  height: ['hoogte', 'boomhoogte', 'hoogteklasse', 'boomhoogteklasseactueel'],
  crown: ['kroondiameter', 'kroondiameterklasse', 'kroondiameterklasseactueel'],
  species: ['soort', 'boomsoort', 'soortnaam', 'latijnsenaam', 'soortnaamwetenschappelijk', 'soortnaamnederlands'],
};
const [HIGHEST, WIDEST] = [60, 40];

/** "12", "9-12 m" (its middle), "tot 6 m", "h. >24 m"; undefined without a plausible number of metres. */
function metresOf(text: string | undefined, largest: number): number | undefined {
  const numbers = (text?.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => Number(number.replace(',', '.')));
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  const value = second === undefined ? first : (first + second) / 2;
  return value > 0.3 && value <= largest ? value : undefined;
}

function toTrees(feature: GeoFeature, number: number): { trees: Tree[]; guessed: boolean } {
  const species = textOf(feature, ...properties.species) ?? '';
  const givenHeight = metresOf(textOf(feature, ...properties.height), HIGHEST);
  const givenCrown = metresOf(textOf(feature, ...properties.crown), WIDEST);
  const shape = shapeOf(species, givenHeight ?? 0.5);
  const [usualHeight, usualCrown] = typicalSize[shape];
  const height = givenHeight ?? usualHeight;
  const crown = givenCrown ?? (usualCrown * height) / usualHeight;
  const id = textOf(feature, ...properties.id) ?? String(number);
  const trees = listPoints(feature).map(([x, y]): Tree => ({ id, x, y, height, crown, species, shape }));
  return { trees, guessed: givenHeight === undefined || givenCrown === undefined };
}

/** `guessed`: trees whose height or crown the source does not say. Throws InputError naming file and feature. */
export async function readTrees(files: readonly string[]): Promise<{ trees: Tree[]; guessed: number }> {
  const trees: Tree[] = [];
  let guessed = 0;
  for (const file of files) {
    for (const feature of await readGeoJson(file)) {
      const read = toTrees(feature, trees.length + 1);
      trees.push(...read.trees);
      if (read.guessed) guessed += read.trees.length;
    }
  }
  return { trees, guessed };
}

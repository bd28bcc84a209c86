/** What a reader of the report should know about the input, in sentences. */
import type { BuildingIndex } from './building-index.ts';
import type { FacetCounts } from './facet-mesh.ts';
import type { ReadResult } from './read-buildings.ts';

const sentences: Record<keyof FacetCounts, string> = {
  degenerate: 'surfaces without area (under 1 cm²) were left out.',
  irregular: 'surfaces touch or cross themselves; their triangles do not add up to their area.',
  bent: 'surfaces are not flat within 10 cm; each is shaded as one plane.',
  guessed: 'surfaces have no semantic type; it was taken from their direction.',
  flipped: 'surfaces of solids that were inside out have been turned round.',
};

/** Ids that occur more than once in the output. */
function countRepeated(index: BuildingIndex): number {
  const hashes = Float64Array.from(index.idHash).sort();
  let repeated = 0;
  for (let i = 1; i < hashes.length; i++) if (hashes[i] === hashes[i - 1]) repeated++;
  return repeated;
}

/** Almost all buildings stand at exactly 0: their heights are likely above ground, not above NAP. */
function standsAtZero(index: BuildingIndex): boolean {
  let atZero = 0;
  for (const lowest of index.lowest) if (Math.abs(lowest) < 0.001) atZero++;
  return index.count >= 10 && atZero > 0.95 * index.count;
}

export function listWarnings(
  results: readonly ReadResult[],
  index: BuildingIndex,
  others: ReadonlyMap<string, number>,
): string[] {
  const warnings = new Set(results.flatMap((result) => result.warnings));
  for (const key in sentences) {
    const count = results.reduce((sum, { counts }) => sum + counts[key as keyof FacetCounts], 0);
    if (count > 0) warnings.add(`${count} ${sentences[key as keyof FacetCounts]}`);
  }
  for (const [type, count] of others) {
    if (/building/i.test(type) && !/^Building(Room|Storey|Unit|Furniture|Installation|ConstructiveElement)$/.test(type))
      warnings.add(`${count} objects of the unknown type ${type} look like buildings and are not in the tiles.`);
  }
  const repeated = countRepeated(index);
  if (repeated > 0) warnings.add(`${repeated} buildings have the id of another building.`);
  if (standsAtZero(index))
    warnings.add('Nearly all buildings stand at height 0: the heights are likely above the ground, not above NAP.');
  if (index.count === 0) warnings.add('No building was written.');
  return [...warnings];
}

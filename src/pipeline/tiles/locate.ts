/** Where the vertices of a building lie in source coordinates, its own and those of templates. */
import type { CityGeometry } from '../../model/cityjson.ts';

/** Why a building is not drawn. */
export class SkippedBuilding extends Error {
  override name = 'SkippedBuilding';
}

type Vertices = readonly (readonly number[])[];
/** Index to source coordinates; throws {@link SkippedBuilding} where there is no such vertex. */
export type Locate = (index: number, out: Float64Array) => void;

export function locateIn(
  vertices: Vertices,
  { scale, translate }: { scale: readonly number[]; translate: readonly number[] },
): Locate {
  return (index, out) => {
    const vertex = vertices[index];
    if (!vertex) throw new SkippedBuilding(`vertex ${index} does not exist`);
    out[0] = vertex[0] * scale[0] + translate[0];
    out[1] = vertex[1] * scale[1] + translate[1];
    out[2] = vertex[2] * scale[2] + translate[2];
    if (!Number.isFinite(out[0] + out[1] + out[2])) throw new SkippedBuilding(`vertex ${index} is no point`);
  };
}

/** Template vertices through the instance's matrix, from its anchor. */
export function locateInstance(geometry: CityGeometry, templates: Vertices, anchor: Float64Array): Locate {
  const m = geometry.transformationMatrix ?? [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const inTemplate = locateIn(templates, { scale: [1, 1, 1], translate: [0, 0, 0] });
  const p = new Float64Array(3);
  return (index, out) => {
    inTemplate(index, p);
    for (let i = 0; i < 3; i++)
      out[i] = m[i * 4] * p[0] + m[i * 4 + 1] * p[1] + m[i * 4 + 2] * p[2] + m[i * 4 + 3] + anchor[i];
  };
}

/** The first vertex index in nested boundaries. */
export function firstIndex(boundaries: unknown): number | undefined {
  let value = boundaries;
  while (Array.isArray(value)) value = value.find((item) => !Array.isArray(item) || item.length > 0);
  return typeof value === 'number' ? value : undefined;
}

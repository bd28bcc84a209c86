/**
 * Buildings of a CityJSON document (1.0, 1.1, 2.0; RD New and NAP) as solids of a plan: the highest level of detail of each,
 * walls and roofs by their semantics, or by their direction where the file has none. Runs in the browser and in the pipeline.
 */
import { type Family, listFamilies } from './city-families.ts';
import { type CityFeature, type CityHeader, parseCityFeature, parseCityHeader } from './cityjson.ts';
import { InputError } from './input-error.ts';
import { outlineOfFaces } from './outline-of-edges.ts';
import { pickGeometry } from './pick-geometry.ts';
import { type PlanSolid, planParts } from './plan-model.ts';
import { isInsideRd } from './rd.ts';
import { guessKind, kindToMaterial, materials, parseKind } from './surface-kind.ts';
import { createTriangulator } from './triangulate-surface.ts';
import { walkGeometry } from './walk-geometry.ts';

/** Asked for, every building gives the highest level that it has. */
const HIGHEST = '9';
const toMillimetres = (value: number) => Math.round(value * 1000) / 1000 + 0;

function checkSystem({ referenceSystem }: CityHeader, { vertices }: CityFeature, at: Place, file: string): void {
  if (referenceSystem !== undefined && !/(7415|28992)\/*$/.test(referenceSystem))
    throw new InputError(`${file}: reference system ${referenceSystem} is not RD New with NAP (EPSG:7415).`);
  const [first] = vertices;
  if (!first) return;
  const [x, y] = at(first);
  if (!isInsideRd({ x, y }))
    throw new InputError(`${file}: its first point (${x}, ${y}) does not lie in RD New; export it in EPSG:7415.`);
}

type Place = (vertex: readonly number[]) => readonly [number, number, number];

interface Facet {
  readonly part: number;
  readonly rings: readonly (readonly (readonly number[])[])[];
  readonly positions: readonly number[];
  readonly indices: readonly number[];
}

function createFacetReader(feature: CityFeature, at: Place, origin: readonly number[], file: string) {
  const triangulate = createTriangulator();
  const pointOf = (index: unknown, id: string): readonly number[] => {
    const vertex = typeof index === 'number' ? feature.vertices[index] : undefined;
    if (!vertex?.slice(0, 3).every((value) => Number.isFinite(value)))
      throw new InputError(`${file}: building "${id}" refers to vertex ${String(index)}, which is not there.`);
    return at(vertex).map((value, axis) => toMillimetres(value - origin[axis]));
  };
  return (boundaries: readonly (readonly number[])[], type: string | undefined, id: string): Facet | undefined => {
    const rings = boundaries.map((ring) => (Array.isArray(ring) ? ring : []).map((index) => pointOf(index, id)));
    const used = rings.filter((ring, r) => r === 0 || ring.length > 2);
    const positions = used.flat(2);
    const starts = used.map((_, r) => used.slice(0, r).reduce((sum, ring) => sum + ring.length, 0));
    const count = positions.length / 3;
    const triangles = count > 2 ? triangulate(Float64Array.from(positions), count, starts) : undefined;
    if (!triangles) return undefined;
    const material = materials[kindToMaterial(parseKind(type) ?? guessKind(triangles.nz))];
    return { part: planParts.indexOf(material), rings: used, positions, indices: [...triangles.indices] };
  };
}

/** Of a shell's triangles, by the divergence theorem; negative when it is inside out. */
function shellVolume(facets: readonly Facet[]): number {
  let sum = 0;
  for (const { positions: p, indices } of facets)
    for (let i = 0; i < indices.length; i += 3) {
      const [a, b, c] = [indices[i] * 3, indices[i + 1] * 3, indices[i + 2] * 3];
      sum +=
        p[a] * (p[b + 1] * p[c + 2] - p[b + 2] * p[c + 1]) -
        p[a + 1] * (p[b] * p[c + 2] - p[b + 2] * p[c]) +
        p[a + 2] * (p[b] * p[c + 1] - p[b + 1] * p[c]);
    }
  return sum / 6;
}

const flip = ({ part, rings, positions, indices }: Facet): Facet => ({
  part,
  rings: rings.map((ring) => ring.toReversed()),
  positions,
  indices: indices.map((_, i) => indices[i % 3 === 0 ? i : i % 3 === 1 ? i + 1 : i - 1]),
});

function listFacets(family: Family, header: CityHeader, read: ReturnType<typeof createFacetReader>): Facet[] {
  const picked = pickGeometry(family, HIGHEST, header.templates?.templates);
  const facets: Facet[] = [];
  let shell: Facet[] = [];
  let shellKind = { isSolid: false, isInner: false };
  for (const geometry of picked?.geometries ?? []) {
    walkGeometry(geometry, {
      startShell(isSolid, isInner) {
        shell = [];
        shellKind = { isSolid, isInner };
      },
      surface(rings, type) {
        const facet = read(rings, type, family.id);
        if (facet) shell.push(facet);
      },
      endShell() {
        // Voids within a solid are not seen.
        if (shellKind.isInner) return;
        facets.push(...(shellKind.isSolid && shellVolume(shell) < 0 ? shell.map(flip) : shell));
      },
    });
  }
  return facets;
}

/** Floors from above: what looks down, turned round; else the roofs. */
function footprintOf(facets: readonly Facet[]): number[][] {
  const flat = (ring: readonly (readonly number[])[]) => ring.flatMap((corner) => corner.slice(0, 2));
  const floors = facets.filter(({ part }) => planParts[part] === 'ground');
  return floors.length > 0
    ? outlineOfFaces(floors.flatMap(({ rings }) => rings.map((ring) => flat(ring.toReversed()))))
    : outlineOfFaces(facets.filter(({ part }) => planParts[part] === 'roof').flatMap(({ rings }) => rings.map(flat)));
}

function attributeOf(family: Family, ...names: string[]): unknown {
  for (const [, { attributes }] of family.members)
    for (const name of names)
      if (attributes?.[name] !== undefined && attributes[name] !== null) return attributes[name];
  return undefined;
}

function textsOf(family: Family): Pick<PlanSolid, 'name' | 'use' | 'phase'> {
  const text = (...names: string[]) => {
    const value = attributeOf(family, ...names);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const [name, use, phase] = [text('name', 'naam'), text('use', 'gebruiksdoel', 'function'), text('phase', 'fase')];
  return {
    ...(name === undefined ? {} : { name }),
    ...(use === undefined ? {} : { use }),
    ...(phase === undefined ? {} : { phase }),
  };
}

/** `origin` is the plan model's; `file` names the document in messages. Throws {@link InputError}. */
export function cityJsonToSolids(json: unknown, file: string, origin: readonly [number, number, number]): PlanSolid[] {
  const header = parseCityHeader(json, file);
  const feature = parseCityFeature(json, file);
  const { scale, translate } = header.transform;
  const at: Place = ([x, y, z]) => [
    x * scale[0] + translate[0],
    y * scale[1] + translate[1],
    z * scale[2] + translate[2],
  ];
  checkSystem(header, feature, at, file);
  const read = createFacetReader(feature, at, origin, file);
  const solids = listFamilies(feature.objects).buildings.flatMap((family): PlanSolid[] => {
    const facets = listFacets(family, header, read);
    if (facets.length === 0) return [];
    const positions: number[] = [];
    const indices: number[] = [];
    const parts: number[] = [];
    for (const facet of facets) {
      const first = positions.length / 3;
      positions.push(...facet.positions);
      for (const index of facet.indices) indices.push(first + index);
      for (let i = 0; i < facet.indices.length; i += 3) parts.push(facet.part);
    }
    const heights = positions.filter((_, i) => i % 3 === 2);
    const dwellings = attributeOf(family, 'dwellings', 'woningen');
    return [
      {
        id: family.id,
        ...textsOf(family),
        ...(typeof dwellings === 'number' ? { dwellings } : {}),
        footprint: footprintOf(facets),
        lowerNap: toMillimetres(heights.reduce((a, b) => Math.min(a, b)) + origin[2]),
        upperNap: toMillimetres(heights.reduce((a, b) => Math.max(a, b)) + origin[2]),
        positions,
        indices,
        parts,
      },
    ];
  });
  if (solids.length === 0)
    throw new InputError(`${file}: holds no building with surfaces (Solid, MultiSurface or CompositeSurface).`);
  return solids;
}

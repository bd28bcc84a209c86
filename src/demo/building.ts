/** What the plan knows of a building, and what follows from its geometry once it stands on the ground. */
import type { Path, Point } from './point.ts';
import type { Shape } from './roof.ts';
import { type Corner, type Face, faceArea, slopeDegrees, volumeOf } from './solid.ts';

export type Use =
  | 'woonfunctie'
  | 'winkelfunctie'
  | 'kantoorfunctie'
  | 'industriefunctie'
  | 'onderwijsfunctie'
  | 'bijeenkomstfunctie'
  | 'sportfunctie'
  | 'gezondheidszorgfunctie'
  | 'logiesfunctie'
  | 'overige gebruiksfunctie';

export interface BuildingPart {
  /** Counter-clockwise ring in the town frame. */
  readonly footprint: Path;
  readonly shape: Shape;
}

/** A building as planned: where, in which form, for what. */
export interface Plot {
  readonly parts: readonly BuildingPart[];
  readonly district: string;
  readonly uses: readonly Use[];
  readonly dwellings: number;
  readonly storeys: number;
  readonly year: number;
  readonly monument: boolean;
  /** Middle of the front façade, and the street it looks at; without it there is no address. */
  readonly front?: { readonly point: Point; readonly street: string };
  readonly name?: string;
}

/** A building that stands: closed solids in the town frame and m NAP. */
export interface Building {
  readonly id: string;
  readonly plot: Plot;
  readonly solids: readonly Face[][];
  /** Lowest ground along its walls, m NAP. */
  readonly ground: number;
  readonly energyLabel: string | null;
}

const centimetres = (value: number) => Math.round(value * 100) / 100;

function percentile(samples: readonly (readonly [height: number, weight: number])[], share: number): number {
  const sorted = samples.toSorted((a, b) => a[0] - b[0]);
  let rest = share * sorted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [height, weight] of sorted) {
    rest -= weight;
    if (rest <= 0) return height;
  }
  return sorted[sorted.length - 1]?.[0] ?? 0;
}

/** Heights of a roof face by area: its corners and middle stand for its points. */
function roofSamples(face: Face): [number, number][] {
  const ring = face.rings[0] as Corner[];
  const mean = ring.reduce((sum, corner) => sum + corner.z, 0) / ring.length;
  const size = faceArea(face);
  const share = size / (ring.length * 2);
  return [...ring.map((corner): [number, number] => [(corner.z + mean) / 2, share]), [mean, size / 2]];
}

/** Highest level edge between two sloping roof faces: the ridge. */
function ridgeHeight(faces: readonly Face[]): number | null {
  let best: number | null = null;
  for (const face of faces) {
    const ring = face.rings[0] as Corner[];
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as Corner;
      if (Math.abs(a.z - b.z) < 0.01 && (best === null || a.z > best)) best = a.z;
    });
  }
  return best;
}

/** Protected as a townscape, monument or not. */
const protectedDistricts = ['Oude Kern'];

/** Attributes with the names of BAG and 3DBAG; heights m NAP, areas m², volume m³, all from the solids. `sharedWall` in m². */
export function attributesOf(
  { id, plot, solids, ground, energyLabel }: Building,
  sharedWall: number,
): Record<string, unknown> {
  const faces = solids.flat();
  const roofs = faces.filter((face) => face.kind === 'RoofSurface');
  const flat = roofs.filter((face) => slopeDegrees(face) < 5);
  const sloping = roofs.filter((face) => slopeDegrees(face) >= 5);
  const size = (list: readonly Face[]) => list.reduce((sum, face) => sum + faceArea(face), 0);
  const samples = roofs.flatMap(roofSamples);
  const corners = roofs.flatMap((face) => face.rings[0] as Corner[]);
  const heights = corners.map((corner) => corner.z);
  const levels = new Set(flat.map((face) => Math.round((face.rings[0]?.[0]?.z ?? 0) * 2)));
  const ridge = ridgeHeight(sloping);
  return {
    identificatie: id,
    status: 'Pand in gebruik',
    oorspronkelijkbouwjaar: plot.year,
    gebruiksdoel: plot.uses.join(','),
    aantal_woningen: plot.dwellings,
    energielabel: energyLabel,
    monument: plot.monument,
    beschermd_stadsgezicht: protectedDistricts.includes(plot.district),
    wijk: plot.district,
    ...(plot.name ? { naam: plot.name } : {}),
    b3_h_maaiveld: centimetres(ground),
    b3_h_dak_min: centimetres(Math.min(...heights)),
    b3_h_dak_50p: centimetres(percentile(samples, 0.5)),
    b3_h_dak_70p: centimetres(percentile(samples, 0.7)),
    b3_h_dak_max: centimetres(Math.max(...heights)),
    b3_h_nok: ridge === null ? null : centimetres(ridge),
    b3_dak_type: size(sloping) > 0.1 * size(roofs) ? 'slanted' : levels.size > 1 ? 'multiple horizontal' : 'horizontal',
    b3_opp_grond: centimetres(size(faces.filter((face) => face.kind === 'GroundSurface'))),
    b3_opp_dak_plat: centimetres(size(flat)),
    b3_opp_dak_schuin: centimetres(size(sloping)),
    b3_opp_buitenmuur: centimetres(size(faces.filter((face) => face.kind === 'WallSurface')) - sharedWall),
    b3_opp_scheidingsmuur: centimetres(sharedWall),
    b3_volume_lod22: centimetres(solids.reduce((sum, solid) => sum + volumeOf(solid), 0)),
    b3_bouwlagen: plot.storeys <= 5 ? plot.storeys : null,
    b3_extrusie: 'standard',
    b3_pw_datum: '2026',
  };
}

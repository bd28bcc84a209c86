/** Where a claim is, from what a file has: areas, lines, or points with a distance around them. */
import type { ClaimFields } from './claim-fields.ts';
import { type GeoFeature, listLines, listPoints, listPolygons } from './geojson.ts';
import { InputError } from './input-error.ts';
import { type Ring, ringArea, withoutRepeats } from './plan-ring.ts';
import { isInsideRd } from './rd.ts';

export interface ClaimShape {
  readonly parts: readonly (readonly (readonly number[])[])[];
  readonly lines: readonly (readonly number[])[];
  /** The buffer is in the shape already. */
  readonly isBuffered: boolean;
}

/** m²: a sliver below it is a slip of the drawing program. */
const SMALLEST = 1e-4;
const CORNERS = 64;

/** As large as the circle that it stands for. */
function circle(x: number, y: number, radius: number): number[] {
  const step = (2 * Math.PI) / CORNERS;
  const reach = radius * Math.sqrt(step / Math.sin(step));
  const ring: number[] = [];
  for (let i = 0; i < CORNERS; i++) ring.push(x + reach * Math.cos(i * step), y + reach * Math.sin(i * step));
  return ring;
}

const hasArea = (ring: Ring) => ring.length >= 6 && Math.abs(ringArea(ring)) >= SMALLEST;

/** Rings that are none are told, not dropped in silence. */
function toParts(polygons: readonly Ring[][], fields: ClaimFields): number[][][] {
  return polygons.flatMap((rings, part) => {
    const name = polygons.length > 1 ? `part ${part + 1} of the geometry` : 'the geometry';
    const [outer, ...holes] = rings.map((ring) => withoutRepeats(ring));
    if (!outer || !hasArea(outer)) {
      fields[polygons.length > 1 ? 'remark' : 'refuse'](
        `${name} has no area${polygons.length > 1 ? '; it is left out' : ''}.`,
      );
      return [];
    }
    const open = holes.filter(hasArea);
    if (open.length < holes.length)
      fields.remark(`${holes.length - open.length} hole(s) of ${name} have no area; they are left out.`);
    return [[outer, ...open]];
  });
}

function toLines(lines: readonly Ring[], fields: ClaimFields): number[][] {
  return lines.flatMap((line, part) => {
    const own: number[] = [];
    for (let i = 0; i < line.length; i += 2)
      if (line[i] !== own.at(-2) || line[i + 1] !== own.at(-1)) own.push(line[i] as number, line[i + 1] as number);
    if (own.length >= 4) return [own];
    fields[lines.length > 1 ? 'remark' : 'refuse'](`line ${part + 1} of the geometry has no length.`);
    return [];
  });
}

function readShape(feature: GeoFeature, fields: ClaimFields, bufferM: number): ClaimShape {
  const type = feature.geometry?.type ?? '';
  if (/^(Multi)?Polygon$/.test(type))
    return { parts: toParts(listPolygons(feature), fields), lines: [], isBuffered: false };
  if (/^(Multi)?LineString$/.test(type))
    return { parts: [], lines: toLines(listLines(feature), fields), isBuffered: false };
  if (/^(Multi)?Point$/.test(type)) {
    if (!(bufferM > 0)) fields.refuse('a point claims no space; give it bufferM, metres around it.');
    return { parts: listPoints(feature).map(([x, y]) => [circle(x, y, bufferM)]), lines: [], isBuffered: true };
  }
  fields.refuse(
    type === ''
      ? 'geometry is missing.'
      : `geometry is a ${type}; it must be a Polygon, LineString or Point, or several of one of these.`,
  );
  return { parts: [], lines: [], isBuffered: false };
}

/** Answers also where something was refused: then it must not be used. */
export function readClaimShape(feature: GeoFeature, fields: ClaimFields, bufferM: number): ClaimShape {
  try {
    const shape = readShape(feature, fields, bufferM);
    const rings = [...shape.parts.flat(), ...shape.lines];
    if (rings.length === 0 && fields.faults.length === 0) fields.refuse('the geometry is empty.');
    const far = rings.find(([x, y]) => !isInsideRd({ x: x as number, y: y as number }));
    if (far) fields.refuse(`position ${far[0]}, ${far[1]} lies outside of where RD New holds (the Netherlands).`);
    return shape;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const start = `${feature.where}: `;
    fields.refuse(error.message.startsWith(start) ? error.message.slice(start.length) : error.message);
    return { parts: [], lines: [], isBuffered: false };
  }
}

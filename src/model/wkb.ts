/**
 * Geometry as bytes (OGC Well-Known Binary, ISO 13249-3 and the EWKB flags of PostGIS) ↔ members of a GeoJSON geometry. Heights and
 * measures are passed over: claims say theirs in fields.
 */
import { InputError } from './input-error.ts';

export interface Geometry {
  readonly type: string;
  readonly coordinates: unknown;
}

type Position = readonly [number, number];

const names = ['Geometry', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];
const curved = ['GeometryCollection', 'CircularString', 'CompoundCurve', 'CurvePolygon', 'MultiCurve', 'MultiSurface'];
const EWKB_Z = 0x8000_0000;
const EWKB_M = 0x4000_0000;
const EWKB_SRID = 0x2000_0000;

interface Reader {
  readonly view: DataView;
  at: number;
}

/** Byte order, type and what one position holds. */
function readHead(reader: Reader) {
  const isLittle = reader.view.getUint8(reader.at) === 1;
  const word = reader.view.getUint32(reader.at + 1, isLittle);
  reader.at += word & EWKB_SRID ? 9 : 5;
  const code = word & 0x0fff_ffff;
  const family = Math.floor(code / 1000);
  const hasZ = (word & EWKB_Z) !== 0 || family === 1 || family === 3;
  const hasM = (word & EWKB_M) !== 0 || family === 2 || family === 3;
  return { isLittle, kind: code % 1000, stride: 8 * (2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)) };
}

function readCount(reader: Reader, isLittle: boolean): number {
  const count = reader.view.getUint32(reader.at, isLittle);
  reader.at += 4;
  // A count from a broken file must not take the memory: each thing that is counted has four bytes at the least.
  if (count * 4 > reader.view.byteLength - reader.at) throw new RangeError(`count ${count}`);
  return count;
}

function readPosition(reader: Reader, isLittle: boolean, stride: number): Position {
  const x = reader.view.getFloat64(reader.at, isLittle);
  const y = reader.view.getFloat64(reader.at + 8, isLittle);
  reader.at += stride;
  return [x, y];
}

function readPositions(reader: Reader, isLittle: boolean, stride: number): Position[] {
  const positions: Position[] = [];
  for (let count = readCount(reader, isLittle); count > 0; count--)
    positions.push(readPosition(reader, isLittle, stride));
  return positions;
}

function readGeometry(reader: Reader): Geometry {
  const { isLittle, kind, stride } = readHead(reader);
  const type = names[kind] ?? curved[kind - names.length] ?? `geometry of WKB type ${kind}`;
  // Named and not read: whoever wants an area refuses it by its name.
  if (kind === 0 || kind >= names.length) return { type, coordinates: undefined };
  if (kind === 1) return { type, coordinates: readPosition(reader, isLittle, stride) };
  if (kind === 2) return { type, coordinates: readPositions(reader, isLittle, stride) };
  const parts: unknown[] = [];
  for (let count = readCount(reader, isLittle); count > 0; count--)
    parts.push(kind === 3 ? readPositions(reader, isLittle, stride) : readGeometry(reader).coordinates);
  return { type, coordinates: parts };
}

/** From byte `start`. Throws {@link InputError} for bytes that are none; `where` begins its message. */
export function parseWkb(bytes: Uint8Array, start: number, where: string): Geometry {
  try {
    return readGeometry({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: start });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`${where}: geometry breaks off before its end.`);
  }
}

const codes: Readonly<Record<string, number>> = Object.fromEntries(names.map((name, code) => [name, code]));

interface Writer {
  readonly view: DataView | undefined;
  at: number;
}

function putHead(writer: Writer, kind: number): void {
  writer.view?.setUint8(writer.at, 1);
  writer.view?.setUint32(writer.at + 1, kind, true);
  writer.at += 5;
}

function putCount(writer: Writer, count: number): void {
  writer.view?.setUint32(writer.at, count, true);
  writer.at += 4;
}

function putPosition(writer: Writer, [x, y]: Position): void {
  writer.view?.setFloat64(writer.at, x, true);
  writer.view?.setFloat64(writer.at + 8, y, true);
  writer.at += 16;
}

function putPositions(writer: Writer, positions: readonly Position[]): void {
  putCount(writer, positions.length);
  for (const position of positions) putPosition(writer, position);
}

function putGeometry(writer: Writer, kind: number, coordinates: unknown): void {
  putHead(writer, kind);
  if (kind === 1) putPosition(writer, coordinates as Position);
  else if (kind === 2) putPositions(writer, coordinates as Position[]);
  else {
    const parts = coordinates as unknown[];
    putCount(writer, parts.length);
    for (const part of parts)
      if (kind === 3) putPositions(writer, part as Position[]);
      else putGeometry(writer, kind - 3, part);
  }
}

/** Little-endian, x and y only. Points, lines, polygons and several of one of these; others throw. */
export function encodeWkb({ type, coordinates }: Geometry): Uint8Array {
  const kind = codes[type];
  if (!kind) throw new Error(`Expected one of ${names.slice(1).join(', ')}, got ${type}.`);
  const size: Writer = { view: undefined, at: 0 };
  putGeometry(size, kind, coordinates);
  const bytes = new Uint8Array(size.at);
  putGeometry({ view: new DataView(bytes.buffer), at: 0 }, kind, coordinates);
  return bytes;
}

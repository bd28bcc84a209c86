/** A made-up quarter of 400 × 400 m as ground surfaces, in RD New or in degrees, and what its tiles show. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { rdToLonLat } from '../../../src/model/rd.ts';
import { lonLatToSquare } from '../../../src/pipeline/map/map-frame.ts';

type Words = Readonly<Record<string, string | number>>;
/** RD New metres: west, south, east, north. */
type Box = [number, number, number, number];

export interface Piece {
  readonly words: Words;
  readonly box: Box;
}

export const extent: Box = [146000, 507000, 146400, 507400];
const [west, south, east, north] = extent;

/** Meadow all over but for the south-western corner; a road east–west, water in the north, a wide yard. */
export const quarter: readonly Piece[] = [
  {
    words: { objecttype: 'begroeidterreindeel', fysiek_voorkomen: 'grasland agrarisch' },
    box: [west + 100, south, east, south + 100],
  },
  {
    words: { objecttype: 'wegdeel', functie: 'rijbaan lokale weg', fysiek_voorkomen: 'gesloten verharding' },
    box: [west, south + 100, east, south + 120],
  },
  {
    words: { objecttype: 'onbegroeidterreindeel', fysiek_voorkomen: 'erf' },
    box: [west, south + 120, east, south + 180],
  },
  {
    words: { objecttype: 'waterdeel', class: 'waterplas' },
    box: [west, south + 180, east, north],
  },
];

export const places = {
  nothing: [west + 40, south + 40],
  road: [west + 150, south + 110],
  water: [west + 150, south + 245],
} as const;

/** The corners of a box, the first again at the end. */
const ringOf = ([w, s, e, n]: Box): number[][] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];

function toDegrees([x, y]: number[]): number[] {
  const { lon, lat } = rdToLonLat({ x: x as number, y: y as number });
  return [lon, lat];
}

export function toFeature({ words, box }: Piece, geographic = false) {
  const ring = geographic ? ringOf(box).map(toDegrees) : ringOf(box);
  return { type: 'Feature', properties: words, geometry: { type: 'Polygon', coordinates: [ring] } };
}

export const rdCrs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };

export function createMapWork() {
  const folder = mkdtempSync(join(tmpdir(), 'map-'));
  return {
    path: (name: string) => join(folder, name),
    /** Writes any JSON and tells its path. */
    write(name: string, json: unknown): string {
      const path = join(folder, name);
      writeFileSync(path, typeof json === 'string' ? json : JSON.stringify(json));
      return path;
    },
    writeGround(name: string, pieces: readonly Piece[], geographic = false): string {
      const features = pieces.map((piece) => toFeature(piece, geographic));
      return this.write(name, { type: 'FeatureCollection', ...(geographic ? {} : { crs: rdCrs }), features });
    },
    destroy: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Picture {
  readonly side: number;
  /** Red, green, blue and alpha, 0 to 255. */
  at(column: number, row: number): [number, number, number, number];
}

export async function readPicture(path: string): Promise<Picture> {
  const image = await loadImage(path);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return {
    side: image.width,
    at: (column, row) => {
      const i = 4 * (row * image.width + column);
      return [data[i], data[i + 1], data[i + 2], data[i + 3]] as [number, number, number, number];
    },
  };
}

/** The mean colour of a few pixels round an RD place on a level. */
export async function colourAt(map: string, level: number, [x, y]: readonly [number, number]): Promise<number[]> {
  const { lon, lat } = rdToLonLat({ x, y });
  const [u, v] = lonLatToSquare(lon, lat).map((value) => value * 2 ** level) as [number, number];
  const picture = await readPicture(join(map, String(level), String(Math.floor(u)), `${Math.floor(v)}.webp`));
  const [column, row] = [Math.floor((u % 1) * picture.side), Math.floor((v % 1) * picture.side)];
  return picture.at(column, row);
}

/** Greatest difference of a channel between two colours given as 0 to 255. */
export const colourDistance = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...[0, 1, 2].map((i) => Math.abs((a[i] as number) - (b[i] as number))));

export const parseColour = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

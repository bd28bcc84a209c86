import { fromArrayBuffer, fromUrl, type GeoTIFF, type GeoTIFFImage } from 'geotiff';
import { createGrid, type HeightGrid } from '../model/grid.ts';

/** Metres NAP that no ground in the Netherlands exceeds; beyond it a value is none. */
const PLAUSIBLE = 1000;

/** A square of heights that is asked for. */
export interface HeightWindow {
  readonly radius: number;
  /** Metres; the file's nearest level that is as fine or finer is read. */
  readonly cellSize: number;
}

const cellOf = (first: GeoTIFFImage, image: GeoTIFFImage) =>
  ((first.getResolution()[0] as number) * first.getWidth()) / image.getWidth();

async function readWindow(images: readonly GeoTIFFImage[], x: number, y: number, { radius, cellSize }: HeightWindow) {
  const first = images[0] as GeoTIFFImage;
  const [west, , , north] = first.getBoundingBox() as [number, number, number, number];
  const image = images.findLast((candidate) => cellOf(first, candidate) <= cellSize * 1.01) ?? first;
  const cell = cellOf(first, image);
  const limit = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  const left = limit((x - radius - west) / cell, image.getWidth());
  const right = limit((x + radius - west) / cell, image.getWidth());
  const top = limit((north - y - radius) / cell, image.getHeight());
  const bottom = limit((north - y + radius) / cell, image.getHeight());
  const [width, height] = [right - left, bottom - top];
  if (width < 2 || height < 2) return undefined;
  const grid = createGrid(west + left * cell, north - bottom * cell, cell, width, height);
  const raster = await image.readRasters({ samples: [0], interleave: true, window: [left, top, right, bottom] });
  const cells = raster as unknown as ArrayLike<number>;
  const noData = image.getGDALNoData();
  for (let i = 0; i < width * height; i++) {
    const value = cells[i] as number;
    // The file's first row is the northern one.
    const at = (height - 1 - Math.floor(i / width)) * width + (i % width);
    if (value !== noData && Math.abs(value) < PLAUSIBLE) grid.values[at] = value;
  }
  return grid;
}

/** A server that sends no parts of files sends all of it: geotiff would take that for the part it asked for. */
async function openFile(url: string): Promise<GeoTIFF> {
  const probe = await fetch(url, { headers: { Range: 'bytes=0-15' } });
  if (!probe.ok) throw new Error(`${url}: the server answers ${probe.status}`);
  const bytes = await probe.arrayBuffer();
  return probe.status === 206 ? fromUrl(url) : fromArrayBuffer(bytes);
}

/** Squares around a point in RD New, from a cloud-optimised GeoTIFF in RD and NAP; those that lie beyond the file are left out. */
export async function readHeightWindows(
  url: string,
  x: number,
  y: number,
  windows: readonly HeightWindow[],
): Promise<HeightGrid[]> {
  const tiff = await openFile(url);
  const images = await Promise.all(Array.from({ length: await tiff.getImageCount() }, (_, i) => tiff.getImage(i)));
  const grids = await Promise.all(windows.map((window) => readWindow(images, x, y, window)));
  return grids.filter((grid) => grid !== undefined);
}

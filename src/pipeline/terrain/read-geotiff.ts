/** One GeoTIFF of heights in RD New and NAP → a height grid. Read by rows of blocks, so only the grid itself is held. */
import { existsSync } from 'node:fs';
import { fromFile, type GeoTIFFImage } from 'geotiff';
import { createGrid, type HeightGrid } from '../../model/grid.ts';
import { InputError } from '../../model/input-error.ts';

export interface HeightFile {
  readonly file: string;
  readonly grid: HeightGrid;
  /** Cells without a height. */
  readonly holes: number;
}

/** All files together: 62 km² at 0.5 m or 250 km² at 1 m, which takes up to 5 GB of memory. */
export const maximumCells = 2.5e8;
export const tooManyCells = (file: string, cells: number): string =>
  `${file}: brings the heights to ${cells} cells; at most ${maximumCells}. Cut the files to the municipality, or make the ` +
  'surroundings coarser (gdalwarp -tr 10 10 -r average).';
/** Anything beyond is a NoData value that the file does not declare (such as −3.4e38). */
const plausibleHeight = 9000;
const rdNew = 28992;
const rdNewAndNap = 7415;
const nap = 5709;
const metre = 9001;

type GeoKeys = NonNullable<ReturnType<GeoTIFFImage['getGeoKeys']>>;

function checkReferenceSystem(keys: GeoKeys | null, file: string): void {
  const advice = `Expected RD New and NAP (EPSG:28992 or 7415); give it one with "gdalwarp -t_srs EPSG:7415", or "gdal_edit.py -a_srs EPSG:28992" when it only lacks the label.`;
  if (!keys) throw new InputError(`${file}: has no coordinate reference system. ${advice}`);
  const code = keys.ProjectedCSTypeGeoKey as number | undefined;
  const citation = [keys.PCSCitationGeoKey, keys.GTCitationGeoKey, keys.ProjectedCSTypeGeoKey].join(' ');
  const isRd = code === rdNew || code === rdNewAndNap || (code === 32767 && /RD.?New/i.test(citation));
  if (!isRd) {
    const found = code ? `EPSG:${code}` : `geographic EPSG:${keys.GeographicTypeGeoKey ?? 'unknown'}`;
    throw new InputError(`${file}: coordinate reference system is ${found}. ${advice}`);
  }
  const vertical = keys.VerticalCSTypeGeoKey as number | undefined;
  if (vertical !== undefined && ![nap, rdNewAndNap, 32767].includes(vertical)) {
    throw new InputError(`${file}: heights are in EPSG:${vertical}. ${advice}`);
  }
  const unit = keys.VerticalUnitsGeoKey as number | undefined;
  if (unit !== undefined && unit !== metre) {
    throw new InputError(`${file}: heights are in units EPSG:${unit}; expected metres (EPSG:9001).`);
  }
}

interface Placement {
  west: number;
  south: number;
  cellSize: number;
  isSouthUp: boolean;
}

function placeImage(image: GeoTIFFImage, keys: GeoKeys | null, file: string): Placement {
  let origin: number[];
  let resolution: number[];
  try {
    origin = image.getOrigin();
    resolution = image.getResolution();
  } catch (error) {
    throw new InputError(`${file}: has no georeference (${error instanceof Error ? error.message : error}).`);
  }
  const [x, y] = origin as [number, number];
  const [dx, dy] = resolution as [number, number];
  if (!(dx > 0) || Math.abs(Math.abs(dy) - dx) > dx * 1e-6) {
    throw new InputError(`${file}: cells are ${dx} by ${Math.abs(dy)} m; expected square cells along the RD axes.`);
  }
  // PixelIsPoint: the origin is the centre of the first cell instead of its corner.
  const half = keys?.GTRasterTypeGeoKey === 2 ? dx / 2 : 0;
  const isSouthUp = dy > 0;
  const south = isSouthUp ? y - half : y + half - image.getHeight() * dx;
  return { west: x - half, south, cellSize: dx, isSouthUp };
}

async function readRows(image: GeoTIFFImage, grid: HeightGrid, isSouthUp: boolean): Promise<number> {
  const { width, height, values } = grid;
  const noData = image.getGDALNoData();
  // Float32 heights meet a NoData value that was rounded to Float32 too.
  const noDataRounded = noData === null ? Number.NaN : Math.fround(noData);
  const stripe = Math.max(1, Math.floor(512 / image.getTileHeight())) * image.getTileHeight();
  let holes = 0;
  for (let top = 0; top < height; top += stripe) {
    const bottom = Math.min(top + stripe, height);
    const raster = await image.readRasters({ samples: [0], interleave: true, window: [0, top, width, bottom] });
    const cells = raster as unknown as ArrayLike<number>;
    for (let r = top; r < bottom; r++) {
      const target = (isSouthUp ? r : height - 1 - r) * width;
      const source = (r - top) * width;
      for (let c = 0; c < width; c++) {
        const value = cells[source + c] as number;
        if (value !== noData && value !== noDataRounded && Math.abs(value) < plausibleHeight)
          values[target + c] = value;
        else holes++;
      }
    }
  }
  return holes;
}

/** Throws {@link InputError} naming the file when it is missing, no GeoTIFF, not in RD New and NAP, or without heights. */
export async function readGeotiff(file: string): Promise<HeightFile> {
  if (!existsSync(file)) throw new InputError(`${file}: no such file.`);
  try {
    const tiff = await fromFile(file);
    try {
      const image = await tiff.getImage(0);
      const keys = image.getGeoKeys();
      checkReferenceSystem(keys, file);
      const { west, south, cellSize, isSouthUp } = placeImage(image, keys, file);
      const cells = image.getWidth() * image.getHeight();
      if (cells > maximumCells) throw new InputError(tooManyCells(file, cells));
      const grid = createGrid(west, south, cellSize, image.getWidth(), image.getHeight());
      const holes = await readRows(image, grid, isSouthUp);
      if (holes === cells) throw new InputError(`${file}: holds no heights, only NoData.`);
      return { file, grid, holes };
    } finally {
      await tiff.close();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: cannot be read as a GeoTIFF (${error instanceof Error ? error.message : error}).`);
  }
}

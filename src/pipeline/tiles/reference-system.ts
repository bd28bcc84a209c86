/** What the coordinates of a CityJSON file mean. RD New and NAP go through `model/rd.ts`; the rest through proj4. */
import proj4 from 'proj4';
import { InputError } from '../../model/input-error.ts';
import { geoidHeight, isInsideRd, type LonLat, rdToLonLat } from '../../model/rd.ts';

export interface ReferenceSystem {
  /** "EPSG:7415". */
  readonly name: string;
  toLonLat(x: number, y: number): LonLat;
  /** Ellipsoidal height, metres, of z = 0 at a place: the geoid for NAP, 0 where heights are taken as ellipsoidal. */
  heightOfZero(at: LonLat): number;
  /** Side of an interpolation cell, in the system's own units. */
  readonly cellSize: number;
  /** What the reader should know, for the report. */
  readonly warning: string | undefined;
}

const rd = (name: string, shiftX = 0, shiftY = 0): ReferenceSystem => ({
  name,
  toLonLat: (x, y) => rdToLonLat({ x: x + shiftX, y: y + shiftY }),
  heightOfZero: geoidHeight,
  cellSize: 1000,
  warning: undefined,
});

/** Definitions of systems with heights above sea level: no geoid is known here, so those are taken as ellipsoidal. */
const definitions: Record<number, string> = {
  2056: '+proj=somerc +lat_0=46.95240555555556 +lon_0=7.439583333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346',
  2154: '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80',
  3068: '+proj=cass +lat_0=52.41864827777778 +lon_0=13.62720366666667 +x_0=40000 +y_0=10000 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7',
  3812: '+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 +ellps=GRS80',
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null',
  3879: '+proj=tmerc +lat_0=0 +lon_0=25 +k=1 +x_0=25500000 +y_0=0 +ellps=GRS80',
  6677: '+proj=tmerc +lat_0=36 +lon_0=139.833333333333 +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80',
  31256:
    '+proj=tmerc +lat_0=0 +lon_0=16.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232',
  31370:
    '+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747',
};

/** Horizontal part of systems that also say which heights they have. */
const compound: Record<number, number> = {
  5554: 25831,
  5555: 25832,
  5556: 25833,
  5972: 25832,
  5973: 25833,
  9518: 4326,
};
const geographic = new Set([4258, 4326, 4937, 4979]);
const withEllipsoidHeight = new Set([4937, 4979]);

function definitionOf(epsg: number): string | undefined {
  const zone = epsg % 100;
  if (epsg >= 25828 && epsg <= 25838) return `+proj=utm +zone=${zone} +ellps=GRS80`;
  if (epsg >= 32601 && epsg <= 32660) return `+proj=utm +zone=${zone} +datum=WGS84`;
  if (epsg >= 32701 && epsg <= 32760) return `+proj=utm +zone=${zone} +south +datum=WGS84`;
  return definitions[epsg];
}

const heightWarning = (name: string) =>
  `${name}: no geoid is known here for its heights; they are taken as ellipsoidal, so the buildings may stand tens of metres too low or too high.`;

function checkedLonLat(name: string, [lon, lat]: readonly number[]): LonLat {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    throw new InputError(`Coordinates give longitude ${lon}°, latitude ${lat}° in ${name}: that is no place on earth.`);
  return { lon, lat };
}

/** The system with an EPSG number, undefined where none is known here. */
function systemOf(epsg: number): ReferenceSystem | undefined {
  const name = `EPSG:${epsg}`;
  if (epsg === 7415 || epsg === 28992) return rd(name);
  const horizontal = compound[epsg] ?? epsg;
  const warning = withEllipsoidHeight.has(epsg) ? undefined : heightWarning(name);
  if (geographic.has(horizontal)) {
    return {
      name,
      toLonLat: (x, y) => checkedLonLat(name, [x, y]),
      heightOfZero: () => 0,
      cellSize: 0.01,
      warning: `${name} is read as longitude, latitude.${warning ? ` ${warning}` : ''}`,
    };
  }
  const definition = definitionOf(horizontal);
  if (!definition) return undefined;
  const projection = proj4(`${definition} +units=m +no_defs`);
  return {
    name,
    toLonLat: (x, y) => checkedLonLat(name, projection.inverse([x, y])),
    heightOfZero: () => 0,
    cellSize: 1000,
    warning,
  };
}

const known =
  'EPSG:7415, 28992, 2056, 2154, 3068, 3812, 3857, 3879, 4258, 4326, 4937, 4979, 6677, 25828–25838, 31256, 31370, 326xx, 327xx';

/** Reads "EPSG:7415", "urn:ogc:def:crs:EPSG::7415" and "https://www.opengis.net/def/crs/EPSG/0/7415". Throws {@link InputError}. */
export function parseReferenceSystem(text: string, where: string): ReferenceSystem {
  const numbers = /^\d+$|EPSG.*?(?:[:/])(\d+)$/i.exec(text.replace(/\/+$/, ''));
  const epsg = Number(numbers?.[1] ?? numbers?.[0]);
  const system = Number.isInteger(epsg) ? systemOf(epsg) : undefined;
  if (!system)
    throw new InputError(
      `${where}: reference system "${text}" is not known here (known: ${known}). Give another with --crs.`,
    );
  return system;
}

/** For a file that names no system: RD New with NAP if a point of it lies there, otherwise a refusal. */
export function guessReferenceSystem(point: readonly number[], where: string): ReferenceSystem {
  if (isInsideRd({ x: point[0], y: point[1] })) {
    const system = systemOf(7415) as ReferenceSystem;
    return {
      ...system,
      warning: `${where} names no reference system; its coordinates lie in RD New, so EPSG:7415 (RD New, heights NAP) is assumed.`,
    };
  }
  throw new InputError(
    `${where} names no reference system and (${point[0]}, ${point[1]}) does not lie in RD New. ` +
      `Say which it is with --crs (for example --crs EPSG:2056), or where its origin lies with --origin x,y (RD New).`,
  );
}

/** A local drawing whose origin lies at a place in RD New; heights NAP. */
export function localSystem(x: number, y: number): ReferenceSystem {
  return rd(`local, origin at RD (${x}, ${y})`, x, y);
}

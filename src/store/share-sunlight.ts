/** Sun hours in a shared address: `place/date/rule/map/own/trees`, what is as it starts is empty, and left out at the end. */
import { HIGHEST_FLOOR } from '../model/outlook.ts';
import { sunTrees } from '../model/sunlight.ts';
import {
  initialSunlightChoice,
  isOwnRule,
  type OwnSunRule,
  type SunlightChoice,
  type SunSpot,
  sunMapViews,
} from '../model/sunlight-choice.ts';
import { readEye, readId, readOneOf, round } from './link-parts.ts';

/** `x,y` on the ground; `x,y,floor,number` or `x,y,floor,number,facing` of a window. */
function writeSpot(place: SunSpot): string {
  const at = `${round(place.x, 2)},${round(place.y, 2)}`;
  if (place.kind === 'spot') return at;
  const { floor, number, facing } = place;
  return [at, floor, encodeURIComponent(number), ...(facing === undefined ? [] : [facing])].join(',');
}

/** First and last day, hours, and the lowest sun in degrees. */
const writeOwn = ({ from, until, hours, minElevationDegrees }: OwnSunRule): string =>
  [from, until, hours, minElevationDegrees].join();

export function writeSunlight({ place, date, rule, own, map, trees }: SunlightChoice): string {
  const start = initialSunlightChoice;
  return [
    place ? writeSpot(place) : '',
    date ?? '',
    rule === start.rule ? '' : encodeURIComponent(rule),
    map === start.map ? '' : map,
    writeOwn(own) === writeOwn(start.own) ? '' : writeOwn(own),
    trees === start.trees ? '' : trees,
  ]
    .join('/')
    .replace(/\/+$/, '');
}

function readOwn(text: string): OwnSunRule {
  const [from = '', until = '', hours, lowest, ...rest] = text.split(',');
  const own = { from, until, hours: Number(hours || Number.NaN), minElevationDegrees: Number(lowest || Number.NaN) };
  if (!isOwnRule(own) || rest.length > 0)
    throw new Error('expected a rule as 02-19,10-21,2,10: first and last day, hours, lowest sun in degrees');
  return own;
}

function readSpot(text: string): SunSpot {
  const [x = '', y = '', floor, number, facing, ...rest] = text.split(',');
  const { x: east, y: north } = readEye(`${x},${y},0`);
  if (floor === undefined) return { kind: 'spot', x: east, y: north };
  const degrees = facing === undefined ? undefined : Number(facing);
  const isTurn = degrees === undefined || (/^\d{1,3}$/.test(facing as string) && degrees < 360);
  if (!/^\d{1,2}$/.test(floor) || Number(floor) > HIGHEST_FLOOR || number === undefined || !isTurn || rest.length > 0)
    throw new Error(`expected x,y,floor,number,facing with a floor up to ${HIGHEST_FLOOR} and less than 360 degrees`);
  return { kind: 'window', x: east, y: north, floor: Number(floor), number: readId(number), facing: degrees };
}

export function readSunlight(text: string): SunlightChoice {
  const [place, date, rule, map, own, trees, ...rest] = text.split('/');
  const isDate = !date || (/^(19|20)\d{2}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)));
  if (!isDate || rest.length > 0) throw new Error('expected place/date/rule/map/own/trees');
  return {
    place: place ? readSpot(place) : undefined,
    date: date || undefined,
    // Which there are the municipality says, later.
    rule: rule ? readId(rule) : initialSunlightChoice.rule,
    own: own ? readOwn(own) : initialSunlightChoice.own,
    map: map ? readOneOf(sunMapViews)(map) : initialSunlightChoice.map,
    trees: trees ? readOneOf(sunTrees)(trees) : initialSunlightChoice.trees,
  };
}

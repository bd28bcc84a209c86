/**
 * Search on street, address and postcode, offline. The index costs two passes over the addresses (100,000: about 30 ms);
 * a query reads the street names and then only the addresses of the streets or postcodes that match.
 */
import type { AddressIndex, StreetIndex } from './city-index.ts';
import { groupRows, rowsOf } from './group-rows.ts';

interface StreetPlace {
  readonly kind: 'street';
  readonly name: string;
  /** Centre, RD New metres, and radius of a circle around all of it. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface AddressPlace {
  readonly kind: 'address';
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly x: number;
  readonly y: number;
  /** Row in the building table, −1 where unknown. */
  readonly building: number;
}

export type Place = StreetPlace | AddressPlace;

/** Best first, at most `limit`. An empty or too short query finds nothing. */
export type Search = (query: string, limit: number) => readonly Place[];

/** Lower case without diacritics; everything that is no letter or digit becomes one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`.]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a word of `name` is at most one letter (two from eight letters on) away from how `query` starts or is spelt. */
function isNearly(query: string, name: string): boolean {
  const allowed = query.length >= 8 ? 2 : 1;
  if (query.length < 4 || name.length + allowed < query.length) return false;
  let before = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let i = 1; i <= query.length; i++) {
    const row = [i];
    for (let j = 1; j <= name.length; j++) {
      const changed = (before[j - 1] as number) + (query[i - 1] === name[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (before[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    before = row;
  }
  // The rest of a name may still have to be typed, so the query may end anywhere in it.
  return Math.min(...before) <= allowed;
}

/** 0 is exact, higher is worse, undefined is no match. */
function rankName(query: string, name: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(` ${query}`)) return 2;
  const words = query.split(' ');
  if (words.length > 1 && words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 3;
  return query.length >= 3 && name.includes(query) ? 4 : undefined;
}

interface NamedStreet {
  readonly name: string;
  readonly folded: string;
  /** Row in the address index's streets, −1 where no address lies there. */
  readonly addressStreet: number;
  /** Row in the street index, −1 where it has none. */
  readonly line: number;
}

function listStreets(addresses: AddressIndex | undefined, streets: StreetIndex | undefined): NamedStreet[] {
  const lineByName = new Map(streets?.streets.map(({ name }, row) => [name, row]));
  const named = (addresses?.streets ?? []).map((name, row) => ({
    name,
    folded: foldText(name),
    addressStreet: row,
    line: lineByName.get(name) ?? -1,
  }));
  const withAddress = new Set(addresses?.streets);
  for (const [name, line] of lineByName) {
    if (!withAddress.has(name)) named.push({ name, folded: foldText(name), addressStreet: -1, line });
  }
  return named;
}

function circleAround(flat: Iterable<readonly [number, number]>): { x: number; y: number; radius: number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of flat) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { x: (west + east) / 2, y: (south + north) / 2, radius: Math.hypot(east - west, north - south) / 2 };
}

function* pairs(line: readonly number[]): Generator<readonly [number, number]> {
  for (let i = 0; i + 1 < line.length; i += 2) yield [line[i] as number, line[i + 1] as number];
}

const compareNumbers = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' }).compare;

/** Ready to search in what has come so far; either index may be missing. */
export function prepareSearch(addresses: AddressIndex | undefined, streets: StreetIndex | undefined): Search {
  const named = listStreets(addresses, streets);
  const byStreet = addresses && groupRows(addresses.street, addresses.streets.length);
  const byPostcode = addresses && groupRows(addresses.postcode, addresses.postcodes.length);

  function addressPlace(index: AddressIndex, row: number): AddressPlace {
    return {
      kind: 'address',
      street: index.streets[index.street[row] as number] as string,
      number: index.number[row] as string,
      postcode: index.postcodes[index.postcode[row] as number] as string,
      x: index.x[row] as number,
      y: index.y[row] as number,
      building: index.building[row] as number,
    };
  }

  function streetPlace({ name, line, addressStreet }: NamedStreet): StreetPlace {
    const lines = line >= 0 ? (streets?.streets[line]?.lines ?? []) : [];
    const points = lines.flatMap((points) => [...pairs(points)]);
    if (points.length === 0 && addresses && byStreet && addressStreet >= 0) {
      for (const row of rowsOf(byStreet, addressStreet))
        points.push([addresses.x[row] as number, addresses.y[row] as number]);
    }
    return { kind: 'street', name, ...circleAround(points) };
  }

  /** Streets whose name matches, best first. */
  function matchStreets(query: string): NamedStreet[] {
    const ranked = named.flatMap((street) => {
      const rank = rankName(query, street.folded);
      return rank === undefined ? [] : [{ street, rank }];
    });
    ranked.sort((a, b) => a.rank - b.rank || compareNumbers(a.street.name, b.street.name));
    return ranked.map(({ street }) => street);
  }

  /** Streets that would match but for a typing error. */
  const nearlyMatchStreets = (query: string) => named.filter(({ folded }) => isNearly(query, folded));

  /** Addresses among `rows` whose number is, or starts with, what was typed; the exact one first. */
  function matchNumbers(rows: Uint32Array, wanted: string): number[] {
    if (!addresses) return [];
    const numbers = [...rows].map((row) => ({
      row,
      number: foldText(addresses.number[row] as string).replaceAll(' ', ''),
    }));
    return numbers
      .filter(({ number }) => number.startsWith(wanted))
      .sort(
        (a, b) =>
          Number(b.number === wanted) - Number(a.number === wanted) ||
          // "12" means 12 and 12a before 120.
          Number(/^\d/.test(a.number.slice(wanted.length))) - Number(/^\d/.test(b.number.slice(wanted.length))) ||
          compareNumbers(a.number, b.number),
      )
      .map(({ row }) => row);
  }

  function findByPostcode(query: string): Place[] | undefined {
    const match = /^(\d{4}) ?([a-z]{0,2})(?: (\d.*))?$/.exec(query);
    if (!match || !addresses || !byPostcode) return undefined;
    const start = `${match[1]}${match[2]}`;
    const found = addresses.postcodes.flatMap((postcode, row) =>
      foldText(postcode).replace(' ', '').startsWith(start) ? [row] : [],
    );
    return found.flatMap((postcode) =>
      matchNumbers(rowsOf(byPostcode, postcode), (match[3] ?? '').replaceAll(' ', '')).map((row) =>
        addressPlace(addresses, row),
      ),
    );
  }

  function findNumbersInStreets(list: readonly NamedStreet[], number: string): Place[] {
    if (!addresses || !byStreet) return [];
    return list.flatMap(({ addressStreet }) =>
      addressStreet < 0
        ? []
        : matchNumbers(rowsOf(byStreet, addressStreet), number).map((row) => addressPlace(addresses, row)),
    );
  }

  /** Tries every word that starts with a digit as the house number, the last one first, with at most two words of addition. */
  function findByStreetAndNumber(query: string, match: (query: string) => NamedStreet[]): Place[] {
    const words = query.split(' ');
    for (let at = words.length - 1; at > 0; at--) {
      if (!/^\d/.test(words[at] as string)) continue;
      const list = match(words.slice(0, at).join(' '));
      if (list.length === 0) continue;
      for (let end = Math.min(words.length, at + 3); end > at; end--) {
        const found = findNumbersInStreets(list, words.slice(at, end).join(''));
        if (found.length > 0) return found;
      }
    }
    return [];
  }

  function findByName(query: string, match: (query: string) => NamedStreet[], limit: number): Place[] {
    const list = match(query);
    const numbers = findByStreetAndNumber(query, match);
    const [only] = list;
    // One street left: its addresses are what one will want next.
    const rest = only && list.length === 1 ? findNumbersInStreets([only], '') : [];
    return [...list.slice(0, limit).map(streetPlace), ...numbers, ...rest].slice(0, limit);
  }

  return (text, limit) => {
    const query = foldText(text);
    if (query.length < 2) return [];
    const byCode = findByPostcode(query);
    if (byCode && byCode.length > 0) return byCode.slice(0, limit);
    const found = findByName(query, matchStreets, limit);
    return found.length > 0 ? found : findByName(query, nearlyMatchStreets, limit);
  };
}

/** Addresses as in the register: numbered along the street, even on one side and odd on the other, flats door by door. */
import type { Building } from './building.ts';
import { nearestOn, sideOf } from './curve.ts';
import { move, type Point, subtract, unit } from './point.ts';
import type { Street } from './street.ts';

export interface Address {
  readonly id: string;
  readonly street: string;
  readonly number: number;
  readonly letter: string;
  readonly postcode: string;
  readonly building: string;
  readonly use: string;
  /** Floor area, m². */
  readonly area: number;
  readonly point: Point;
}

interface Door {
  readonly building: Building;
  readonly along: number;
  readonly side: 0 | 1;
}

/** Postcodes 8299 AA and on: 8299 is not given out in the Netherlands. One per side of a street, at most 40 numbers each. */
function createPostcodes() {
  // Letters that Dutch postcodes use; combinations SA, SD and SS are never given out.
  const letters = [...'ABCDEGHJKLMNPRTVWXZ'];
  let given = 0;
  return () => {
    const code = `8299${letters[Math.floor(given / letters.length) % letters.length]}${letters[given % letters.length]}`;
    given++;
    return code;
  };
}

function listDoors(buildings: readonly Building[], lines: ReadonlyMap<string, Street[]>): Map<string, Door[]> {
  const doors = new Map<string, Door[]>();
  for (const building of buildings) {
    const { front } = building.plot;
    if (!front) continue;
    let best: { along: number; distance: number; side: 0 | 1 } | undefined;
    let before = 0;
    for (const street of lines.get(front.street) ?? []) {
      const near = nearestOn(street.line, front.point);
      if (!best || near.distance < best.distance) {
        best = {
          along: before + near.along,
          distance: near.distance,
          side: sideOf(street.line, front.point) > 0 ? 1 : 0,
        };
      }
      before += 10_000;
    }
    const list = doors.get(front.street) ?? [];
    list.push({ building, along: best?.along ?? list.length, side: best?.side ?? 0 });
    doors.set(front.street, list);
  }
  return doors;
}

export function numberDoors(buildings: readonly Building[], streets: readonly Street[]): Address[] {
  const lines = new Map<string, Street[]>();
  for (const street of streets) lines.set(street.name, [...(lines.get(street.name) ?? []), street]);
  const nextPostcode = createPostcodes();
  const addresses: Address[] = [];
  const doors = [...listDoors(buildings, lines)].sort(([a], [b]) => a.localeCompare(b, 'nl'));
  for (const [street, list] of doors) {
    for (const side of [0, 1] as const) {
      let number = 1 + side;
      let postcode = '';
      let used = 40;
      for (const { building } of list.filter((door) => door.side === side).sort((a, b) => a.along - b.along)) {
        if (used >= 40) {
          postcode = nextPostcode();
          used = 0;
        }
        const count = Math.max(1, building.plot.dwellings);
        for (let i = 0; i < count; i++) {
          addresses.push(addressOf(building, street, number, postcode, i, count, addresses.length));
          number += 2;
          used++;
        }
      }
    }
  }
  return addresses;
}

function addressOf(
  building: Building,
  street: string,
  number: number,
  postcode: string,
  i: number,
  count: number,
  index: number,
): Address {
  const { plot } = building;
  const [a, b] = plot.parts[0]?.footprint ?? [];
  const front = plot.front?.point ?? { x: 0, y: 0 };
  // Doors of a block stand in a row along its front.
  const direction = a && b ? unit(subtract(b, a)) : { x: 1, y: 0 };
  const width = a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0;
  const perStorey = Math.max(1, Math.ceil(count / Math.max(1, plot.storeys)));
  const shift = count === 1 ? 0 : (((i % perStorey) + 0.5) / perStorey - 0.5) * width;
  const floor =
    plot.parts.reduce((sum, { footprint }) => sum + shoelace(footprint), 0) * Math.max(1, plot.storeys - 0.4);
  return {
    id: `9998200000${String(index + 1).padStart(6, '0')}`,
    street,
    number,
    letter: '',
    postcode,
    building: building.id,
    use: plot.uses[plot.dwellings > 0 ? plot.uses.length - 1 : 0] ?? 'overige gebruiksfunctie',
    area: Math.round(floor / count),
    point: move(front, direction, shift, 0.5),
  };
}

const shoelace = (ring: readonly Point[]) =>
  ring.reduce((sum, p, i) => {
    const q = ring[(i + 1) % ring.length] as Point;
    return sum + (p.x * q.y - q.x * p.y) / 2;
  }, 0);

/** Heights along a line: what `engines/profile.ts` computes, and how it is written down. */

/** What a part of the profile belongs to; buildings by their id. */
export interface ProfileOwner {
  readonly kind: 'building' | 'plan';
  readonly id: string;
}

/** One building or plan volume where the line cuts it. */
export interface ProfileCut extends ProfileOwner {
  /** The cut itself: flat distance, NAP, distance, NAP of one straight piece after another, in no order. */
  readonly outline: readonly number[];
  /** Its upper side from left to right: flat distance, NAP, distance, NAP per piece; a gap between pieces is open air. */
  readonly top: readonly number[];
}

/** The surface from left to right; two rows at one distance are a step. */
export interface ProfileRow {
  /** Metres on the RD map from the line's first point. */
  readonly distance: number;
  /** Metres NAP; undefined where no height is known. */
  readonly ground: number | undefined;
  /** The highest of ground, buildings and plan, metres NAP. */
  readonly surface: number | undefined;
  /** Whose height the surface is; undefined: the ground's. */
  readonly owner: ProfileOwner | undefined;
}

export interface Profile {
  /** Metres on the RD map. */
  readonly length: number;
  /** Metres between the heights of the ground. */
  readonly spacing: number;
  readonly cuts: readonly ProfileCut[];
  readonly rows: readonly ProfileRow[];
}

/** A profile with what should have been in it. */
export interface MadeProfile extends Profile {
  /** Placed models whose triangles could not be read; `detail` is a technical line in English. */
  readonly leftOut: readonly { readonly name: string; readonly detail: string }[];
}

/** What stands at a distance: of a step the side after it. Undefined outside the profile. */
export function readProfile({ rows }: Profile, distance: number): ProfileRow | undefined {
  let low = 0;
  let high = rows.length - 1;
  if (!rows[0] || distance < rows[0].distance || distance > (rows[high] as ProfileRow).distance) return undefined;
  // The last row that does not lie beyond the distance.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle] as ProfileRow).distance <= distance) low = middle;
    else high = middle - 1;
  }
  const [a, b] = [rows[low] as ProfileRow, rows[low + 1]];
  if (!b || a.distance === distance) return a;
  const part = (distance - a.distance) / (b.distance - a.distance);
  const between = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : from + part * (to - from);
  return { distance, ground: between(a.ground, b.ground), surface: between(a.surface, b.surface), owner: a.owner };
}

/** Marks a file as UTF-8 to Dutch Excel, which else reads it as Windows-1252. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * For Dutch Excel: UTF-8 with byte order mark, semicolons, decimal commas, CRLF. `what` is `ground`, `building <id>` or
 * `plan <id>`: whose height the surface is from this row to the next. Two rows at one distance are a step.
 */
export function profileToCsv({ rows }: Profile): string {
  const number = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2).replace('.', ','));
  const text = (value: string) => (/[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = rows.map(({ distance, ground, surface, owner }) =>
    [
      number(distance),
      number(ground),
      number(surface),
      surface === undefined ? '' : text(owner ? `${owner.kind} ${owner.id}` : 'ground'),
    ].join(';'),
  );
  return `${BYTE_ORDER_MARK}${['distance_m;ground_nap_m;surface_nap_m;what', ...lines].join('\r\n')}\r\n`;
}

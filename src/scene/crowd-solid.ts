/** Simple solids of one thing in its own frame, as triangles with a colour: what stands on an event is built of these. */

/** Metres: across to the front, along its length, up from the ground. */
export type Spot = readonly [across: number, along: number, up: number];
/** Linear red, green and blue. */
export type Tint = readonly [number, number, number];

/** Lists of one mesh; axes of glTF in the thing's own frame: x across, y up, z against its length. */
export interface SolidLists {
  readonly position: number[];
  readonly normal: number[];
  readonly tint: number[];
  readonly indices: number[];
}

export interface Solid extends SolidLists {
  /** Four corners, counter-clockwise from outside. */
  quad(a: Spot, b: Spot, c: Spot, d: Spot, tint: Tint): void;
  triangle(a: Spot, b: Spot, c: Spot, tint: Tint): void;
  /** Between two opposite corners; `taper`: how much narrower on every side on top, metres. */
  box(low: Spot, high: Spot, tint: Tint, taper?: number): void;
  /** Upright, around a middle on the height `foot`; smooth sides. */
  tube(foot: Spot, up: number, radii: readonly [low: number, high: number], sides: number, tint: Tint): void;
  /** A square bar between two spots. */
  bar(from: Spot, to: Spot, thick: number, tint: Tint): void;
  /** A round crown. */
  ball(middle: Spot, radius: number, high: number, tint: Tint): void;
}

export function tintOf(hex: string): Tint {
  const part = (i: number) => (Number.parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2;
  return [part(1), part(3), part(5)];
}

const minus = (a: Spot, b: Spot): Spot => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const plus = (a: Spot, b: Spot, share = 1): Spot => [a[0] + b[0] * share, a[1] + b[1] * share, a[2] + b[2] * share];
const cross = (a: Spot, b: Spot): Spot => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
function unit(a: Spot): Spot {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

const MIDDLE_RINGS = 5;

export function createSolid(): Solid {
  const position: number[] = [];
  const normal: number[] = [];
  const tint: number[] = [];
  const indices: number[] = [];

  function vertex(at: Spot, n: Spot, color: Tint): number {
    position.push(at[0], at[2], -at[1]);
    normal.push(n[0], n[2], -n[1]);
    tint.push(...color);
    return position.length / 3 - 1;
  }

  function triangle(a: Spot, b: Spot, c: Spot, color: Tint) {
    const n = unit(cross(minus(b, a), minus(c, a)));
    indices.push(vertex(a, n, color), vertex(b, n, color), vertex(c, n, color));
  }

  function quad(a: Spot, b: Spot, c: Spot, d: Spot, color: Tint) {
    const n = unit(cross(minus(c, a), minus(d, b)));
    const first = vertex(a, n, color);
    vertex(b, n, color);
    vertex(c, n, color);
    vertex(d, n, color);
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  function hull(low: readonly Spot[], high: readonly Spot[], color: Tint) {
    for (let i = 0; i < 4; i++) {
      const k = (i + 1) % 4;
      quad(low[i] as Spot, low[k] as Spot, high[k] as Spot, high[i] as Spot, color);
    }
    const [a, b, c, d] = high as readonly [Spot, Spot, Spot, Spot];
    quad(a, b, c, d, color);
  }

  function box([u0, v0, h0]: Spot, [u1, v1, h1]: Spot, color: Tint, taper = 0) {
    const ring = (h: number, by: number): Spot[] => [
      [u0 + by, v0 + by, h],
      [u1 - by, v0 + by, h],
      [u1 - by, v1 - by, h],
      [u0 + by, v1 - by, h],
    ];
    hull(ring(h0, 0), ring(h1, taper), color);
    // From the ground nobody sees what lies on it; of what hangs the underside is seen.
    if (h0 > 0.05) quad(...(ring(h0, 0).reverse() as [Spot, Spot, Spot, Spot]), color);
  }

  function tube([u, v, foot]: Spot, up: number, [low, high]: readonly [number, number], sides: number, color: Tint) {
    const first = position.length / 3;
    for (let i = 0; i <= sides; i++) {
      const angle = (2 * Math.PI * i) / sides;
      const [du, dv] = [Math.cos(angle), Math.sin(angle)];
      const n: Spot = [du, dv, 0];
      vertex([u + du * low, v + dv * low, foot], n, color);
      vertex([u + du * high, v + dv * high, foot + up], n, color);
    }
    const top = vertex([u, v, foot + up], [0, 0, 1], color);
    for (let i = 0; i < sides; i++) {
      const at = first + 2 * i;
      indices.push(at, at + 2, at + 3, at, at + 3, at + 1, top, at + 1, at + 3);
    }
  }

  function bar(from: Spot, to: Spot, thick: number, color: Tint) {
    const axis = unit(minus(to, from));
    const aside = unit(cross(axis, Math.abs(axis[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1]));
    const over = cross(aside, axis);
    const corner = (at: Spot, s: number, t: number) => plus(plus(at, aside, (s * thick) / 2), over, (t * thick) / 2);
    const ring = (at: Spot) => [corner(at, -1, 1), corner(at, 1, 1), corner(at, 1, -1), corner(at, -1, -1)];
    hull(ring(from), ring(to), color);
  }

  function ball(middle: Spot, radius: number, high: number, color: Tint) {
    const sides = 9;
    const first = position.length / 3;
    for (let ring = 0; ring <= MIDDLE_RINGS; ring++) {
      const rise = (Math.PI * ring) / MIDDLE_RINGS - Math.PI / 2;
      for (let i = 0; i <= sides; i++) {
        const angle = (2 * Math.PI * (i % sides)) / sides + ring * 0.35;
        // Leaves lie in bumps; poles stay one point.
        const bump = 1 + 0.09 * Math.sin(3.1 * (i % sides) + 5.3 * ring) * Math.cos(rise);
        const n: Spot = [Math.cos(angle) * Math.cos(rise), Math.sin(angle) * Math.cos(rise), Math.sin(rise)];
        const shade = 0.8 + 0.2 * n[2] + 0.06 * Math.sin(7 * (i % sides) + 3 * ring);
        vertex(
          [middle[0] + n[0] * radius * bump, middle[1] + n[1] * radius * bump, middle[2] + n[2] * high * 0.5 * bump],
          n,
          [color[0] * shade, color[1] * shade, color[2] * shade],
        );
      }
    }
    for (let ring = 0; ring < MIDDLE_RINGS; ring++)
      for (let i = 0; i < sides; i++) {
        const at = first + ring * (sides + 1) + i;
        indices.push(at, at + 1, at + sides + 2, at, at + sides + 2, at + sides + 1);
      }
  }

  return { position, normal, tint, indices, quad, triangle, box, tube, bar, ball };
}

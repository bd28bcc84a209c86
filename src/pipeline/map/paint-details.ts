/** Details that follow the polygon they lie in: crop rows, ditches of meadows, bays of car parks. */
import { Path2D } from '@napi-rs/canvas';
import type { TileView } from './paint-tile.ts';
import type { Orientation, Shapes } from './shapes.ts';
import type { GroundStyle } from './style.ts';

/** A line in the polygon's own axes, in metres from its middle, to the path in pixels. */
function addLine(path: Path2D, axes: Orientation, view: TileView, from: [number, number], to: [number, number]): void {
  const place = ([along, across]: [number, number]): [number, number] => [
    (axes.x + along * axes.dx - across * axes.dy) * view.pixels - view.left,
    (axes.y + along * axes.dy + across * axes.dx) * view.pixels - view.top,
  ];
  path.moveTo(...place(from));
  path.lineTo(...place(to));
}

function strokeInside(polygon: number, lines: Path2D, shapes: Shapes, view: TileView): void {
  const { context } = view;
  const area = new Path2D();
  const { pixels } = view;
  area.addPath(shapes.area(polygon), { a: pixels, b: 0, c: 0, d: pixels, e: -view.left, f: -view.top });
  context.save();
  context.clip(area);
  context.stroke(lines);
  context.restore();
}

/** Where the tile lies across a polygon's direction, in metres from the polygon's middle. */
function acrossRange(axes: Orientation, view: TileView): [number, number] {
  const corners = [0, 512].flatMap((u) =>
    [0, 512].map((v) => [(u + view.left) / view.pixels, (v + view.top) / view.pixels]),
  );
  const values = corners.map(([x, y]) => ((y as number) - axes.y) * axes.dx - ((x as number) - axes.x) * axes.dy);
  return [Math.max(axes.across[0], Math.min(...values)), Math.min(axes.across[1], Math.max(...values))];
}

export function paintRows(
  polygons: readonly number[],
  rows: NonNullable<GroundStyle['rows']>,
  shapes: Shapes,
  view: TileView,
): void {
  const { context, pixels } = view;
  // Never closer than five pixels, or rows turn into grey.
  const spacing = rows.metres * Math.max(1, Math.ceil(5 / (rows.metres * pixels)));
  context.strokeStyle = rows.colour;
  context.lineWidth = Math.max(rows.width * pixels, 0.7);
  context.globalAlpha = 0.4;
  for (const polygon of polygons) {
    const axes = shapes.orientation(polygon);
    const [from, to] = acrossRange(axes, view);
    const lines = new Path2D();
    for (let across = Math.ceil(from / spacing) * spacing; across < to; across += spacing) {
      addLine(lines, axes, view, [-axes.reach, across], [axes.reach, across]);
    }
    strokeInside(polygon, lines, shapes, view);
  }
  context.globalAlpha = 1;
}

/** Bays across the strip where it is deep enough to park head-in (2.5 m wide), else along it (6 m long). */
export function paintBays(polygons: readonly number[], colour: string, shapes: Shapes, view: TileView): void {
  const { context, pixels } = view;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(0.1 * pixels, 1);
  for (const polygon of polygons) {
    const axes = shapes.orientation(polygon);
    const depth = axes.across[1] - axes.across[0];
    const length = axes.along[1] - axes.along[0];
    // Not a strip but an odd surface: no bays to be told from its outline.
    if (depth > 14 || length < 4) continue;
    const wide = depth > 3.6 ? 2.5 : 6;
    const count = Math.max(1, Math.round(length / wide));
    const lines = new Path2D();
    for (let bay = 1; bay < count; bay++) {
      const along = axes.along[0] + (bay * length) / count;
      addLine(lines, axes, view, [along, axes.across[0]], [along, axes.across[1]]);
    }
    strokeInside(polygon, lines, shapes, view);
  }
}

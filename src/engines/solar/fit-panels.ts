/**
 * Panels that really fit on a roof plane. On a slope they lie in the plane, upright or lying, in rows along the eaves, whichever holds
 * more. On a flat roof they stand tilted in rows that follow the building: facing the side nearest to the south, or two by two back to
 * back facing the sides nearest to east and west.
 */
import type { SolarSettings } from '../../model/solar.ts';
import { fillRows, type RowShape } from './panel-rows.ts';
import { flatten, framePlane, mainDirection, outlineOf, type PlaneFrame } from './plane-outline.ts';
import type { RoofPlane } from './roof-planes.ts';
import { listThings } from './roof-things.ts';

/** Less than this is flat: panels are tilted and no direction is named. */
export const FLAT_DEGREES = 5;
/** Steeper than this nobody lays panels: it is a wall. */
const STEEPEST = 80;
/** Metres between panels, and on flat roofs between rows that stand back to back pair after pair. */
const GAP = 0.02;
const PATH = 0.3;

interface PanelRow {
  readonly slopeDegrees: number;
  /** In the scene's axes, clockwise from y; add RD's convergence for true north. */
  readonly gridAzimuthDegrees: number;
}

export interface PanelFit {
  readonly count: number;
  /** One direction, or two that share the panels evenly. */
  readonly rows: readonly PanelRow[];
  readonly frame: PlaneFrame;
  /** One rectangle a panel: u, v of its lower left corner, width along u, depth along v (on flat roofs as seen from above). */
  readonly rectangles: readonly (readonly [u: number, v: number, width: number, depth: number])[];
}

const RADIANS = Math.PI / 180;
const azimuthOf = (x: number, y: number) => (Math.atan2(x, y) / RADIANS + 360) % 360;

export const gridAzimuth = ({ normal }: RoofPlane): number => azimuthOf(normal[0], normal[1]);

function boxOf(outline: Float64Array): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < outline.length; at += 2) {
    box[0] = Math.min(box[0], outline[at]);
    box[1] = Math.min(box[1], outline[at + 1]);
    box[2] = Math.max(box[2], outline[at]);
    box[3] = Math.max(box[3], outline[at + 1]);
  }
  return box;
}

const nothing = (frame: PlaneFrame, rows: readonly PanelRow[]): PanelFit => ({ count: 0, rows, frame, rectangles: [] });

function fitOnSlope(plane: RoofPlane, own: Float32Array, { panel, edge }: SolarSettings): PanelFit {
  const frame = framePlane(plane);
  const rows = [{ slopeDegrees: plane.slopeDegrees, gridAzimuthDegrees: gridAzimuth(plane) }];
  if (plane.slopeDegrees > STEEPEST || plane.area < panel.width * panel.height) return nothing(frame, rows);
  const outline = outlineOf(flatten(plane.positions, frame));
  const things = listThings(own, frame, boxOf(outline));
  const shapes = [
    [panel.width, panel.height],
    [panel.height, panel.width],
  ].map(([width, depth]): RowShape => ({ width, depth, gap: GAP, pitch: depth + GAP, clearance: edge }));
  const fits = shapes.map((shape) => fillRows(outline, things, shape));
  const best = fits[1].count > fits[0].count ? 1 : 0;
  const { width, depth } = shapes[best];
  const { places } = fits[best];
  const rectangles = Array.from(
    { length: fits[best].count },
    (_, i) => [places[2 * i], places[2 * i + 1], width, depth] as const,
  );
  return { count: rectangles.length, rows, frame, rectangles };
}

/** Rows along the outline's main direction, of the two the one nearer to east–west; a quarter further for east and west. */
function frameFlat(plane: RoofPlane, isEastWest: boolean): { frame: PlaneFrame; outline: Float64Array } {
  const level = framePlane(plane, [1, 0]);
  const turn = mainDirection(outlineOf(flatten(plane.positions, level))) + (isEastWest ? Math.PI / 2 : 0);
  const frame = framePlane(plane, [Math.cos(turn), Math.sin(turn)]);
  return { frame, outline: outlineOf(flatten(plane.positions, frame)) };
}

function fitOnFlat(plane: RoofPlane, own: Float32Array, { panel, edge, flat }: SolarSettings): PanelFit {
  const isEastWest = flat.layout === 'east-west';
  const { frame, outline } = frameFlat(plane, isEastWest);
  const down = azimuthOf(-frame.v[0], -frame.v[1]);
  const depth = panel.width * Math.cos(flat.tiltDegrees * RADIANS);
  const width = panel.height;
  const rows = (isEastWest ? [down, (down + 180) % 360] : [down]).map((gridAzimuthDegrees) => ({
    slopeDegrees: flat.tiltDegrees,
    gridAzimuthDegrees,
  }));
  if (plane.area < panel.width * panel.height) return nothing(frame, rows);
  const shape: RowShape = {
    width,
    depth: isEastWest ? 2 * depth + GAP : depth,
    gap: GAP,
    pitch: isEastWest ? 2 * depth + GAP + PATH : Math.max(flat.pitch, depth + GAP),
    clearance: edge,
  };
  const { count, places } = fillRows(outline, listThings(own, frame, boxOf(outline)), shape);
  const rectangles = Array.from({ length: count }, (_, i) => [places[2 * i], places[2 * i + 1]] as const).flatMap(
    ([u, v]) =>
      isEastWest
        ? [[u, v, width, depth] as const, [u, v + depth + GAP, width, depth] as const]
        : [[u, v, width, depth] as const],
  );
  return { count: rectangles.length, rows, frame, rectangles };
}

/** `own`: all triangles of the building, in the axes of the plane. */
export const fitPanels = (plane: RoofPlane, own: Float32Array, settings: SolarSettings): PanelFit =>
  plane.slopeDegrees < FLAT_DEGREES ? fitOnFlat(plane, own, settings) : fitOnSlope(plane, own, settings);

/** Panels on the roof that is looked at: a dark pane in a light frame, a hand above the roof, as fitters lay them. */
import {
  BoundingSphere,
  type Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  PerInstanceColorAppearance,
  Primitive,
} from 'cesium';
import { OutsideNetherlandsError } from '../model/rd.ts';
import type { RoofDetail } from '../model/solar-roof.ts';
import { solar } from '../store/solar.ts';
import { type AnswerScene, type AnswerView, createAnswerLayer } from './answer-layer.ts';
import { rdToCartesian } from './frames.ts';
import type { SceneLayer } from './scene-layer.ts';

/** Metres above the roof; the pane lies over its frame by enough to be told apart from far. */
const [FRAME_LIFT, PANE_LIFT] = [0.1, 0.14];
/** Metres of frame around the pane. */
const FRAME = 0.035;
const FRAME_COLOR = Color.fromCssColorString('#d3d8de');
const PANE_COLOR = Color.fromCssColorString('#14233f');

type Vec3 = readonly [number, number, number];
const corner = (corners: readonly number[], at: number): Vec3 => [
  corners[at] as number,
  corners[at + 1] as number,
  corners[at + 2] as number,
];
const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const plus = (a: Vec3, b: Vec3, times: number): Vec3 => [a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times];

/** Twelve numbers a panel in RD and NAP → corners moved off the roof and in from their edges. */
export function placePanels(corners: readonly number[], lift: number, inset: number): Vec3[] {
  const placed: Vec3[] = [];
  for (let at = 0; at + 11 < corners.length; at += 12) {
    const [a, b, c, d] = [0, 3, 6, 9].map((k) => corner(corners, at + k)) as [Vec3, Vec3, Vec3, Vec3];
    const [u, v] = [minus(b, a), minus(d, a)];
    const normal: Vec3 = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const [width, height, length] = [Math.hypot(...u), Math.hypot(...v), Math.hypot(...normal)];
    if (length === 0) continue;
    const up = lift / length;
    const [right, away] = [inset / width, inset / height];
    const signs = [
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ] as const;
    for (const [k, point] of [a, b, c, d].entries()) {
      const [s, t] = signs[k] as readonly [number, number];
      placed.push(plus(plus(plus(point, normal, up), u, s * right), v, t * away));
    }
  }
  return placed;
}

/** Undefined without panels, and where they lie outside RD New. */
function drawQuads(corners: readonly Vec3[], color: Color): GeometryInstance | undefined {
  if (corners.length === 0) return undefined;
  let positions: Cartesian3[];
  try {
    positions = corners.map(([x, y, nap]) => rdToCartesian({ x, y, nap }));
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
  const attributes = new GeometryAttributes();
  attributes.position = new GeometryAttribute({
    componentDatatype: ComponentDatatype.DOUBLE,
    componentsPerAttribute: 3,
    values: Float64Array.from(positions.flatMap(({ x, y, z }) => [x, y, z])),
  });
  const indices = Uint32Array.from(
    Array.from({ length: corners.length / 4 }, (_, i) => [0, 1, 2, 0, 2, 3].map((k) => 4 * i + k)).flat(),
  );
  return new GeometryInstance({
    geometry: new Geometry({ attributes, indices, boundingSphere: BoundingSphere.fromPoints(positions) }),
    attributes: { color: ColorGeometryInstanceAttribute.fromColor(color) },
  });
}

function drawPanels({ parts }: RoofDetail): Primitive | undefined {
  const corners = parts.flatMap((part) => (part.suitability === 'none' ? [] : part.corners));
  const geometryInstances = [
    drawQuads(placePanels(corners, FRAME_LIFT, 0), FRAME_COLOR),
    drawQuads(placePanels(corners, PANE_LIFT, FRAME), PANE_COLOR),
  ].filter((instance) => instance !== undefined);
  if (geometryInstances.length === 0) return undefined;
  return new Primitive({
    geometryInstances,
    appearance: new PerInstanceColorAppearance({ flat: true, translucent: false }),
    asynchronous: false,
    allowPicking: false,
  });
}

/** What was laid out on the roof that is looked at. */
export const createSolarPanels = (scene: AnswerScene): SceneLayer<AnswerView> =>
  createAnswerLayer(scene, {
    subscribe: solar.subscribe,
    read() {
      const { detail } = solar.getState();
      return detail.value.status === 'ready' ? detail.value.value : undefined;
    },
    draw: drawPanels,
  });

/** Lines of some pixels in the air, with a pale rim so that they are read over anything; what is behind something shines through faintly. */
import {
  ArcType,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  PolylineColorAppearance,
  PolylineGeometry,
  Primitive,
  type PrimitiveCollection,
} from 'cesium';
import { type RdPlace, rdToCartesian } from './frames.ts';

export interface CrowdLine {
  readonly points: readonly RdPlace[];
  /** `#rrggbb`. */
  readonly color: string;
  /** CSS pixels. */
  readonly width: number;
}

export interface CrowdLines {
  /** The same list as long as nothing has changed. */
  show(lines: readonly CrowdLine[]): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

interface LineScene {
  readonly primitives: PrimitiveCollection;
  requestRender(): void;
}

const RIM = Color.fromCssColorString('#fffdf7').withAlpha(0.75);
const RIM_WIDTH = 3;

function toInstance(points: readonly RdPlace[], width: number, color: Color): GeometryInstance {
  return new GeometryInstance({
    geometry: new PolylineGeometry({
      positions: points.map(rdToCartesian),
      width,
      arcType: ArcType.NONE,
      vertexFormat: PolylineColorAppearance.VERTEX_FORMAT,
    }),
    attributes: {
      color: ColorGeometryInstanceAttribute.fromColor(color),
      depthFailColor: ColorGeometryInstanceAttribute.fromColor(color.withAlpha(color.alpha * 0.35)),
    },
  });
}

const createPrimitive = (geometryInstances: GeometryInstance[]): Primitive =>
  new Primitive({
    asynchronous: false,
    allowPicking: false,
    geometryInstances,
    appearance: new PolylineColorAppearance({ translucent: true }),
    depthFailAppearance: new PolylineColorAppearance({ translucent: true }),
  });

export function createCrowdLines(scene: LineScene): CrowdLines {
  let drawn: Primitive[] = [];
  let shown: readonly CrowdLine[] = [];
  let isShown = true;

  function drop() {
    for (const primitive of drawn) scene.primitives.remove(primitive);
    drawn = [];
  }

  return {
    show(lines) {
      if (lines === shown) return;
      shown = lines;
      drop();
      if (lines.length > 0) {
        // All rims under all lines.
        const rims = lines.map(({ points, width }) => toInstance(points, width + RIM_WIDTH, RIM));
        const inks = lines.map(({ points, width, color }) =>
          toInstance(points, width, Color.fromCssColorString(color)),
        );
        drawn = [rims, inks].map((instances) => scene.primitives.add(createPrimitive(instances)) as Primitive);
        for (const primitive of drawn) primitive.show = isShown;
      }
      scene.requestRender();
    },
    setShown(next) {
      isShown = next;
      for (const primitive of drawn) primitive.show = next;
    },
    destroy() {
      drop();
      scene.requestRender();
    },
  };
}

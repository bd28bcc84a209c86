/** Roofs of the plan's own buildings in the colours of the sun on them, a hand above the roof: the plan's form has no planes of its own. */
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
  PrimitiveCollection,
} from 'cesium';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { roofTones } from '../model/roof-tones.ts';
import { rdToCartesian } from './frames.ts';

/** Metres. */
const LIFT = 0.06;

/** A plane with its tone: a row of `roofTones`. */
export interface BuiltRoof {
  /** RD and NAP, nine numbers a triangle. */
  readonly triangles: Float64Array;
  readonly tone: number;
}

export interface BuiltRoofLayer {
  /** `roofs`: the same list as long as nothing has changed. */
  update(roofs: readonly BuiltRoof[], opacity: number): void;
  /** For one frame, as the comparison draws it. */
  setShown(isShown: boolean): void;
  destroy(): void;
}

export interface BuiltScene {
  readonly primitives: PrimitiveCollection;
  requestRender(): void;
}

/** Undefined outside RD New. */
function placeTriangles(triangles: Float64Array): Cartesian3[] | undefined {
  try {
    return Array.from({ length: triangles.length / 3 }, (_, i) =>
      rdToCartesian({
        x: triangles[3 * i] as number,
        y: triangles[3 * i + 1] as number,
        nap: (triangles[3 * i + 2] as number) + LIFT,
      }),
    );
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
}

function toInstance({ triangles, tone }: BuiltRoof, opacity: number): GeometryInstance[] {
  const places = placeTriangles(triangles);
  const color = Color.fromCssColorString(roofTones[tone] ?? '#b9b6ae').withAlpha(opacity);
  if (!places || places.length === 0) return [];
  const attributes = new GeometryAttributes();
  attributes.position = new GeometryAttribute({
    componentDatatype: ComponentDatatype.DOUBLE,
    componentsPerAttribute: 3,
    values: Float64Array.from(places.flatMap(({ x, y, z }) => [x, y, z])),
  });
  return [
    new GeometryInstance({
      geometry: new Geometry({
        attributes,
        indices: Uint32Array.from(places.keys()),
        boundingSphere: BoundingSphere.fromPoints(places),
      }),
      attributes: { color: ColorGeometryInstanceAttribute.fromColor(color) },
    }),
  ];
}

export function createBuiltRoofs(scene: BuiltScene): BuiltRoofLayer {
  const all = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let drawn: readonly BuiltRoof[] = [];
  let density = 1;
  return {
    update(roofs, opacity) {
      if (roofs === drawn && opacity === density) return;
      [drawn, density] = [roofs, opacity];
      all.removeAll();
      const geometryInstances = roofs.flatMap((roof) => toInstance(roof, opacity));
      if (geometryInstances.length > 0)
        all.add(
          new Primitive({
            geometryInstances,
            appearance: new PerInstanceColorAppearance({ flat: true, translucent: opacity < 1 }),
            asynchronous: false,
            allowPicking: false,
          }),
        );
      scene.requestRender();
    },
    setShown(isShown) {
      all.show = isShown;
    },
    destroy() {
      scene.primitives.remove(all);
      scene.requestRender();
    },
  };
}

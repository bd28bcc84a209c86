/** What is being measured: numbered points, the line between them, and where the profile's chart points. */
import {
  ArcType,
  BillboardCollection,
  Cartesian3,
  type Cartographic,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  PointPrimitiveCollection,
  PolylineColorAppearance,
  PolylineGeometry,
  Primitive,
  PrimitiveCollection,
  type Scene,
} from 'cesium';
import type { MeasureState } from '../model/measure-state.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { rdToCartesian, rdToCartographic } from './frames.ts';
import { LABEL_DENSITY } from './label-image.ts';
import { drawBadge } from './measure-badge.ts';
import type { SceneLayer } from './scene-layer.ts';

/** Undefined: the tool is closed. */
export interface MeasureView {
  readonly measure: MeasureState | undefined;
}

/** What drawing a measurement needs of the scene; `primitives` gets three collections. */
export interface MeasureScene {
  readonly primitives: PrimitiveCollection;
  readonly globe: { getHeight(place: Cartographic): number | undefined };
  readonly requestRender: Scene['requestRender'];
}

const INK = Color.fromCssColorString('#073d40');
const MARK = Color.fromCssColorString('#b3450b');
/** In front of everything: a point behind a house is still where one clicked. */
const IN_FRONT = Number.POSITIVE_INFINITY;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly nap: number | undefined;
}

export function createMeasure(
  scene: MeasureScene,
  draw: (text: string) => HTMLCanvasElement = drawBadge,
): SceneLayer<MeasureView> {
  const { primitives } = scene;
  const lines = primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  const points = primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
  const badges = primitives.add(new BillboardCollection()) as BillboardCollection;

  /** Without a height, on the ground as it is drawn. Undefined outside RD New. */
  function toCartesian({ x, y, nap }: Place): Cartesian3 | undefined {
    try {
      if (nap !== undefined) return rdToCartesian({ x, y, nap });
      const place = rdToCartographic(x, y);
      return Cartesian3.fromRadians(place.longitude, place.latitude, scene.globe.getHeight(place) ?? place.height);
    } catch (error) {
      if (error instanceof OutsideNetherlandsError) return undefined;
      throw error;
    }
  }

  function drawBadgeAt(position: Cartesian3, number: number) {
    badges.add({
      position,
      image: draw(`${number}`),
      scale: 1 / LABEL_DENSITY,
      disableDepthTestDistance: IN_FRONT,
    });
  }

  function drawMark(position: Cartesian3) {
    points.add({
      position,
      color: MARK,
      pixelSize: 12,
      outlineColor: Color.WHITE,
      outlineWidth: 2,
      disableDepthTestDistance: IN_FRONT,
    });
  }

  /** Straight in space; where something stands before it, paler. */
  function drawLine(positions: Cartesian3[], isClosed: boolean) {
    if (positions.length < 2) return;
    const [first] = positions as [Cartesian3];
    const geometry = new PolylineGeometry({
      positions: isClosed && positions.length > 2 ? [...positions, first] : positions,
      width: 3,
      arcType: ArcType.NONE,
      vertexFormat: PolylineColorAppearance.VERTEX_FORMAT,
    });
    const attributes = {
      color: ColorGeometryInstanceAttribute.fromColor(INK),
      depthFailColor: ColorGeometryInstanceAttribute.fromColor(INK.withAlpha(0.45)),
    };
    lines.add(
      new Primitive({
        geometryInstances: new GeometryInstance({ geometry, attributes }),
        appearance: new PolylineColorAppearance({ translucent: false }),
        depthFailAppearance: new PolylineColorAppearance({ translucent: true }),
        asynchronous: false,
        allowPicking: false,
      }),
    );
  }

  return {
    update({ measure }) {
      lines.removeAll();
      points.removeAll();
      badges.removeAll();
      if (measure && measure.mode !== 'height') {
        const places = measure.points.map(toCartesian);
        drawLine(
          places.filter((place) => place !== undefined),
          measure.mode === 'area',
        );
        for (const [i, place] of places.entries()) if (place) drawBadgeAt(place, i + 1);
        const marked = measure.mode === 'profile' && measure.marker && toCartesian(measure.marker);
        if (marked) drawMark(marked);
      }
      scene.requestRender();
    },
    destroy() {
      for (const collection of [lines, points, badges]) primitives.remove(collection);
      scene.requestRender();
    },
  };
}

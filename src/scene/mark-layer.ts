/** Draws marks over everything: what is behind a building shines through it faintly, so that it can still be aimed at. */
import {
  ArcType,
  BillboardCollection,
  Cartesian2,
  Color,
  ColorGeometryInstanceAttribute,
  DistanceDisplayCondition,
  GeometryInstance,
  PointPrimitiveCollection,
  PolylineColorAppearance,
  PolylineGeometry,
  Primitive,
  type PrimitiveCollection,
} from 'cesium';
import type { Language } from '../store/twin.ts';
import { type Handle, type Marks, noMarks } from './draw-marks.ts';
import { rdToCartesian } from './frames.ts';
import { drawLabel, LABEL_DENSITY, type LabelImage } from './label-image.ts';
import type { SceneLayer } from './scene-layer.ts';

const INK = Color.fromCssColorString('#0b5559');
const PAPER = Color.fromCssColorString('#fffdf7');
const pointStyles: Record<Handle['kind'], { color: Color; pixelSize: number; outlineWidth: number }> = {
  corner: { color: PAPER, pixelSize: 12, outlineWidth: 3 },
  between: { color: PAPER.withAlpha(0.75), pixelSize: 7, outlineWidth: 2 },
  turn: { color: INK, pixelSize: 16, outlineWidth: 3 },
};
/** Images after which the collection with its texture is made anew: dragging writes a new length every frame. */
const MANY_IMAGES = 250;

/** Times its length that a side may be away from the eye to have its length written: some 50 pixels. */
const LEGIBLE = 18;

export interface MarksView {
  readonly marks: Marks;
  readonly language: Language;
}

interface MarkScene {
  readonly primitives: PrimitiveCollection;
  requestRender(): void;
}

function createLine(lines: Marks['lines']): Primitive {
  return new Primitive({
    asynchronous: false,
    geometryInstances: lines.map(
      ({ points, isFaint }) =>
        new GeometryInstance({
          geometry: new PolylineGeometry({
            positions: points.map(rdToCartesian),
            width: isFaint ? 2 : 4,
            arcType: ArcType.NONE,
            vertexFormat: PolylineColorAppearance.VERTEX_FORMAT,
          }),
          attributes: {
            color: ColorGeometryInstanceAttribute.fromColor(isFaint ? INK.withAlpha(0.7) : INK),
            depthFailColor: ColorGeometryInstanceAttribute.fromColor(INK.withAlpha(0.6)),
          },
        }),
    ),
    appearance: new PolylineColorAppearance({ translucent: true }),
    depthFailAppearance: new PolylineColorAppearance({ translucent: true }),
  });
}

export function createMarkLayer(
  scene: MarkScene,
  draw: (text: string) => LabelImage = drawLabel,
): SceneLayer<MarksView> {
  const points = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
  let texts = scene.primitives.add(new BillboardCollection()) as BillboardCollection;
  let images = new Map<string, LabelImage>();
  let lines: Primitive | undefined;
  let shown: Marks = noMarks;

  function imageOf(text: string): LabelImage {
    let image = images.get(text);
    if (!image) {
      image = draw(text);
      images.set(text, image);
    }
    return image;
  }

  function showLines(next: Marks['lines']) {
    if (lines) scene.primitives.remove(lines);
    lines = next.length > 0 ? (scene.primitives.add(createLine(next)) as Primitive) : undefined;
  }

  function showHandles(handles: Marks['handles']) {
    points.removeAll();
    for (const { kind, at } of handles) {
      points.add({
        ...pointStyles[kind],
        position: rdToCartesian(at),
        outlineColor: kind === 'turn' ? PAPER : INK,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    }
  }

  function showTexts({ lengths, names = [] }: Marks, language: Language) {
    if (images.size > MANY_IMAGES) {
      scene.primitives.remove(texts);
      texts = scene.primitives.add(new BillboardCollection()) as BillboardCollection;
      images = new Map();
    }
    texts.removeAll();
    const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    for (const { at, metres } of lengths) {
      texts.add({
        position: rdToCartesian(at),
        image: imageOf(`${format.format(metres)} m`).image,
        scale: 1 / LABEL_DENSITY,
        // Where a side is too short on the screen to be read beside the others.
        distanceDisplayCondition: new DistanceDisplayCondition(0, metres * LEGIBLE),
        pixelOffset: new Cartesian2(0, -14),
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    }
    for (const { at, text } of names) {
      texts.add({
        position: rdToCartesian(at),
        image: imageOf(text).image,
        scale: 1 / LABEL_DENSITY,
        pixelOffset: new Cartesian2(0, -14),
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    }
  }

  return {
    update({ marks, language }) {
      if (marks.lines !== shown.lines) showLines(marks.lines);
      if (marks.handles !== shown.handles) showHandles(marks.handles);
      if (marks.lengths !== shown.lengths || marks.names !== shown.names) showTexts(marks, language);
      shown = marks;
      scene.requestRender();
    },
    destroy() {
      if (lines) scene.primitives.remove(lines);
      scene.primitives.remove(points);
      scene.primitives.remove(texts);
      lines = undefined;
      images.clear();
      scene.requestRender();
    },
  };
}

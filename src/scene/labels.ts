/**
 * Street names that lie along their streets, like on a map, and stand upright when one looks from low above the ground.
 * A name is shown when its street is longer than its text on the screen and no more important name is in the way.
 */
import {
  type Billboard,
  BillboardCollection,
  Cartesian2,
  Cartesian3,
  Math as CesiumMath,
  Color,
  Matrix4,
  type PrimitiveCollection,
  type Scene,
  SceneTransforms,
  Transforms,
} from 'cesium';
import type { StreetIndex } from '../model/city-index.ts';
import type { LayerView } from '../store/twin.ts';
import { declutter, type LabelBox } from './declutter.ts';
import { rdToCartesian } from './frames.ts';
import { drawLabel, LABEL_DENSITY, type LabelImage } from './label-image.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface LabelsView {
  readonly layer: LayerView;
  /** Undefined until they are loaded. */
  readonly streets: StreetIndex | undefined;
}

interface Label {
  readonly name: string;
  readonly billboard: Billboard;
  readonly width: number;
  readonly height: number;
  /** Metres of the street, along which the name may lie. */
  readonly length: number;
  /** Metres of the whole street: long ones matter most. */
  readonly streetLength: number;
  /** A point further along the street: text points there, or back. */
  readonly ahead: Cartesian3;
}

/** Metres above the ground, clear of kerbs and bumps. */
const LIFT = 2.5;
/** Radians: flatter than this the names stand upright and hide behind buildings. */
const LOW_PITCH = CesiumMath.toRadians(-18);
const LIMIT = 25;
/** Names at eye level, and the metres within which they stand: signs, not a map. */
const LOW_LIMIT = 6;
const LOW_REACH = 140;
/** Milliseconds between two choices while the camera moves. */
const INTERVAL = 200;

function lineLength(line: readonly number[]): number {
  let length = 0;
  for (let i = 2; i < line.length; i += 2) {
    length += Math.hypot((line[i] ?? 0) - (line[i - 2] ?? 0), (line[i + 1] ?? 0) - (line[i - 1] ?? 0));
  }
  return length;
}

/** The point ten metres from `position` in a direction clockwise from north. */
function pointAhead(position: Cartesian3, degrees: number): Cartesian3 {
  const angle = CesiumMath.toRadians(degrees);
  const local = new Cartesian3(10 * Math.sin(angle), 10 * Math.cos(angle), 0);
  return Matrix4.multiplyByPoint(Transforms.eastNorthUpToFixedFrame(position), local, new Cartesian3());
}

/** Radians counter-clockwise on the screen, between −90° and 90° so that no name stands on its head. */
export function readableAngle(from: Cartesian2, to: Cartesian2): number {
  const angle = Math.atan2(from.y - to.y, to.x - from.x);
  if (angle > CesiumMath.PI_OVER_TWO) return angle - Math.PI;
  return angle <= -CesiumMath.PI_OVER_TWO ? angle + Math.PI : angle;
}

/** What labels need of the scene besides its camera; `primitives` gets one collection. */
type LabelScene = Pick<Scene, 'camera' | 'canvas' | 'preRender' | 'requestRender'> & {
  readonly primitives: PrimitiveCollection;
};

export function createLabels(
  scene: LabelScene,
  draw: (text: string) => LabelImage = drawLabel,
): SceneLayer<LabelsView> {
  const collection = scene.primitives.add(new BillboardCollection()) as BillboardCollection;
  let view: LabelsView = { layer: { visible: true, opacity: 1 }, streets: undefined };
  let labels: Label[] = [];
  let lastChoice = 0;
  let dirty = true;

  function fill(streets: StreetIndex) {
    collection.removeAll();
    labels = streets.streets.flatMap((street) => {
      if (street.labels.length === 0) return [];
      const { image, width, height } = draw(street.name);
      const streetLength = street.lines.reduce((sum, line) => sum + lineLength(line), 0);
      const length = streetLength / street.labels.length;
      return street.labels.map(([x, y, nap, degrees]): Label => {
        const position = rdToCartesian({ x, y, nap: nap + LIFT });
        const billboard = collection.add({
          position,
          image,
          scale: 1 / LABEL_DENSITY,
          show: false,
        });
        return {
          name: street.name,
          billboard,
          width,
          height,
          length,
          streetLength,
          ahead: pointAhead(position, degrees),
        };
      });
    });
    dirty = true;
  }

  const toWindow = (point: Cartesian3) =>
    SceneTransforms.worldToWindowCoordinates(scene as Scene, point, new Cartesian2());

  function angleOf({ billboard, ahead }: Label, low: boolean): number {
    const from = low ? undefined : toWindow(billboard.position);
    const to = from && toWindow(ahead);
    return from && to ? readableAngle(from, to) : 0;
  }

  function boxOf(label: Label, index: number, metresPerPixel: number, low: boolean): LabelBox | undefined {
    const { camera, canvas } = scene;
    const distance = Cartesian3.distance(camera.positionWC, label.billboard.position);
    const pixel = metresPerPixel * distance;
    if (low ? distance > LOW_REACH || distance < 12 : label.width * pixel > label.length * 1.1) return undefined;
    const at = toWindow(label.billboard.position);
    if (!at || at.x < 0 || at.y < 0 || at.x > canvas.clientWidth || at.y > canvas.clientHeight) return undefined;
    const angle = angleOf(label, low);
    const [run, rise] = [Math.cos(angle), Math.abs(Math.sin(angle))];
    const width = label.width * run + label.height * rise;
    const height = label.width * rise + label.height * run;
    // From the air the long streets, at eye level the near ones.
    const weight = low ? 4000 / distance : Math.sqrt(label.streetLength / pixel) * 10;
    const importance = weight * (label.billboard.show ? 1.25 : 1);
    return { index, name: label.name, x: at.x, y: at.y, width, height, importance };
  }

  /** Before every frame: which names, now and then; which way they point, always. */
  function prepare() {
    if (!view.layer.visible || labels.length === 0) return;
    const now = performance.now();
    const low = scene.camera.pitch > LOW_PITCH;
    if (dirty || now - lastChoice >= INTERVAL) {
      lastChoice = now;
      dirty = false;
      choose(low);
    }
    for (const label of labels) if (label.billboard.show) label.billboard.rotation = angleOf(label, low);
  }

  function choose(low: boolean) {
    const { camera, canvas } = scene;
    // 1 / projection[5] is the tangent of half the vertical field of view.
    const metresPerPixel = 2 / ((camera.frustum.projectionMatrix[5] ?? 1) * Math.max(canvas.clientHeight, 1));
    const boxes = labels.flatMap((label, index) => boxOf(label, index, metresPerPixel, low) ?? []);
    const shown = declutter(boxes, low ? LOW_LIMIT : LIMIT);
    labels.forEach((label, index) => {
      const { billboard } = label;
      billboard.show = shown.has(index);
      if (!billboard.show) return;
      billboard.disableDepthTestDistance = low ? 0 : Number.POSITIVE_INFINITY;
      billboard.color = Color.WHITE.withAlpha(view.layer.opacity);
    });
  }

  const settle = () => {
    dirty = true;
    scene.requestRender();
  };
  const stops = [scene.preRender.addEventListener(prepare), scene.camera.moveEnd.addEventListener(settle)];

  return {
    update(next) {
      const before = view;
      view = next;
      collection.show = next.layer.visible;
      if (next.streets && next.streets !== before.streets) fill(next.streets);
      settle();
    },
    destroy() {
      for (const stop of stops) stop();
      scene.primitives.remove(collection);
      labels = [];
      scene.requestRender();
    },
  };
}

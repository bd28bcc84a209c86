/** Texts at places of an event, of which those are shown that matter most and do not touch; chosen anew as the camera moves. */
import {
  type Billboard,
  BillboardCollection,
  Cartesian2,
  Cartesian3,
  type PrimitiveCollection,
  type Scene,
  SceneTransforms,
} from 'cesium';
import { type ChipKind, drawChip } from './crowd-chip.ts';
import { besideLine, isCrossed, isUncovered, keepInside, keepUncovered } from './crowd-label-place.ts';
import { declutter, type LabelBox } from './declutter.ts';
import { type RdPlace, rdToCartesian } from './frames.ts';
import type { LabelImage } from './label-image.ts';

export interface CrowdLabel {
  /** Of its thing, another one for each. */
  readonly id: string;
  readonly at: RdPlace;
  /** Of its line, `at` halfway: the text stands clear of it in the picture. */
  readonly line?: readonly [RdPlace, RdPlace] | undefined;
  readonly text: string;
  readonly kind: ChipKind;
  /** Higher goes first; from 100 on it is shown whatever lies there. */
  readonly importance: number;
  /** m from the eye up to which it is shown. */
  readonly reach: number;
}

export interface CrowdLabels {
  /** The same list as long as nothing has changed. */
  show(labels: readonly CrowdLabel[]): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

export type CrowdLabelScene = Pick<Scene, 'camera' | 'canvas' | 'preRender' | 'requestRender'> & {
  readonly primitives: PrimitiveCollection;
};

const LIMIT = 18;
const ALWAYS = 100;
/** Milliseconds between two choices while the camera moves. */
const INTERVAL = 150;
/** Pitch of the camera above which one looks along the ground, and what is left of a label's reach then: signs, not a map. */
const LOW_PITCH = -0.3;
const LOW_PART = 0.3;
/** Images after which the collection with its texture is made anew. */
const MANY_IMAGES = 300;

export function createCrowdLabels(
  scene: CrowdLabelScene,
  draw: (text: string, kind: ChipKind) => LabelImage = drawChip,
): CrowdLabels {
  const create = () => scene.primitives.add(new BillboardCollection()) as BillboardCollection;
  let collection = create();
  let images = new Map<string, LabelImage>();
  let shown: readonly CrowdLabel[] = [];
  let drawn: {
    readonly label: CrowdLabel;
    readonly billboard: Billboard;
    readonly image: LabelImage;
    readonly ends: readonly Cartesian3[];
  }[] = [];
  let chosen = 0;
  let isDirty = true;
  let isShown = true;

  function imageOf({ text, kind }: CrowdLabel): LabelImage {
    const key = `${kind} ${text}`;
    let image = images.get(key);
    if (!image) {
      image = draw(text, kind);
      images.set(key, image);
    }
    return image;
  }

  function fill() {
    if (images.size > MANY_IMAGES) {
      scene.primitives.remove(collection);
      collection = create();
      collection.show = isShown;
      images = new Map();
    }
    collection.removeAll();
    drawn = shown.map((label) => {
      const image = imageOf(label);
      const billboard = collection.add({
        position: rdToCartesian(label.at),
        image: image.image,
        scale: image.width / image.image.width,
        show: false,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
      return { label, billboard, image, ends: (label.line ?? []).map(rdToCartesian) };
    });
    isDirty = true;
  }

  const windowPlace = (place: Cartesian3): Cartesian2 | undefined =>
    SceneTransforms.worldToWindowCoordinates(scene as Scene, place, new Cartesian2());

  function boxOf(index: number, { label, billboard, image, ends }: (typeof drawn)[number]): LabelBox | undefined {
    const { camera, canvas } = scene;
    const away = Cartesian3.distance(camera.positionWC, billboard.position);
    const part = camera.pitch > LOW_PITCH && label.importance < ALWAYS ? LOW_PART : 1;
    if (away > label.reach * part) return undefined;
    const at = windowPlace(billboard.position);
    if (!at || at.x < 0 || at.y < 0 || at.x > canvas.clientWidth || at.y > canvas.clientHeight) return undefined;
    const { width, height } = image;
    const [from, to] = ends.map(windowPlace);
    const aside = from && to ? besideLine(from, to, image) : { x: 0, y: 0 };
    const isFree = (place: { readonly x: number; readonly y: number }) => isUncovered(canvas, place);
    if (!isFree(at)) return undefined;
    const inside = { width: canvas.clientWidth, height: canvas.clientHeight };
    const wanted = { x: at.x + aside.x, y: at.y + aside.y };
    const { x, y } = keepUncovered(keepInside(wanted, image, inside), image, isFree);
    billboard.pixelOffset = new Cartesian2(x - at.x, y - at.y);
    // Of alike ones the near one; who is shown keeps its place.
    const importance = label.importance * (1 + 20 / (20 + away)) * (billboard.show ? 1.2 : 1);
    // The choice keeps more paper between names than chips need.
    return { index, name: label.id, x, y, width: width - 18, height: height - 18, importance };
  }

  function prepare() {
    if (!isShown || drawn.length === 0) return;
    const now = performance.now();
    if (!isDirty && now - chosen < INTERVAL) return;
    chosen = now;
    isDirty = false;
    const spans = drawn.flatMap(({ ends }) => {
      const [from, to] = ends.map(windowPlace);
      return from && to ? [{ from, to }] : [];
    });
    const boxes = drawn.flatMap((each, index) => {
      const box = boxOf(index, each);
      if (!box) return [];
      // Lines shine through what is before them: a name gives way to those that are measured there.
      const isName = each.ends.length === 0 && each.label.importance < ALWAYS;
      return isName && spans.some(({ from, to }) => isCrossed(box, each.image, from, to)) ? [] : [box];
    });
    const found = declutter(boxes, LIMIT);
    const inView = new Set(boxes.map(({ index }) => index));
    for (const [index, { billboard, label }] of drawn.entries())
      billboard.show = found.has(index) || (label.importance >= ALWAYS && inView.has(index));
  }

  const settle = () => {
    isDirty = true;
    scene.requestRender();
  };
  const stops = [scene.preRender.addEventListener(prepare), scene.camera.moveEnd.addEventListener(settle)];

  return {
    show(labels) {
      if (labels === shown) return;
      shown = labels;
      fill();
      settle();
    },
    setShown(next) {
      isShown = next;
      collection.show = next;
    },
    destroy() {
      for (const stop of stops) stop();
      scene.primitives.remove(collection);
      images.clear();
      drawn = [];
      scene.requestRender();
    },
  };
}

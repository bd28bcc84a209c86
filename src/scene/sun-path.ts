/** The path of the sun over a place: arcs on a dome, hours of the clock on the chosen day's, and the sun of the moment. */
import {
  ArcType,
  BillboardCollection,
  Cartesian2,
  Color,
  GeometryInstance,
  Material,
  PointPrimitiveCollection,
  PolylineGeometry,
  PolylineMaterialAppearance,
  Primitive,
  PrimitiveCollection,
} from 'cesium';
import type { Moment } from '../model/plan.ts';
import { createSunDome, drawSunArc, type SunArc } from '../model/sun-arcs.ts';
import type { SunDay, SunPoint } from '../model/sunlight.ts';
import type { Language } from '../store/twin.ts';
import { type RdPlace, rdToCartesian } from './frames.ts';
import { drawLabel, LABEL_DENSITY } from './label-image.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface SunPathView {
  /** Undefined: nothing is drawn. */
  readonly point: SunPoint | undefined;
  /** Of the point; those that are drawn, the chosen one by its date. */
  readonly days: readonly SunDay[];
  readonly chosen: string;
  readonly moment: Moment | undefined;
  readonly language: Language;
}

interface PathScene {
  readonly primitives: PrimitiveCollection;
  requestRender(): void;
}

/** Metres from the place to its sky. */
const RADIUS = 55;
const SUN = Color.fromCssColorString('#f2b01e');
const EDGE = Color.fromCssColorString('#5a3d00');
const SHADE = Color.fromCssColorString('#3a4763');
const PAPER = Color.fromCssColorString('#fffdf7');
/** Behind a house: paler. */
const HIDDEN = 0.45;

interface LineStyle {
  readonly isFree: boolean;
  readonly isChosen: boolean;
}

/** Sun is a broad line with an edge, shade a thin broken one. */
function materialOf({ isFree, isChosen }: LineStyle, alpha: number): Material {
  if (!isFree) return Material.fromType('PolylineDash', { color: SHADE.withAlpha(alpha), dashLength: 12 });
  return Material.fromType('PolylineOutline', {
    color: SUN.withAlpha(alpha),
    outlineColor: EDGE.withAlpha(alpha),
    outlineWidth: isChosen ? 2 : 1,
  });
}

const widthOf = ({ isFree, isChosen }: LineStyle) => (isChosen ? (isFree ? 9 : 4) : isFree ? 4 : 2);

function createLines(lines: readonly (readonly RdPlace[])[], style: LineStyle): Primitive {
  const look = (alpha: number) =>
    new PolylineMaterialAppearance({ translucent: true, material: materialOf(style, alpha) });
  return new Primitive({
    geometryInstances: lines.map(
      (points) =>
        new GeometryInstance({
          geometry: new PolylineGeometry({
            positions: points.map(rdToCartesian),
            width: widthOf(style),
            arcType: ArcType.NONE,
            vertexFormat: PolylineMaterialAppearance.VERTEX_FORMAT,
          }),
        }),
    ),
    appearance: look(style.isChosen ? 1 : 0.85),
    depthFailAppearance: look(HIDDEN * (style.isChosen ? 1 : 0.7)),
    asynchronous: false,
    allowPicking: false,
  });
}

const styles: readonly LineStyle[] = [
  { isFree: false, isChosen: false },
  { isFree: true, isChosen: false },
  { isFree: false, isChosen: true },
  { isFree: true, isChosen: true },
];

export function createSunPath(scene: PathScene): SceneLayer<SunPathView> {
  const all = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let shown: SunPathView | undefined;

  function addArcs(arcs: readonly SunArc[], chosen: string) {
    for (const style of styles) {
      const lines = arcs
        .filter(({ date }) => (date === chosen) === style.isChosen)
        .flatMap(({ pieces }) => pieces.filter(({ isFree }) => isFree === style.isFree).map(({ points }) => points));
      if (lines.length > 0) all.add(createLines(lines, style));
    }
  }

  function addLabels(arcs: readonly SunArc[], chosen: string, language: Language) {
    const texts = all.add(new BillboardCollection()) as BillboardCollection;
    const days = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    const write = (text: string, at: RdPlace, up: number) =>
      texts.add({
        position: rdToCartesian(at),
        image: drawLabel(text).image,
        scale: 1 / LABEL_DENSITY,
        pixelOffset: new Cartesian2(0, up),
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    for (const { date, hours } of arcs) {
      if (date === chosen) for (const { hour, at } of hours) write(`${hour}:00`, at, -14);
      const middle = hours[Math.floor(hours.length / 2)];
      // In the middle between two hours, so that it does not lie on theirs.
      if (middle) write(days.format(new Date(date)), middle.at, 14);
    }
  }

  function addPoints(point: SunPoint, arcs: readonly SunArc[], chosen: string, moment: Moment | undefined) {
    const points = all.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
    const add = (at: RdPlace, pixelSize: number, color: Color, outlineColor: Color, outlineWidth: number) =>
      points.add({
        position: rdToCartesian(at),
        pixelSize,
        color,
        outlineColor,
        outlineWidth,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    for (const { date, hours } of arcs) if (date === chosen) for (const { at } of hours) add(at, 6, PAPER, EDGE, 2);
    add(point, 13, PAPER, EDGE, 4);
    if (!moment) return;
    const sun = createSunDome(point, RADIUS)(moment.date, moment.minutes);
    if (sun.nap <= point.nap) return;
    all.add(createLines([[point, sun]], { isFree: false, isChosen: false }));
    add(sun, 22, SUN, EDGE, 3);
  }

  function draw({ point, days, chosen, moment, language }: SunPathView) {
    all.removeAll();
    if (!point) return;
    const dome = createSunDome(point, RADIUS);
    const arcs = days.map((day) => drawSunArc(day, dome));
    addArcs(arcs, chosen);
    addLabels(arcs, chosen, language);
    addPoints(point, arcs, chosen, moment);
  }

  return {
    update(view) {
      const keys = ['point', 'days', 'chosen', 'moment', 'language'] as const;
      if (shown && keys.every((key) => shown?.[key] === view[key])) return;
      shown = view;
      draw(view);
      scene.requestRender();
    },
    destroy() {
      scene.primitives.remove(all);
      scene.requestRender();
    },
  };
}

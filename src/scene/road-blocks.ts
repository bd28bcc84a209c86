/** Roads that water blocks, as lines just above it: the colour alone would be lost in the town, so they have a light edge. */
import {
  ArcType,
  type Cartesian3,
  Color,
  GeometryInstance,
  Material,
  PolylineGeometry,
  PolylineMaterialAppearance,
  Primitive,
} from 'cesium';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { floodEffects } from '../store/flood-effects.ts';
import { type AnswerScene, type AnswerView, createAnswerLayer } from './answer-layer.ts';
import { rdToCartesian } from './frames.ts';
import type { SceneLayer } from './scene-layer.ts';

const WIDTH = 10;
const LINE = Color.fromCssColorString('#8f1d3f');
const EDGE = Color.WHITE;
/** Behind a house: paler. */
const HIDDEN = 0.35;

const look = (alpha: number) =>
  new PolylineMaterialAppearance({
    translucent: alpha < 1,
    material: Material.fromType('PolylineOutline', {
      color: LINE.withAlpha(alpha),
      outlineColor: EDGE.withAlpha(alpha),
      outlineWidth: 4,
    }),
  });

/** Undefined where a line lies outside RD New. */
function toPositions(lines: Float64Array, at: number): readonly [Cartesian3, Cartesian3] | undefined {
  const [x1, y1, nap1, x2, y2, nap2] = lines.subarray(at, at + 6) as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  try {
    return [rdToCartesian({ x: x1, y: y1, nap: nap1 }), rdToCartesian({ x: x2, y: y2, nap: nap2 })];
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
}

function drawRoads(lines: Float64Array): Primitive | undefined {
  const geometryInstances: GeometryInstance[] = [];
  for (let at = 0; at < lines.length; at += 6) {
    const positions = toPositions(lines, at);
    if (!positions) continue;
    const { VERTEX_FORMAT: vertexFormat } = PolylineMaterialAppearance;
    const geometry = new PolylineGeometry({
      positions: [...positions],
      width: WIDTH,
      arcType: ArcType.NONE,
      vertexFormat,
    });
    geometryInstances.push(new GeometryInstance({ geometry }));
  }
  if (geometryInstances.length === 0) return undefined;
  return new Primitive({
    geometryInstances,
    appearance: look(1),
    depthFailAppearance: look(HIDDEN),
    asynchronous: false,
    allowPicking: false,
  });
}

/** What the effects of the water say of roads. */
export const createRoadBlocks = (scene: AnswerScene): SceneLayer<AnswerView> =>
  createAnswerLayer(scene, {
    subscribe: floodEffects.subscribe,
    read() {
      const { effects } = floodEffects.getState();
      return effects.status === 'ready' ? effects.value.roads.lines : undefined;
    },
    draw: drawRoads,
  });

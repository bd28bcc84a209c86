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
  PrimitiveCollection,
  type Scene,
} from 'cesium';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { floodEffects } from '../store/flood-effects.ts';
import { rdToCartesian } from './frames.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface RoadBlocksView {
  readonly isShown: boolean;
}

/** What drawing them needs of the scene; `primitives` gets one collection. */
export interface RoadBlocksScene {
  readonly primitives: PrimitiveCollection;
  readonly requestRender: Scene['requestRender'];
}

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

/** Tied to the store of effects by itself: what they say of roads is drawn while it is shown. */
export function createRoadBlocks(scene: RoadBlocksScene): SceneLayer<RoadBlocksView> {
  const all = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let isShown = false;
  let drawn: Float64Array | undefined;

  function apply() {
    const { effects } = floodEffects.getState();
    const lines = isShown && effects.status === 'ready' ? effects.value.roads.lines : undefined;
    if (lines === drawn) return;
    drawn = lines;
    all.removeAll();
    const geometryInstances: GeometryInstance[] = [];
    for (let at = 0; at < (lines?.length ?? 0); at += 6) {
      const positions = toPositions(lines as Float64Array, at);
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
    if (geometryInstances.length > 0)
      all.add(
        new Primitive({
          geometryInstances,
          appearance: look(1),
          depthFailAppearance: look(HIDDEN),
          asynchronous: false,
          allowPicking: false,
        }),
      );
    scene.requestRender();
  }

  const untie = floodEffects.subscribe(apply);
  return {
    update(view) {
      isShown = view.isShown;
      apply();
    },
    destroy() {
      untie();
      scene.primitives.remove(all);
      scene.requestRender();
    },
  };
}

/** Where a plan lies in the town of today: a line of dashes round its area, on the ground as it is drawn. */
import {
  type Cartesian3,
  ClassificationType,
  Color,
  GeometryInstance,
  GroundPolylineGeometry,
  GroundPolylinePrimitive,
  Material,
  PolylineMaterialAppearance,
  type PrimitiveCollection,
} from 'cesium';
import type { Plan } from '../model/plan.ts';
import { rdToCartesian } from './frames.ts';
import type { OnError } from './scene-layer.ts';

interface PlanAreaScene {
  readonly groundPrimitives: PrimitiveCollection;
  requestRender(): void;
}

export interface PlanArea {
  /** Undefined takes it away. */
  update(area: Plan['area'] | undefined): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

/** Dark dashes with light ones between: one of the two stands out on any ground. */
const DASHES = { color: Color.fromCssColorString('#0b5559'), gapColor: Color.fromCssColorString('#fffdf7') };
const [WIDTH_PIXELS, DASH_PIXELS] = [4, 22];

function createLine(area: Plan['area']): GroundPolylinePrimitive {
  const positions: Cartesian3[] = area.map(([x, y]) => rdToCartesian({ x, y, nap: 0 }));
  return new GroundPolylinePrimitive({
    geometryInstances: new GeometryInstance({
      geometry: new GroundPolylineGeometry({ positions, loop: true, width: WIDTH_PIXELS }),
    }),
    appearance: new PolylineMaterialAppearance({
      material: Material.fromType('PolylineDash', { ...DASHES, dashLength: DASH_PIXELS }),
    }),
    classificationType: ClassificationType.TERRAIN,
    // A line of a few corners: a thread would take longer to start.
    asynchronous: false,
  });
}

/** How it is drawn; `prepare` fetches what lines on the ground need to know of heights, once per page. */
interface Pen {
  prepare(): Promise<void>;
  createLine(area: Plan['area']): { show: boolean };
}

const groundPen: Pen = { prepare: () => GroundPolylinePrimitive.initializeTerrainHeights(), createLine };

export function createPlanArea(scene: PlanAreaScene, onError: OnError, pen = groundPen): PlanArea {
  let wanted: Plan['area'] | undefined;
  let line: { show: boolean } | undefined;
  let isShown = false;
  let isPrepared = false;
  let isPreparing = false;
  let destroyed = false;

  function draw() {
    if (line) scene.groundPrimitives.remove(line);
    line = wanted && isPrepared ? scene.groundPrimitives.add(pen.createLine(wanted)) : undefined;
    if (line) line.show = isShown;
    scene.requestRender();
  }

  async function start() {
    isPreparing = true;
    try {
      await pen.prepare();
      if (destroyed) return;
      isPrepared = true;
      draw();
    } catch (error) {
      if (!destroyed) onError(error);
    } finally {
      isPreparing = false;
    }
  }

  return {
    update(area) {
      if (area === wanted) return;
      wanted = area;
      if (area && !isPrepared) {
        if (!isPreparing) void start();
      } else draw();
    },
    setShown(next) {
      isShown = next;
      if (line) line.show = next;
    },
    destroy() {
      destroyed = true;
      if (line) scene.groundPrimitives.remove(line);
      line = undefined;
    },
  };
}

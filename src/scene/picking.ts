/** Pointer and building: hover, click, and where on earth the pointer is. Asks the graphics card only after a move. */
import { Cartesian2, type Scene } from 'cesium';
import {
  type BuildingSelection,
  hoverBuilding,
  selectBuilding,
  setPointer,
  type TwinState,
  twin,
} from '../store/twin.ts';
import { findPoint, readPlace } from './place.ts';
import type { OnError } from './scene-layer.ts';

/** Milliseconds between two questions. */
const INTERVAL = 80;
type Taking = Pick<TwinState, 'tool' | 'floodMeasures' | 'placesSun' | 'claimPlacing' | 'crowd' | 'overlays'>;
/** Pixels that a finger may slip and still click. */
const SLIP = 6;

export function createPicking(
  scene: Scene,
  read: (picked: unknown) => BuildingSelection | undefined,
  readPlan: (picked: unknown, position: Cartesian2) => BuildingSelection | undefined,
  onError: OnError,
): { destroy(): void } {
  const { canvas } = scene;
  let wanted: Cartesian2 | undefined;
  let busy = false;
  let lastAsked = 0;
  let pressed: { x: number; y: number } | undefined;
  let destroyed = false;

  const toWindow = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return new Cartesian2(event.clientX - box.left, event.clientY - box.top);
  };

  function reportPlace(position: Cartesian2, onBuilding: boolean) {
    const point = findPoint(scene, position, onBuilding);
    setPointer(point && readPlace(scene, point));
  }

  /** On every tick of the scene, so that it never runs inside a frame. */
  function ask() {
    if (!wanted || busy || performance.now() - lastAsked < INTERVAL) return;
    const position = wanted;
    wanted = undefined;
    busy = true;
    lastAsked = performance.now();
    scene
      .pickAsync(position, 1, 1)
      .then((picked) => {
        if (destroyed) return;
        const building = read(picked) ?? readPlan(picked, position);
        if (!isTakingClicks(twin.getState())) {
          hoverBuilding(building?.id);
          canvas.style.cursor = twin.getState().measure.isPointing ? 'crosshair' : building ? 'pointer' : '';
        }
        reportPlace(position, building !== undefined);
      }, onTimeOut)
      .finally(() => {
        busy = false;
      });
  }

  /** A slow graphics card may not answer within Cesium's ten ticks: then this move has no answer, the next one may. */
  function onTimeOut(error: unknown) {
    if (!(error instanceof Error && /timeout/i.test(error.message)) && !destroyed) onError(error);
  }

  function onMove(event: PointerEvent) {
    if (event.buttons === 0 && event.pointerType !== 'touch') wanted = toWindow(event);
  }
  function onDown(event: PointerEvent) {
    canvas.focus({ preventScroll: true });
    pressed = event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : undefined;
  }
  function onUp(event: PointerEvent) {
    if (!pressed || !event.isPrimary) return;
    const slipped = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
    pressed = undefined;
    if (slipped > SLIP || isTakingClicks(twin.getState())) return;
    const position = toWindow(event);
    const picked: unknown = scene.pick(position, 3, 3);
    if (twin.getState().measure.isPointing) {
      import('./measure-click.ts').then(({ measureAt }) => measureAt(scene, position, picked, read(picked)), onError);
      return;
    }
    const building = read(picked) ?? readPlan(picked, position);
    selectBuilding(building);
    reportPlace(position, building !== undefined);
    const { overlays, pointer } = twin.getState();
    if (overlays.solar.visible)
      import('./solar-click.ts').then(({ choosePlaneAt }) => choosePlaneAt(building?.id, pointer), onError);
  }
  function onLeave() {
    wanted = undefined;
    hoverBuilding(undefined);
    setPointer(undefined);
  }

  /** Then a click in the picture is the tool's, or puts a measure, and selects no building. */
  const isTakingClicks = ({ tool, floodMeasures, placesSun, claimPlacing, crowd, overlays }: Taking): boolean =>
    tool === 'draw' ||
    floodMeasures.placing !== undefined ||
    placesSun ||
    (claimPlacing !== undefined && overlays.claims.visible) ||
    (crowd.placing !== undefined && overlays.crowd.visible);

  const stopTicks = scene.postUpdate.addEventListener(ask);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointerleave', onLeave);

  return {
    destroy() {
      destroyed = true;
      stopTicks();
      canvas.removeEventListener('pointermove', onMove);
      canvas.removeEventListener('pointerdown', onDown);
      canvas.removeEventListener('pointerup', onUp);
      canvas.removeEventListener('pointerleave', onLeave);
    },
  };
}

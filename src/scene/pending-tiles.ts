import { Cesium3DTileset, type PrimitiveCollection, type Scene } from 'cesium';
import { setPendingTiles } from '../store/twin.ts';

/** Tells the store how many tiles of terrain, map and tilesets are still to come. */
export function createPendingTiles(scene: Scene): { destroy(): void } {
  const pending = new Map<object, number>();
  const stops = new Map<object, () => void>();

  function report() {
    let sum = 0;
    for (const count of pending.values()) sum += count;
    setPendingTiles(sum);
  }

  function watchTileset(primitive: unknown) {
    if (!(primitive instanceof Cesium3DTileset)) return;
    stops.set(
      primitive,
      primitive.loadProgress.addEventListener((requests: number, processing: number) => {
        pending.set(primitive, requests + processing);
        report();
      }),
    );
  }

  function forget(primitive: object) {
    stops.get(primitive)?.();
    stops.delete(primitive);
    if (pending.delete(primitive)) report();
  }

  const primitives: PrimitiveCollection = scene.primitives;
  for (let i = 0; i < primitives.length; i++) watchTileset(primitives.get(i));
  stops.set(primitives, primitives.primitiveAdded.addEventListener(watchTileset));
  stops.set(pending, primitives.primitiveRemoved.addEventListener(forget));
  stops.set(
    scene.globe,
    scene.globe.tileLoadProgressEvent.addEventListener((queued: number) => {
      pending.set(scene.globe, queued);
      report();
    }),
  );

  return {
    destroy() {
      for (const stop of stops.values()) stop();
      setPendingTiles(0);
    },
  };
}

import type { Scene } from 'cesium';

/** Motion over time, driven by the scene's own ticks (which go on while no frame is drawn). One motion at a time. */
export interface Glide {
  /** Calls `step` with 0 < t ≤ 1, eased, until `seconds` are over. With reduced motion: once, with 1. */
  start(seconds: number, step: (t: number) => void): void;
  stop(): void;
  isMoving(): boolean;
}

export const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const ease = (t: number) => 1 - (1 - t) ** 3;

export function createGlide(scene: Pick<Scene, 'preUpdate'>): Glide {
  let stopListening: (() => void) | undefined;

  function stop() {
    stopListening?.();
    stopListening = undefined;
  }

  return {
    start(seconds, step) {
      stop();
      if (prefersReducedMotion()) {
        step(1);
        return;
      }
      const begin = performance.now();
      stopListening = scene.preUpdate.addEventListener(() => {
        const t = Math.min((performance.now() - begin) / (1000 * seconds), 1);
        if (t === 1) stop();
        step(ease(t));
      });
    },
    stop,
    isMoving: () => stopListening !== undefined,
  };
}

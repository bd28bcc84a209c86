/**
 * Applies the quality ladder: while the camera moves or tiles come, the level that the machine can draw fluently; when all
 * is there and at rest, the best picture that it can draw in reasonable time, and then no frames at all.
 */
import { Cesium3DTileset, type CesiumWidget } from 'cesium';
import { twin } from '../store/twin.ts';
import type { Daylight } from './daylight.ts';
import { SHADOW_DARKNESS } from './daylight-shader.ts';
import { type LadderState, measureFrame, type QualityLevel, qualityLevels, startLadder } from './quality-ladder.ts';

/** Milliseconds of rest before the still picture is drawn. */
const REST = 350;
/** A still that takes longer than this to draw is drawn a level lower from then on. Milliseconds. */
const STILL_BUDGET = 1500;

export interface Quality {
  /** Whether the still picture of the present rest has been drawn. */
  isSettled(): boolean;
  readonly level: () => QualityLevel;
  destroy(): void;
}

const isPhone = () => matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600;

/** Bytes of tiles to keep: phones end the page when it takes too much. */
export const cacheBytes = () => (isPhone() ? 160 : 512) * 1024 * 1024;

const clampLevel = (level: number) => Math.min(Math.max(level, 0), qualityLevels.length - 1);

/** `fixed` is the name of a level to keep, for tests and for whoever knows better: `?quality=low`. */
export function createQuality(
  widget: CesiumWidget,
  daylight: Daylight,
  isMoving: () => boolean,
  fixed: string | null,
): Quality {
  const { scene } = widget;
  const fixedLevel = qualityLevels.findIndex(({ name }) => name === fixed);
  let ladder: LadderState = startLadder(fixedLevel >= 0 ? fixedLevel : isPhone() ? 1 : 2);
  let stillLevel = fixedLevel >= 0 ? fixedLevel : isPhone() ? 3 : 4;
  let applied: QualityLevel | undefined;
  let lastFrame: { number: number; time: number } | undefined;
  let restSince = performance.now();
  let settling: { began: number; frames: number } | undefined;
  let settled = false;
  let ticks = 0;

  const { shadowMap, postProcessStages, globe } = scene;
  shadowMap.softShadows = true;
  shadowMap.darkness = SHADOW_DARKNESS;
  shadowMap.maximumDistance = 1500;
  shadowMap.normalOffset = true;
  const occlusion = postProcessStages.ambientOcclusion;
  Object.assign(occlusion.uniforms, { intensity: 2.2, bias: 0.1, lengthCap: 0.4, directionCount: 8, stepCount: 16 });

  function apply(level: QualityLevel) {
    if (level === applied) return;
    applied = level;
    const density = Math.min(window.devicePixelRatio || 1, 1.5);
    widget.resolutionScale = level.resolutionScale > 1 ? density : level.resolutionScale;
    scene.msaaSamples = level.msaaSamples;
    postProcessStages.fxaa.enabled = level.msaaSamples === 1;
    occlusion.enabled = level.ambientOcclusion;
    shadowMap.enabled = level.shadowSize > 0;
    if (level.shadowSize > 0) shadowMap.size = level.shadowSize;
    daylight.update({ shadows: level.shadowSize > 0, detail: level.facadeDetail });
    scene.requestRender();
  }

  /** Of the moving level, also at rest: a still that asked for finer tiles would wait for them, and so never rest. */
  function applyErrors() {
    const level = levelAt(ladder.level);
    globe.maximumScreenSpaceError = level.terrainError;
    for (let i = 0; i < scene.primitives.length; i++) {
      const primitive: unknown = scene.primitives.get(i);
      if (primitive instanceof Cesium3DTileset) primitive.maximumScreenSpaceError = level.tilesetError;
    }
  }

  const levelAt = (index: number) => qualityLevels[clampLevel(index)] as QualityLevel;

  /** Every tick, drawn or not. */
  function watch() {
    ticks++;
    const now = performance.now();
    const isResting = settling !== undefined || twin.getState().pendingTiles === 0;
    if (isMoving() || !isResting) {
      restSince = now;
      settling = undefined;
      settled = false;
      apply(levelAt(ladder.level));
      return;
    }
    if (settled || now - restSince < REST) return;
    if (!settling) {
      settling = { began: now, frames: 0 };
      apply(levelAt(Math.max(stillLevel, ladder.level)));
      scene.requestRender();
    }
  }

  function afterFrame() {
    const now = performance.now();
    const follows = lastFrame && lastFrame.number === ticks - 1;
    if (follows && lastFrame && !settling && !settled && fixedLevel < 0) {
      ladder = measureFrame(ladder, now - lastFrame.time);
    }
    lastFrame = { number: ticks, time: now };
    applyErrors();
    if (!settling || settled) return;
    // The first frame compiles shaders; the second tells what a still costs.
    settling.frames++;
    if (settling.frames === 1) {
      settling.began = now;
      scene.requestRender();
    } else {
      if (now - settling.began > STILL_BUDGET && fixedLevel < 0) stillLevel = clampLevel(stillLevel - 1);
      settled = true;
    }
  }

  apply(levelAt(ladder.level));
  const stops = [scene.preUpdate.addEventListener(watch), scene.postRender.addEventListener(afterFrame)];

  return {
    isSettled: () => settled,
    level: () => applied ?? levelAt(ladder.level),
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

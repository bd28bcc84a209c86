/**
 * Applies the quality ladder: while the camera moves or tiles come, the level that the machine can draw fluently; when all
 * is there and at rest, the best picture that it can draw in reasonable time, and then no frames at all.
 */
import { Cesium3DTileset, type CesiumWidget, type ShadowMap } from 'cesium';
import type { Moment } from '../model/plan.ts';
import { twin } from '../store/twin.ts';
import { bind } from './bind.ts';
import type { Daylight } from './daylight.ts';
import { SHADOW_DARKNESS } from './daylight-shader.ts';
import { type LadderState, measureFrame, type QualityLevel, qualityLevels, startLadder } from './quality-ladder.ts';

/** Milliseconds of rest before the still picture is drawn. */
const REST = 300;
/** A still that takes longer a frame is not refined any further, and a level lower from then on. Milliseconds. */
const STILL_BUDGET = 350;
/** Pixels of the shadow map at least, while the sun of a moment is looked at. */
const SUN_SHADOWS = 1024;
/** Frames of a still: the first compiles shaders, the last tells what one costs. */
const STILL_FRAMES = 3;

export interface Quality {
  /** Whether the still picture of the present rest has been drawn. */
  isSettled(): boolean;
  destroy(): void;
}

const isPhone = () => matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600;

/** Bytes of tiles to keep: phones end the page when it takes too much. */
export const cacheBytes = () => (isPhone() ? 160 : 512) * 1024 * 1024;

const clampLevel = (level: number) => Math.min(Math.max(level, 0), qualityLevels.length - 1);

/**
 * Metres by which a lit surface is lifted off its own shadow. Cesium's 0.1 m leaves stripes on roofs a few hundred metres
 * away, and it offers no public setting: where it hides elsewhere, the stripes are back and nothing else.
 */
function softenShadowEdges(shadowMap: ShadowMap) {
  const bias: unknown = Reflect.get(shadowMap, '_primitiveBias');
  if (typeof bias === 'object' && bias !== null && 'normalOffsetScale' in bias) bias.normalOffsetScale = 0.6;
}

/**
 * `fixed` names a level to keep, for tests and for whoever knows better: `?quality=low`; with a second one for the still
 * picture: `?quality=low,best`.
 */
export function createQuality(
  widget: CesiumWidget,
  daylight: Daylight,
  isMoving: () => boolean,
  fixed: string | null,
): Quality {
  const { scene } = widget;
  const [fixedLevel = -1, fixedStill = fixedLevel] = (fixed?.split(',') ?? []).map((part) =>
    qualityLevels.findIndex(({ name }) => name === part),
  );
  let ladder: LadderState = startLadder(fixedLevel >= 0 ? fixedLevel : isPhone() ? 1 : 2);
  /** Best level that a still may have, as far as is known. */
  let stillLimit = fixedStill >= 0 ? fixedStill : qualityLevels.length - 1;
  /** Level that the next still begins with. */
  let stillStart = 0;
  let applied: QualityLevel | undefined;
  let lastFrame: { tick: number; time: number } | undefined;
  let restSince = performance.now();
  let settling: { level: number; frames: number; lastTime: number } | undefined;
  let settled = false;
  let ticks = 0;
  let sunIsAsked = false;

  const { shadowMap, postProcessStages, globe } = scene;
  shadowMap.softShadows = true;
  shadowMap.darkness = SHADOW_DARKNESS;
  shadowMap.maximumDistance = 1500;
  softenShadowEdges(shadowMap);
  const occlusion = postProcessStages.ambientOcclusion;
  Object.assign(occlusion.uniforms, { intensity: 1.6, bias: 0.25, lengthCap: 0.35, directionCount: 8, stepCount: 24 });

  function apply(level: QualityLevel) {
    if (level === applied) return;
    applied = level;
    const density = Math.min(window.devicePixelRatio || 1, 1.5);
    widget.resolutionScale = level.resolutionScale > 1 ? density : level.resolutionScale;
    scene.msaaSamples = level.msaaSamples;
    postProcessStages.fxaa.enabled = level.msaaSamples === 1;
    occlusion.enabled = level.ambientOcclusion;
    const shadowSize = sunIsAsked ? Math.max(level.shadowSize, SUN_SHADOWS) : level.shadowSize;
    shadowMap.enabled = shadowSize > 0;
    if (shadowSize > 0) shadowMap.size = shadowSize;
    daylight.update({ shadows: shadowSize > 0, detail: level.facadeDetail });
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
    if (!settling) drawStill(Math.min(stillLimit, Math.max(stillStart, ladder.level)));
    else scene.requestRender();
  }

  function drawStill(level: number) {
    settling = { level, frames: 0, lastTime: 0 };
    apply(levelAt(level));
    scene.requestRender();
  }

  /** A still gets better step by step, until the best level or until a frame takes too long. */
  function refine({ level }: { level: number }, milliseconds: number) {
    stillStart = level;
    if (milliseconds > STILL_BUDGET && fixedLevel < 0) stillLimit = Math.max(level - 1, Math.min(level, ladder.level));
    if (level < stillLimit) drawStill(level + 1);
    else settled = true;
  }

  function afterFrame() {
    const now = performance.now();
    const follows = lastFrame?.tick === ticks - 1;
    if (follows && lastFrame && !settling && fixedLevel < 0) ladder = measureFrame(ladder, now - lastFrame.time);
    lastFrame = { tick: ticks, time: now };
    applyErrors();
    if (!settling || settled) return;
    settling.frames++;
    if (settling.frames === STILL_FRAMES) refine(settling, now - settling.lastTime);
    else settling.lastTime = now;
  }

  /** Where the sun stands has been chosen: then shadows are the answer, whatever the machine draws besides. */
  function askSun(moment: Moment | undefined) {
    sunIsAsked = moment !== undefined;
    applied = undefined;
    settling = undefined;
    settled = false;
    restSince = performance.now();
    apply(levelAt(ladder.level));
  }

  const stops = [
    bind({ update: (view: { moment: Moment | undefined }) => askSun(view.moment) }, ({ moment }) => ({ moment })),
    scene.preUpdate.addEventListener(watch),
    scene.postRender.addEventListener(afterFrame),
  ];

  return {
    isSettled: () => settled,
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

/**
 * Applies the quality ladder: while the camera moves or tiles come, the level that the machine can draw fluently; when all
 * is there and at rest, the best picture that it can draw in reasonable time, and then no frames at all.
 */
import { Cesium3DTileset, type CesiumWidget, type ShadowMap } from 'cesium';
import type { Moment } from '../model/plan.ts';
import { twin } from '../store/twin.ts';
import { bind } from './bind.ts';
import type { Daylight } from './daylight.ts';
import { SHADOW_DARKNESS, SHADOW_SLOPE } from './daylight-shader.ts';
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
  /** Keeps this resolution at every level, for a picture; undefined gives each level its own again. */
  fixResolution(scale: number | undefined): void;
  destroy(): void;
}

const isPhone = () => matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600;

/** Bytes of tiles to keep: phones end the page when it takes too much. */
export const cacheBytes = () => (isPhone() ? 160 : 512) * 1024 * 1024;

const clampLevel = (level: number) => Math.min(Math.max(level, 0), qualityLevels.length - 1);

/**
 * How far a surface is kept from its own shadow. Depths are compared over three by three pixels of the map, so what casts must lie
 * back by its slope over that width, not over one pixel (Cesium's 1.1): else far roofs and walls that the sun grazes get stripes.
 * That grows with the pixels of the map, so near walls keep their shadow at their foot. Lifting along the normal (Cesium lifts
 * ground by half a metre, which casts nothing) makes shadows of a low sun metres too short. There is no public setting: where Cesium
 * hides it elsewhere, the stripes are back and nothing else.
 */
const SHADOW_BIAS = {
  _primitiveBias: { polygonOffsetFactor: 3, normalOffsetScale: 0.2, normalShadingSmooth: SHADOW_SLOPE },
  _terrainBias: { normalOffsetScale: 0.1 },
};

function fitShadowBias(shadowMap: ShadowMap) {
  for (const [name, change] of Object.entries(SHADOW_BIAS)) {
    const bias: unknown = Reflect.get(shadowMap, name);
    if (typeof bias === 'object' && bias !== null) Object.assign(bias, change);
  }
  // The map draws with states that it made of the values before.
  const makeStates: unknown = Reflect.get(shadowMap, 'debugCreateRenderStates');
  if (typeof makeStates === 'function') Reflect.apply(makeStates, shadowMap, []);
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
  let fixedResolution: number | undefined;

  const { shadowMap, postProcessStages, globe } = scene;
  shadowMap.softShadows = true;
  shadowMap.darkness = SHADOW_DARKNESS;
  shadowMap.maximumDistance = 1500;
  fitShadowBias(shadowMap);
  const occlusion = postProcessStages.ambientOcclusion;
  Object.assign(occlusion.uniforms, { intensity: 1.6, bias: 0.25, lengthCap: 0.35, directionCount: 8, stepCount: 24 });

  function apply(level: QualityLevel) {
    if (level === applied) return;
    applied = level;
    applyResolution(level);
    scene.msaaSamples = level.msaaSamples;
    postProcessStages.fxaa.enabled = level.msaaSamples === 1;
    occlusion.enabled = level.ambientOcclusion;
    const shadowSize = sunIsAsked ? Math.max(level.shadowSize, SUN_SHADOWS) : level.shadowSize;
    shadowMap.enabled = shadowSize > 0;
    if (shadowSize > 0) shadowMap.size = shadowSize;
    daylight.update({ shadows: shadowSize > 0, detail: level.facadeDetail });
    scene.requestRender();
  }

  function applyResolution({ resolutionScale }: QualityLevel) {
    const density = Math.min(window.devicePixelRatio || 1, 1.5);
    widget.resolutionScale = fixedResolution ?? (resolutionScale > 1 ? density : resolutionScale);
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
    fixResolution(scale) {
      fixedResolution = scale;
      if (applied) applyResolution(applied);
      scene.requestRender();
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

/** Sun, sky, haze and the far world, tuned as one: everything here is about what the air looks like. */
import { Cartesian3, Color, type Globe, JulianDate, type Scene, SunLight } from 'cesium';

/** A clear morning in late April, 10:30 summer time: sun in the south-east at 40°. */
const MORNING = JulianDate.fromIso8601('2026-04-24T08:30:00Z');

/** Colours that the map's palette continues in where there is no map. */
const PAPER = Color.fromCssColorString('#fffbf2');

/** How the globe lights its map: as a part of the sun's light by its slope, and without any. Ground of a plan is lit alike. */
export const GROUND_LIGHT = { bySlope: 0.75, always: 0.5 };

export function setUpLight(scene: Scene, globe: Globe): JulianDate {
  scene.light = new SunLight({ color: Color.fromCssColorString('#fff4e2'), intensity: 2 });
  scene.backgroundColor = Color.fromCssColorString('#cfdde8');
  scene.highDynamicRange = false;

  const sky = scene.skyAtmosphere;
  if (sky) {
    sky.atmosphereLightIntensity = 28;
    sky.saturationShift = -0.12;
    sky.brightnessShift = 0.06;
    sky.atmosphereMieCoefficient = new Cartesian3(5e-6, 5e-6, 5e-6);
  }
  // Haze is drawn by two: the globe's for the ground, the scene's for models. They must agree, and be as light as the sky.
  scene.atmosphere.lightIntensity = 150;
  scene.atmosphere.saturationShift = -0.6;
  scene.atmosphere.brightnessShift = 0.12;
  globe.atmosphereLightIntensity = 150;
  globe.atmosphereSaturationShift = -0.6;
  globe.atmosphereBrightnessShift = 0.12;
  scene.fog.enabled = true;
  scene.fog.visualDensityScalar = 0.6;
  scene.fog.minimumBrightness = 0.8;

  globe.baseColor = PAPER;
  globe.enableLighting = true;
  globe.dynamicAtmosphereLighting = false;
  globe.lambertDiffuseMultiplier = GROUND_LIGHT.bySlope;
  globe.vertexShadowDarkness = GROUND_LIGHT.always;
  globe.depthTestAgainstTerrain = true;
  globe.showWaterEffect = false;
  return MORNING;
}

/** How a plan looks: the same sketch as the town, in the light colours of a scale model, so that nobody takes it for built. */

import { groundSurfaces } from '../model/plan-model.ts';
import { facades } from './building-paint.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { facadeGlsl, glslColor } from './facade-shader.ts';
import { CUT_CODE } from './plan-mesh.ts';

export const planWalls = ['#f5f0e4', '#efe3cd', '#e9e6df', '#f3e7da'] as const;
export const planRoofs = ['#7fa3a3', '#8fb0a8', '#86a2ae'] as const;

/** The map's own colours, so that new ground lies in the old. */
const groundColors: Record<(typeof groundSurfaces)[number], string> = {
  road: '#cbb09c',
  path: '#e3dacb',
  paving: '#dfcbb2',
  green: '#aec286',
  garden: '#c3cb9c',
  water: '#9fc3c6',
  quay: '#cfc5b6',
  bare: '#d9ccb0',
};

export const planBuildingGlsl = `
${facadeGlsl}
const vec3 TERRACE = ${glslColor('#dcd8cd')};

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  float slope = dot(normal, czm_eyeEllipsoidNormalEC);
  vec4 tint = fsInput.attributes.color_0;
  int kind = int(tint.a * 16.0 + 0.5);
  vec2 levels = fsInput.attributes.texCoord_0;
  float packedWidth = floor(fsInput.attributes.texCoord_1.y + 0.5);
  bool onGround = mod(packedWidth, 2.0) > 0.5;
  vec2 size = v_metres * vec2(2.0 * floor(packedWidth / 2.0), levels.y - levels.x);
  vec2 place = v_metres * vec2(fsInput.attributes.texCoord_1.x, fsInput.attributes.positionMC.y - levels.x);
  float grazing = pow(1.0 - abs(dot(normal, normalize(fsInput.attributes.positionEC))), 3.0);
  vec3 albedo = tint.rgb;
  float ambient = 1.0;
  if (slope > 0.985) albedo = mix(tint.rgb, TERRACE, 0.45);
  else if (slope <= 0.35 && size.x > 0.0) {
    if (u_detail > 0.5 && kind != ${facades.plain}) albedo = facade(albedo, place, size, onGround, kind, grazing);
    if (onGround) ambient = mix(0.78, 1.0, smoothstep(0.0, 3.0, place.y));
  }
  material.diffuse = daylight(albedo, normal, ambient);
  material.alpha = u_opacity;
}
`;

export const planGroundGlsl = `
${daylightGlsl}
const vec3 SURFACES[${groundSurfaces.length}] = vec3[${groundSurfaces.length}](${groundSurfaces.map((surface) => glslColor(groundColors[surface])).join(', ')});
const vec3 EDGE = ${glslColor('#a89c8c')};
const vec3 EARTH = ${glslColor('#a98a66')};
const vec3 EARTH_DARK = ${glslColor('#9a7a57')};
const vec3 SOD = ${glslColor('#76804c')};

// Today's ground in section: a strip of sod above, below it a band for every metre of NAP, by which its height can be read.
vec3 earth(float depth, float nap) {
  float soft = max(fwidth(nap), 0.02);
  float within = fract(nap * 0.5) * 2.0;
  float band = smoothstep(0.0, soft, within) - smoothstep(1.0, 1.0 + soft, within);
  vec3 albedo = mix(EARTH, EARTH_DARK, mix(band, 0.5, smoothstep(0.3, 1.0, soft)));
  return mix(SOD, albedo, smoothstep(0.22, 0.22 + soft, depth));
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  int code = int(fsInput.attributes.color_0.a * 16.0 + 0.5);
  int surface = clamp(code, 0, ${groundSurfaces.length - 1});
  // Walls: of a quay, or the cut that a plan makes in today's ground or dike.
  vec3 albedo = dot(normal, czm_eyeEllipsoidNormalEC) > 0.35 ? SURFACES[surface] : EDGE;
  if (code == ${CUT_CODE}) albedo = earth(fsInput.attributes.texCoord_0.x, fsInput.attributes.texCoord_0.y);
  material.diffuse = daylight(albedo, normal, 1.0);
  material.alpha = u_opacity;
}
`;

export const planTreeGlsl = `
${daylightGlsl}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  float up = dot(normal, czm_eyeEllipsoidNormalEC);
  vec3 soft = normalize(normal + 0.6 * czm_eyeEllipsoidNormalEC);
  material.diffuse = daylight(fsInput.attributes.color_0.rgb * mix(0.8, 1.12, 0.5 + 0.5 * up), soft, 1.0);
  material.alpha = u_opacity;
}
`;

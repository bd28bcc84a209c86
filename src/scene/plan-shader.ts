/** How a plan looks: the same sketch as the town, in the light colours of a scale model, so that nobody takes it for built. */

import { groundSurfaces } from '../model/plan-model.ts';
import { facades } from './building-paint.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { facadeGlsl, glslColor } from './facade-shader.ts';

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

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  int surface = clamp(int(fsInput.attributes.color_0.a * 16.0 + 0.5), 0, ${groundSurfaces.length - 1});
  // The walls of a quay, and the cut that a plan makes in today's ground or dike.
  vec3 albedo = dot(normal, czm_eyeEllipsoidNormalEC) > 0.35 ? SURFACES[surface] : EDGE;
  material.diffuse = daylight(albedo, normal, 1.0);
  material.alpha = u_opacity;
}
`;

/** How a plan looks: the same sketch as the town, in the light colours of a scale model, so that nobody takes it for built. */
import { type GroundClass, groundColors } from '../model/ground-colors.ts';
import { groundSurfaces } from '../model/plan-model.ts';
import { emphases, facades } from './building-paint.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { facadeGlsl, glslColor } from './facade-shader.ts';
import { GROUND_LIGHT } from './light.ts';
import { CUT_CODE } from './plan-mesh.ts';

export const planWalls = ['#f5f0e4', '#efe3cd', '#e9e6df', '#f3e7da'] as const;
export const planRoofs = ['#7fa3a3', '#8fb0a8', '#86a2ae'] as const;

/** As which class of the map's ground each surface is drawn. */
const groundClasses: Record<(typeof groundSurfaces)[number], GroundClass> = {
  road: 'road-clinker',
  path: 'footpath',
  paving: 'pedestrian-area',
  green: 'park',
  garden: 'yard',
  water: 'water',
  quay: 'structure',
  bare: 'bare',
};

const surfaceColors = groundSurfaces.map((surface) => glslColor(groundColors[groundClasses[surface]]));

/** Each building's number is in `_SOLID`; those that stand out are in the uniforms `u_selected` and `u_hovered`. */
export const planBuildingGlsl = `
${facadeGlsl}
const vec3 TERRACE = ${glslColor('#dcd8cd')};

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  float slope = dot(normal, czm_eyeEllipsoidNormalEC);
  vec4 tint = fsInput.attributes.color_0;
  int kind = int(tint.a * 16.0 + 0.5);
  WallPlace wall = wallPlace(fsInput);
  vec3 albedo = tint.rgb;
  float ambient = 1.0;
  if (slope > 0.985) albedo = mix(tint.rgb, TERRACE, 0.45);
  else if (slope <= 0.35 && wall.size.x > 0.0) {
    if (u_detail > 0.5 && kind != ${facades.plain}) albedo = facade(albedo, wall, kind, grazingOf(fsInput, normal));
    if (wall.onGround) ambient = mix(0.78, 1.0, smoothstep(0.0, 3.0, wall.place.y));
  }
  float solid = fsInput.attributes.solid;
  int emphasis = abs(solid - u_selected) < 0.5 ? ${emphases.selected} : abs(solid - u_hovered) < 0.5 ? ${emphases.hovered} : ${emphases.none};
  material.diffuse = daylight(emphasise(albedo, emphasis), normal, ambient);
  material.alpha = u_opacity;
}
`;

export const planGroundGlsl = `
${daylightGlsl}
const vec3 SURFACES[${surfaceColors.length}] = vec3[${surfaceColors.length}](${surfaceColors.join(', ')});
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

// As the globe lights its map, which it does in gamma-encoded colours.
vec3 groundlight(vec3 albedo, vec3 normal) {
  float lambert = max(dot(normal, czm_lightDirectionEC), 0.0);
  float intensity = min(lambert * ${GROUND_LIGHT.bySlope.toFixed(2)} + ${GROUND_LIGHT.always.toFixed(2)}, 1.0);
  return albedo * pow(czm_lightColor * intensity, vec3(2.2));
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  int code = int(fsInput.attributes.color_0.a * 16.0 + 0.5);
  int surface = clamp(code, 0, ${groundSurfaces.length - 1});
  // Walls: of a quay, or the cut that a plan makes in today's ground or dike.
  bool isWall = dot(normal, czm_eyeEllipsoidNormalEC) <= 0.35;
  if (code == ${CUT_CODE}) {
    vec3 albedo = earth(fsInput.attributes.texCoord_0.x, fsInput.attributes.texCoord_0.y);
    material.diffuse = openDaylight(albedo, normal, 1.0);
  } else material.diffuse = isWall ? openDaylight(EDGE, normal, 1.0) : groundlight(SURFACES[surface], normal);
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

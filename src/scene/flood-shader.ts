/** How water looks: a calm sheet whose colour tells a class, at its true level, cut off where the ground rises out of it. */
import { MOST_CLASSES, UNKNOWN_TIME } from '../model/flood-classes.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { glslColor } from './facade-shader.ts';

/** What is shallower is not drawn, m. */
const LEAST = '0.05';

const waterGlsl = `
ivec2 inside(ivec2 cell) {
  return clamp(cell, ivec2(0), ivec2(u_size) - 1);
}

float depthAt(ivec2 cell) {
  vec2 moments = texelFetch(u_water, inside(cell), 0).rg;
  return mix(moments.x, moments.y, u_share);
}
`;

/**
 * Positions are whole steps of the mesh, x east, z south. The place on the screen is that of the true level; in depth the water is
 * drawn as if it lay a little higher (\`lift\`), by moving it along its own line of sight: terrain is drawn with errors, most of
 * them where it is far away, and would swallow a few centimetres of water.
 */
export const floodVertexGlsl = `
${waterGlsl}
const float EARTH = 6385000.0;

void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 steps = vsInput.attributes.positionMC;
  v_place = u_middle + vec2(steps.x, -steps.z) * u_cells;
  ivec2 cell = ivec2(floor(v_place + 0.5));
  float bed = texelFetch(u_bed, inside(cell), 0).r;
  if (bed < -9000.0) bed = u_datum;
  vec2 metres = steps.xz * u_step;
  float level = bed + depthAt(cell) - u_datum - dot(metres, metres) / (2.0 * EARTH);
  vec3 at = vec3(steps.x, level / u_step, steps.z);
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  float lift = 0.015 + u_lift * u_step * distance(eye, at);
  float above = max(u_step * (eye.y - at.y), 0.3);
  vsOutput.positionMC = mix(at, eye, min(lift / above, 0.5));
}
`;

/** Linear between the middles of cells. A steep bank is a step: the shore is then halfway, however high the bank. */
export const floodFragmentGlsl = `
${daylightGlsl}
${waterGlsl}
const vec3 SHORE = ${glslColor('#1f6fb2')};
const vec3 SKY_GLOSS = vec3(0.62, 0.74, 0.86);
const vec3 UNKNOWN = ${glslColor(UNKNOWN_TIME)};
const vec3 INK = ${glslColor('#0d2f57')};
const vec3 PAPER_WHITE = vec3(0.97);

// 1 on lines some pixels apart. (Cesium trips over doc comments of one line.)
float lines(float metres, float part) {
  float pixel = max(fwidth(metres), 1e-5);
  float spacing = exp2(ceil(log2(pixel * 7.0)));
  float at = abs(fract(metres / spacing) - 0.5) * 2.0;
  float soft = 2.0 * pixel / spacing;
  return 1.0 - smoothstep(part - soft, part + soft, 1.0 - at);
}

// Height of a few small waves, slope in x and y.
vec2 ripple(vec2 p) {
  vec2 slope = vec2(0.0);
  slope += vec2(0.8, 0.6) * cos(dot(p, vec2(0.8, 0.6)) * 1.9 + u_clock * 1.3);
  slope += vec2(-0.5, 0.87) * cos(dot(p, vec2(-0.5, 0.87)) * 2.7 + u_clock * 1.7 + 1.0);
  slope += vec2(0.2, -0.98) * cos(dot(p, vec2(0.2, -0.98)) * 4.3 + u_clock * 2.3 + 2.0);
  return slope;
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  if (any(lessThan(v_place, vec2(-0.5))) || any(greaterThan(v_place, u_size - 0.5))) discard;
  if (all(greaterThan(v_place, u_hole.xy)) && all(lessThan(v_place, u_hole.zw))) discard;
  ivec2 cell = ivec2(floor(v_place));
  vec4 around = vec4(depthAt(cell), depthAt(cell + ivec2(1, 0)), depthAt(cell + ivec2(0, 1)), depthAt(cell + ivec2(1, 1)));
  float most = max(max(around.x, around.y), max(around.z, around.w));
  around = max(around, vec4(2.0 * ${LEAST} - most));
  vec2 part = fract(v_place);
  float depth = mix(mix(around.x, around.y, part.x), mix(around.z, around.w, part.x), part.y);
  float slope = max(fwidth(depth), 1e-4);
  // Pixels from the shore, inside positive.
  float fromShore = (depth - ${LEAST}) / slope;
  vec2 metres = v_place * u_cellSize;
  float pixel = max(length(dFdx(metres)), length(dFdy(metres)));
  vec2 tint = texelFetch(u_tint, inside(ivec2(floor(v_place + 0.5))), 0).rg;
  float value = mix(depth, tint.x, u_isTinted);
  if (most < ${LEAST} || fromShore < -0.5) discard;

  float valueSlope = mix(slope, 1e-3, u_isTinted);
  vec3 albedo = texelFetch(u_palette, ivec2(0), 0).rgb;
  float rank = 0.0;
  for (int i = 1; i < ${MOST_CLASSES}; i++) {
    float bound = i < 4 ? u_lowBounds[i] : u_highBounds[i - 4];
    float above = clamp((value - bound) / valueSlope + 0.5, 0.0, 1.0);
    albedo = mix(albedo, texelFetch(u_palette, ivec2(i, 0), 0).rgb, above);
    rank += above;
  }
  albedo = pow(albedo, vec3(2.2));
  if (u_isTinted > 0.5 && tint.x < 0.0) albedo = UNKNOWN;

  if (u_hasPattern > 0.5 && rank > 0.5) {
    float across = lines(metres.x + metres.y, 0.1 + 0.07 * min(rank, 5.0));
    float back = rank > 2.5 ? lines(metres.x - metres.y, 0.1 + 0.07 * (rank - 2.0)) : 0.0;
    albedo = mix(albedo, rank > 2.5 ? PAPER_WHITE : INK, 0.55 * max(across, back));
  }
  float undecided = step(0.5, tint.y);
  float hatch = undecided * lines(metres.x * 0.8 + metres.y * 1.2, 0.34);
  albedo = mix(albedo, PAPER_WHITE, 0.75 * hatch);

  vec3 up = czm_eyeEllipsoidNormalEC;
  vec3 toEye = normalize(-fsInput.attributes.positionEC);
  float facing = clamp(dot(toEye, up), 0.0, 1.0);
  vec3 east = normalize(cross(vec3(0.0, 1.0, 0.0), up) + 1e-4);
  vec3 north = cross(up, east);
  float calm = 0.05 * (1.0 - smoothstep(0.15, 0.9, pixel));
  vec2 wave = ripple(metres) * calm;
  vec3 normal = normalize(up + wave.x * east + wave.y * north);
  float fresnel = 0.02 + 0.98 * pow(1.0 - clamp(dot(toEye, normal), 0.0, 1.0), 5.0);
  vec3 color = daylight(albedo, normal, 1.0);
  vec3 sky = daylight(SKY_GLOSS, up, 1.0);
  color = mix(color, sky, 0.4 * min(fresnel, 0.6));
  float glint = pow(max(dot(reflect(-czm_lightDirectionEC, normal), toEye), 0.0), 180.0);
  color += vec3(1.0, 0.93, 0.8) * glint * 0.5 * step(0.0, dot(czm_lightDirectionEC, up));

  float rim = 1.0 - smoothstep(0.6, 1.8, fromShore);
  color = mix(color, daylight(SHORE, up, 1.0), 0.6 * rim * (1.0 - 0.5 * u_isTinted));
  float cover = mix(0.8, 0.9, clamp(rank / 4.0, 0.0, 1.0));
  cover = max(cover, 0.75 * rim);
  material.diffuse = color;
  material.alpha = u_opacity * cover * smoothstep(-0.5, 0.5, fromShore);
}
`;

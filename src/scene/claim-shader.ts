/**
 * How claims look. Faces are light fills with the theme's pattern, edges are ribbons of so many pixels: solid where the claim is hard, dashed where
 * soft, dotted where it is a wish. What lies under the ground is seen through the window (`claim-window.ts`), by telling the depth buffer
 * that it lies just above the ground there; its place on the screen is the true one.
 */
import { CONFLICT, claimStates, FLAT, WIDE } from '../model/claim-paint.ts';
import { CLAIMS_WIDE } from './claim-looks.ts';

/** Reads the looks of a claim (`claim-paint.ts`), and puts a height between the planes of the slider. */
const commonVertexGlsl = `
const float EARTH = 6385000.0;

vec4 lookOf(float row, int texel) {
  int claim = int(row + 0.5);
  ivec2 at = ivec2(2 * (claim % ${CLAIMS_WIDE}) + texel, claim / ${CLAIMS_WIDE});
  return texelFetch(u_looks, at, 0);
}

// Where it is drawn, the earth being round; and as what it is known: x, m NAP, z. (Cesium trips over doc comments of one line.)
vec3 placeOf(vec3 at, vec4 look) {
  bool isFlat = (int(look.a + 0.5) & ${FLAT}) != 0;
  return isFlat ? at + vec3(0.0, 0.15, 0.0) : vec3(at.x, clamp(at.y, u_planes.x, u_planes.y), at.z);
}

vec3 bend(vec3 place) {
  return vec3(place.x, place.y - dot(place.xz, place.xz) / (2.0 * EARTH), place.z);
}

vec3 eyeOf() {
  return (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
}
`;

export const claimFaceVertexGlsl = `
${commonVertexGlsl}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec4 claim = vsInput.attributes.claim;
  v_look = lookOf(claim.w, 0) * 255.0;
  v_color = lookOf(claim.w, 1).rgb;
  v_normal = claim.xyz;
  v_place = placeOf(vsInput.attributes.positionMC, v_look);
  // What is hidden shrinks to nothing.
  vsOutput.positionMC = v_look.r < 0.5 ? vec3(0.0) : bend(v_place);
}
`;

export const claimLineVertexGlsl = `
${commonVertexGlsl}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec4 axis = vsInput.attributes.axis;
  vec3 line = vsInput.attributes.line;
  v_look = lookOf(line.z, 0) * 255.0;
  v_color = lookOf(line.z, 1).rgb;
  v_place = placeOf(vsInput.attributes.positionMC, v_look);
  int state = int(v_look.r + 0.5);
  bool standsOut = state == ${claimStates.selected} || state == ${claimStates.hovered};
  bool isConflict = (int(v_look.a + 0.5) & ${CONFLICT}) != 0;
  float pixels = state == ${claimStates.selected} ? 5.0 : state == ${claimStates.hovered} ? 4.0 : state == ${claimStates.dim} ? 1.0 : isConflict ? 3.0 : 1.7;
  vec3 at = bend(v_place);
  vec3 toEye = eyeOf() - at;
  float pixel = u_pixel * length(toEye);
  if (axis.w < 0.0) {
    vec3 aside = cross(axis.xyz, toEye);
    float size = length(aside);
    float isEnd = step(1.5, abs(line.x));
    // A little longer than it is, so that ribbons meet at corners.
    if (size > 1e-6) at += aside / size * sign(line.x) * 0.5 * pixels * pixel + axis.xyz * (isEnd * 2.0 - 1.0) * 0.25 * pixels * pixel;
    v_strip = vec3(sign(line.x), line.y, -1.0);
  } else {
    float radius = max(axis.w, 0.5 * (standsOut ? 9.0 : state == ${claimStates.dim} ? 2.0 : 4.5) * pixel);
    at += axis.xyz * radius;
    float lambert = max(dot((czm_modelView * vec4(normalize(axis.xyz), 0.0)).xyz, czm_lightDirectionEC), 0.0);
    v_strip = vec3(0.62 + 0.2 * axis.y + 0.28 * lambert, line.y, radius);
  }
  vsOutput.positionMC = state == ${claimStates.hidden} ? vec3(0.0) : at;
}
`;

/**
 * CesiumJS writes the logarithmic depth at the end of a model's shader; the macro makes it write ours. Metres along the view.
 */
const commonFragmentGlsl = `
float claimDepth = 1.0;
#define czm_writeLogDepth() czm_writeLogDepth(claimDepth)

// Of the window: half its sides, metres; no window: zero. Outside it the ground hides what is under it.
void tellDepth(vec3 place, vec3 positionEC, float nearer) {
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  float along = -positionEC.z;
  float depth = along;
  float fall = eye.y - place.y;
  float lift = u_window.z + u_lift * distance(eye, place);
  float above = eye.y - u_ground;
  bool isSeen = false;
  if (u_window.w > 0.0 && above > lift && place.y < u_ground + lift) {
    vec2 crossing = abs(mix(eye.xz, place.xz, min(above / fall, 1.0)) - u_window.xy);
    if (all(lessThan(crossing, vec2(u_window.w, u_windowDeep)))) {
      // What is deeper stays behind what is less deep, all of it within the room over the ground.
      float t = (above - lift) / fall;
      float under = along * max(1.0 - above / fall, 0.0);
      depth = along * mix(t, min(above / fall, 1.0), 0.6 * under / (under + 30.0));
      isSeen = true;
    }
  }
  if (!isSeen && fall > 0.0) depth = along * (1.0 - min((0.05 + u_lift * distance(eye, place)) / max(fall, 0.3), 0.01));
  claimDepth = depth * (1.0 - nearer) - czm_currentFrustum.x + 1.0;
}
`;

export const claimFaceFragmentGlsl = `
${commonFragmentGlsl}
float lineAt(float value, float part, float soft) {
  float at = abs(fract(value) - 0.5) * 2.0;
  return 1.0 - smoothstep(part - soft, part + soft, 1.0 - at);
}

float spot(vec2 cell, float radius, float soft) {
  return 1.0 - smoothstep(radius - soft, radius + soft, length(fract(cell) - 0.5));
}

// Share of the ink at a place, in cells of the pattern; the numbers are those of \`claimPatterns\`.
float patternAt(int kind, vec2 p, float soft) {
  if (kind == 1) return lineAt(p.x + p.y, 0.26, 2.0 * soft);
  if (kind == 2) return lineAt(p.x - p.y, 0.26, 2.0 * soft);
  if (kind == 3) return max(lineAt(p.x + p.y, 0.2, 2.0 * soft), lineAt(p.x - p.y, 0.2, 2.0 * soft));
  if (kind == 4) return lineAt(p.y * 1.4, 0.28, 2.0 * soft);
  if (kind == 5) return lineAt(p.x * 1.4, 0.28, 2.0 * soft);
  if (kind == 6) return max(lineAt(p.x, 0.16, 2.0 * soft), lineAt(p.y, 0.16, 2.0 * soft));
  vec2 brick = vec2(p.x + 0.5 * mod(floor(p.y), 2.0), p.y);
  if (kind == 7) return spot(brick, 0.2, soft);
  if (kind == 8) return spot(brick, 0.36, soft) - spot(brick, 0.2, soft);
  if (kind == 9) {
    vec2 q = abs(fract(brick) - 0.5);
    return (1.0 - smoothstep(0.3 - soft, 0.3 + soft, max(q.x, q.y))) * (1.0 - smoothstep(0.09 - soft, 0.09 + soft, min(q.x, q.y)));
  }
  if (kind == 10) return lineAt(p.y * 1.3 + 0.22 * sin(p.x * 6.2832), 0.26, 2.5 * soft);
  if (kind == 11) return lineAt(p.y * 1.3 + 0.5 * abs(fract(p.x) - 0.5) * 2.0, 0.26, 3.0 * soft);
  return 0.0;
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int state = int(v_look.r + 0.5);
  int kind = int(v_look.g + 0.5);
  int hardness = int(v_look.b + 0.5);
  int flags = int(v_look.a + 0.5);
  bool isFlat = (flags & ${FLAT}) != 0;
  bool isConflict = (flags & ${CONFLICT}) != 0;
  bool isLevel = abs(v_normal.y) > 0.5;
  vec2 metres = isLevel ? vec2(v_place.x, -v_place.z) : vec2(v_place.x * v_normal.z - v_place.z * v_normal.x, v_place.y);
  vec2 right = dFdx(metres);
  vec2 upward = dFdy(metres);
  float pixel = max(max(length(right), length(upward)), 1e-4);
  // By the metres that a pixel covers: from aside a pattern may be narrow, but not coarse.
  float mean = max(sqrt(abs(right.x * upward.y - right.y * upward.x)), 0.3 * pixel);
  float cell = max(exp2(ceil(log2(mean * 9.0))), 0.25);
  float soft = 0.8 * pixel / cell;
  float ink = u_hasPattern > 0.5 || isFlat || isConflict ? patternAt(isFlat && !isConflict ? 1 : kind, metres / cell, soft) : 0.0;
  // Where a cell is a few pixels the pattern is its own mean.
  vec3 color = pow(v_color, vec3(2.2));
  float light = isLevel ? 1.0 : 0.78 + 0.14 * v_normal.z + 0.08 * v_normal.x;
  float fill = isFlat ? 0.05 : hardness == 0 ? 0.42 : hardness == 1 ? 0.3 : 0.18;
  float drawn = hardness == 0 ? 0.85 : hardness == 1 ? 0.7 : 0.55;
  if ((flags & ${WIDE}) != 0) { fill *= 0.4; drawn *= 0.45; }
  if (isConflict) { fill = 0.5; drawn = 0.95; }
  if (state == ${claimStates.selected}) { fill = isFlat ? 0.25 : 0.62; drawn = 0.95; }
  if (state == ${claimStates.hovered}) fill = max(fill, 0.5);
  // There for the eye to find its way by: without a pattern.
  if (state == ${claimStates.dim}) { fill *= 0.16; ink = 0.0; }
  // Under itself a volume has no second pattern, which would blur the one on top.
  if (v_normal.y < -0.5) ink = 0.0;
  // Seen through its own far side a volume would be as dark as two.
  if (!gl_FrontFacing && !isLevel) { fill *= 0.5; drawn *= 0.35; }
  vec3 pale = mix(color, vec3(0.92), isConflict ? 0.3 : 0.22);
  material.diffuse = mix(pale, color * 0.6, ink) * light;
  material.alpha = u_opacity * mix(fill, drawn, ink);
  tellDepth(v_place, fsInput.attributes.positionEC, 0.0);
}
`;

export const claimLineFragmentGlsl = `
${commonFragmentGlsl}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int state = int(v_look.r + 0.5);
  int hardness = int(v_look.b + 0.5);
  int flags = int(v_look.a + 0.5);
  bool isConflict = (flags & ${CONFLICT}) != 0;
  vec3 color = pow(v_color, vec3(2.2));
  float pixel = max(length(vec2(dFdx(v_strip.y), dFdy(v_strip.y))), 1e-4);
  if (v_strip.z < 0.0) {
    float spacing = exp2(ceil(log2(pixel * (hardness == 2 ? 6.0 : 14.0))));
    bool isGap = fract(v_strip.y / spacing) > (hardness == 2 ? 0.5 : 0.64);
    if ((hardness > 0 || (flags & ${FLAT}) != 0) && isGap && pixel < 1e3) discard;
    vec3 dark = color * 0.45;
    material.diffuse = dark;
    if (state == ${claimStates.selected} || state == ${claimStates.hovered} || isConflict)
      material.diffuse = abs(v_strip.x) < (isConflict && state < ${claimStates.selected} ? 0.34 : 0.5) ? (isConflict ? color : vec3(1.0)) : (isConflict ? vec3(1.0) : dark);
    if (state == ${claimStates.dim}) material.diffuse = mix(dark, vec3(0.6), 0.6);
  } else {
    float spacing = max(exp2(ceil(log2(pixel * 24.0))), 1.0);
    float at = fract(v_strip.y / spacing);
    if (hardness == 2 && fract(v_strip.y / spacing * 2.0) > 0.6) discard;
    // Rings tell themes apart where the tube is too thin for a pattern: as many as the pattern's number over four leaves.
    int rings = int(v_look.g + 0.5) % 4;
    float ring = 0.0;
    for (int i = 0; i < 3; i++)
      if (i < rings) ring = max(ring, 1.0 - step(0.05, abs(at - 0.25 - 0.17 * float(i))));
    if (hardness == 1) color = mix(color, vec3(0.9), step(0.72, at));
    if (state == ${claimStates.dim}) color = mix(color, vec3(0.6), 0.65);
    if (state == ${claimStates.selected} || state == ${claimStates.hovered}) color = mix(color, vec3(1.0), step(0.5, fract(v_strip.y / spacing * 2.0)) * 0.85);
    material.diffuse = mix(color, vec3(0.02), u_hasPattern * ring * 0.8) * v_strip.x;
  }
  material.alpha = 1.0;
  tellDepth(v_place, fsInput.attributes.positionEC, 0.0004);
}
`;

/** How water looks: a calm sheet whose colour tells a class, at its true level, cut off where the ground rises out of it. */
import { UNKNOWN_TIME } from '../model/flood-classes.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { glslColor } from './facade-shader.ts';
import { arrowGlsl } from './flood-arrows.ts';

const waterGlsl = `
ivec2 inside(ivec2 cell) {
  return clamp(cell, ivec2(0), ivec2(u_size) - 1);
}

float depthIn(ivec2 cell) {
  vec2 moments = texelFetch(u_water, cell, 0).rg;
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
  ivec2 cell = inside(ivec2(floor(v_place + 0.5)));
  float bed = texelFetch(u_bed, cell, 0).r;
  if (bed < -9000.0) bed = u_datum;
  vec2 metres = steps.xz * u_step;
  float depth = depthIn(cell);
  // Dry ground that is hatched is drawn on itself.
  if (texelFetch(u_tint, min(cell, u_tintLast), 0).g > 0.5) depth = max(depth, 0.0);
  float level = bed + depth - u_datum - dot(metres, metres) / (2.0 * EARTH);
  vec3 at = vec3(steps.x, level / u_step, steps.z);
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  float lift = 0.015 + u_lift * u_step * distance(eye, at);
  float above = max(u_step * (eye.y - at.y), 0.3);
  vsOutput.positionMC = mix(at, eye, min(lift / above, 0.5));
}
`;

/**
 * Depths and times are linear between the middles of cells, and their slopes those of the linear surface itself: derivatives by the card
 * would show its blocks of four pixels. Where the water ends another texture tells (`engines/shore-line.ts`), which the card reads smoothly
 * by itself; what is dry ends before anything dear is reckoned.
 */
export const floodFragmentGlsl = `
${daylightGlsl}
${waterGlsl}
${arrowGlsl}
const vec3 SHORE = ${glslColor('#1f6fb2')};
const vec3 UNKNOWN = ${glslColor(UNKNOWN_TIME)};
const vec3 INK = ${glslColor('#0d2f57')};
const vec3 PAPER_WHITE = vec3(0.97);
const vec3 SKY_GLOSS = vec3(0.62, 0.74, 0.86);

// 1 on lines some pixels apart; change: of the value, from pixel to pixel. (Cesium trips over doc comments of one line.)
float lines(float value, float change, float part) {
  float pixel = max(change, 1e-5);
  float spacing = exp2(ceil(log2(pixel * 7.0)));
  float at = abs(fract(value / spacing) - 0.5) * 2.0;
  float soft = 2.0 * pixel / spacing;
  return 1.0 - smoothstep(part - soft, part + soft, 1.0 - at);
}

float changeOf(vec2 gradient, vec2 right, vec2 upward) {
  return abs(dot(gradient, right)) + abs(dot(gradient, upward));
}

// Slope of a few small waves.
vec2 ripple(vec2 p) {
  return vec2(0.8, 0.6) * cos(dot(p, vec2(0.8, 0.6)) * 1.9 + u_clock * 1.3)
    + vec2(-0.5, 0.87) * cos(dot(p, vec2(-0.5, 0.87)) * 2.7 + u_clock * 1.7 + 1.0)
    + vec2(0.2, -0.98) * cos(dot(p, vec2(0.2, -0.98)) * 4.3 + u_clock * 2.3 + 2.0);
}

// The class that a value has reached by half a pixel, mixed with the one below by how far; and its rank.
vec4 classColor(float value, float slope) {
  float reached = value + 0.5 * slope;
  float rank = max(dot(step(u_lowBounds, vec4(reached)), vec4(1.0)) + dot(step(u_highBounds, vec4(reached)), vec4(1.0)) - 1.0, 0.0);
  int row = int(rank + 0.5);
  float bound = row < 4 ? u_lowBounds[row] : u_highBounds[row - 4];
  vec3 color = texelFetch(u_palette, ivec2(row, 0), 0).rgb;
  float part = clamp((reached - bound) / slope, 0.0, 1.0);
  if (row > 0 && part < 1.0) color = mix(texelFetch(u_palette, ivec2(row - 1, 0), 0).rgb, color, part);
  return vec4(pow(color, vec3(2.2)), rank);
}

// The value to colour by, linear between the cells that know one, below zero where none of the four does; the share that is undecided;
// and how much the value changes from pixel to pixel.
vec3 tintAt(ivec2 low, ivec2 high, vec2 part, vec2 right, vec2 upward) {
  vec2 a = texelFetch(u_tint, min(low, u_tintLast), 0).rg;
  vec2 b = texelFetch(u_tint, min(ivec2(high.x, low.y), u_tintLast), 0).rg;
  vec2 c = texelFetch(u_tint, min(ivec2(low.x, high.y), u_tintLast), 0).rg;
  vec2 d = texelFetch(u_tint, min(high, u_tintLast), 0).rg;
  vec4 values = vec4(a.x, b.x, c.x, d.x);
  vec4 weights = vec4((1.0 - part.x) * (1.0 - part.y), part.x * (1.0 - part.y), (1.0 - part.x) * part.y, part.x * part.y);
  vec4 doubts = vec4(a.y, b.y, c.y, d.y);
  if (u_isTinted < 0.5) doubts = mix(values, doubts, u_share);
  float undecided = dot(weights, doubts);
  vec4 isKnown = step(vec4(0.0), values);
  float known = dot(weights, isKnown);
  if (known < 0.01) return vec3(-1.0, undecided, 1.0);
  float value = dot(weights * isKnown, values) / known;
  values = mix(vec4(value), values, isKnown);
  vec2 gradient = vec2(mix(values.y - values.x, values.w - values.z, part.y), mix(values.z - values.x, values.w - values.y, part.x));
  return vec3(value, undecided, max(changeOf(gradient, right, upward), 1e-3));
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec2 right = dFdx(v_place);
  vec2 upward = dFdy(v_place);
  vec2 shores = texture(u_shore, (v_place + 0.5) / u_size).rg;
  float within = mix(shores.x, shores.y, u_share) - 0.5;
  // Pixels from the shore, inside positive. On water all alike there is none near.
  float fromShore = within / max(fwidth(within), 0.002);
  if (any(lessThan(v_place, vec2(-0.5))) || any(greaterThan(v_place, u_size - 0.5))) discard;
  if (all(greaterThan(v_place, u_hole.xy)) && all(lessThan(v_place, u_hole.zw))) discard;
  if (fromShore < -0.5 && u_tintLast.x == 0) discard;
  ivec2 low = inside(ivec2(floor(v_place)));
  ivec2 high = inside(ivec2(floor(v_place)) + 1);
  vec2 part = fract(v_place);
  vec3 tint = u_tintLast.x > 0 ? tintAt(low, high, part, right, upward) : vec3(0.0, 0.0, 1.0);
  bool isUndecided = tint.y > 0.5;
  bool isDry = fromShore < -0.5;
  if (isDry && !isUndecided) discard;
  vec2 metres = v_place * u_cellSize;
  vec2 rightMetres = right * u_cellSize;
  vec2 upwardMetres = upward * u_cellSize;
  float hatch = isUndecided
    ? lines(dot(metres, vec2(0.8, 1.2)), changeOf(vec2(0.8, 1.2), rightMetres, upwardMetres), 0.2)
    : 0.0;
  vec3 up = czm_eyeEllipsoidNormalEC;
  if (isDry) {
    if (hatch < 0.05) discard;
    material.diffuse = SHORE * daylight(vec3(1.0), up, 1.0);
    material.alpha = 0.55 * u_opacity * hatch;
    return;
  }

  vec4 around = vec4(depthIn(low), depthIn(ivec2(high.x, low.y)), depthIn(ivec2(low.x, high.y)), depthIn(high));
  vec2 rows = mix(around.xz, around.yw, part.x);
  float depth = mix(rows.x, rows.y, part.y);
  vec2 gradient = vec2(mix(around.y - around.x, around.w - around.z, part.y), rows.y - rows.x);
  float slope = max(changeOf(gradient, right, upward), 1e-4);
  bool isTinted = u_isTinted > 0.5;
  vec4 found = isTinted ? classColor(tint.x, tint.z) : classColor(depth, slope);
  vec3 albedo = isTinted && tint.x < 0.0 ? UNKNOWN : found.rgb;
  float rank = found.a;
  if (u_hasPattern > 0.5 && rank > 0.5) {
    float across = lines(metres.x + metres.y, changeOf(vec2(1.0), rightMetres, upwardMetres), 0.1 + 0.07 * min(rank, 5.0));
    float back = rank > 2.5
      ? lines(metres.x - metres.y, changeOf(vec2(1.0, -1.0), rightMetres, upwardMetres), 0.1 + 0.07 * (rank - 2.0))
      : 0.0;
    albedo = mix(albedo, rank > 2.5 ? PAPER_WHITE : INK, 0.55 * max(across, back));
  }
  // Dark lines on pale colours, pale ones on dark.
  albedo = mix(albedo, dot(albedo, vec3(0.3, 0.6, 0.1)) > 0.25 ? SHORE : PAPER_WHITE, 0.75 * hatch);

  float arrow = 0.0;
  if (u_hasFlow > 0.5) {
    vec2 cover = arrows(metres, fsInput.attributes.positionEC, up, rightMetres, upwardMetres);
    albedo = mix(mix(albedo, INK, 0.7 * cover.y), PAPER_WHITE, cover.x);
    arrow = max(cover.x, 0.7 * cover.y);
  }
  vec3 toEye = normalize(-fsInput.attributes.positionEC);
  float sunHeight = dot(czm_lightDirectionEC, up);
  // What lies around is in the shadow of something when the sun is low; water must not glow beside it.
  vec3 light = daylight(vec3(1.0), up, 1.0) * mix(0.74, 1.0, smoothstep(0.05, 0.4, sunHeight));
  float calm = 0.05 * (1.0 - smoothstep(0.15, 0.9, max(length(rightMetres), length(upwardMetres))));
  vec3 normal = up;
  float glint = 0.0;
  if (calm > 0.002) {
    vec3 east = normalize(cross(vec3(0.0, 1.0, 0.0), up) + 1e-4);
    vec2 wave = ripple(metres) * calm;
    normal = normalize(up + wave.x * east + wave.y * cross(up, east));
    if (sunHeight > 0.0) glint = pow(max(dot(reflect(-czm_lightDirectionEC, normal), toEye), 0.0), 180.0);
  }
  float fresnel = 0.02 + 0.98 * pow(1.0 - clamp(dot(toEye, normal), 0.0, 1.0), 5.0);
  float rim = 1.0 - smoothstep(0.6, 1.8, fromShore);
  vec3 color = mix(albedo, SKY_GLOSS, 0.4 * min(fresnel, 0.6));
  color = mix(color, SHORE, rim * (isTinted ? 0.3 : 0.6));
  material.diffuse = color * light + vec3(0.5, 0.46, 0.4) * glint;
  float cover = max(mix(0.8, 0.9, clamp(rank / 4.0, 0.0, 1.0)), 0.75 * rim);
  material.alpha = u_opacity * max(cover, arrow) * smoothstep(-0.5, 0.5, fromShore);
}
`;

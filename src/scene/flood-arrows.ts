/**
 * Arrows where water flows, painted on it by its own shader: no geometry, so that they lie on the level, end at walls and shores, and cost
 * the same in a street and over a town. They stand on lattices that get twice as wide from level to level; each arrow belongs to
 * the level that gives as many arrows to a part of the screen wherever its middle lies, so that none is cut where levels meet. From the
 * street they are drawn as if seen from above, pointing where the flow points on the screen: flat on the water they would be birds.
 */
import { LEAST_SPEED } from '../model/flood-flow.ts';

/** Pixels from arrow to arrow, as if seen from straight above. */
const SPACING = '62.0';
/** Metres between arrows at least. */
const LEAST_SPACING = '1.5';
/** m/s from which arrows get no longer. */
const FAST = '1.0';

/** Needs `u_flow`, `u_flowPlace`, `u_share`, `u_clock`, `u_motion`. */
export const arrowGlsl = `
float facingOf(vec3 at, vec3 up) {
  return clamp(dot(normalize(-at), up), 0.05, 1.0);
}

// Level of the lattice that fits the screen at a place, in eye coordinates.
float arrowLevel(vec3 at, vec3 up) {
  float metres = ${SPACING} * czm_metersPerPixel(vec4(at, 1.0)) * inversesqrt(facingOf(at, up));
  return log2(max(metres / ${LEAST_SPACING}, 1.0));
}

// Cover by an arrow along x of half its length, its tip at (half, 0); grown by some width. Pixel: how much x and y change in one.
float arrowCover(vec2 at, float half_, float grown, vec2 pixel) {
  float y = abs(at.y);
  float tip = half_ + 1.6 * grown;
  float neck = half_ - 0.16;
  float wide = mix(0.012, 0.034, clamp((at.x + half_) / (2.0 * half_), 0.0, 1.0)) + grown;
  wide = max(wide, 0.5 * pixel.y);
  float shaft = smoothstep(-0.5, 0.5, (wide - y) / pixel.y)
    * smoothstep(-0.5, 0.5, (at.x + half_ + grown) / pixel.x) * smoothstep(-0.5, 0.5, (neck + 0.05 - at.x) / pixel.x);
  float head = smoothstep(-0.5, 0.5, ((tip - at.x) * 0.56 - y) / (pixel.y + 0.56 * pixel.x))
    * smoothstep(-0.5, 0.5, (at.x - neck + grown) / pixel.x);
  return max(shaft, head);
}

// Cover by the arrow's body and by the dark line around it.
vec2 arrowOf(float level, vec2 metres, mat3 axes, vec3 position, vec2 right, vec2 upward) {
  float spacing = ${LEAST_SPACING} * exp2(level);
  vec2 lattice = metres / spacing;
  float row = floor(lattice.y);
  float shift = 0.5 * mod(row, 2.0);
  vec2 middle = vec2(floor(lattice.x + shift) + 0.5 - shift, row + 0.5);
  vec2 away = (lattice - middle) * spacing;
  vec3 there = position - axes[0] * away.x - axes[1] * away.y;
  float isOwn = 1.0 - smoothstep(0.42, 0.58, abs(arrowLevel(there, axes[2]) - level));
  vec2 place = (middle * spacing / u_cellSize) * u_flowPlace.xy + u_flowPlace.zw;
  vec4 moments = textureLod(u_flow, place, 0.0);
  vec2 flow = mix(moments.xy, moments.zw, u_share);
  float speed = length(flow);
  if (isOwn <= 0.0 || speed < ${LEAST_SPEED.toFixed(3)}) return vec2(0.0);
  // Shorter along the line of sight, as the screen shows it.
  float facing = facingOf(there, axes[2]);
  vec2 sight = normalize(vec2(dot(there, axes[0]), dot(there, axes[1])) + 1e-6);
  mat2 seen = mat2(1.0) + (facing - 1.0) * outerProduct(sight, sight);
  vec2 along = seen * (flow / speed);
  float size = min(spacing * length(along), ${SPACING} * czm_metersPerPixel(vec4(there, 1.0)));
  along = normalize(along);
  vec2 across = vec2(-along.y, along.x);
  float strength = clamp(log2(speed / ${LEAST_SPEED.toFixed(3)}) / log2(${FAST} / ${LEAST_SPEED.toFixed(3)}), 0.0, 1.0);
  float chance = fract(sin(dot(middle, vec2(12.9898, 78.233)) + 7.0 * level) * 43758.5453);
  float phase = fract(chance + u_clock * mix(0.25, 0.9, strength));
  vec2 from = seen * away;
  vec2 at = vec2(dot(from, along), dot(from, across)) / size;
  at.x -= u_motion * 0.26 * (phase - 0.5);
  float fade = mix(1.0, smoothstep(0.0, 0.25, phase) * smoothstep(1.0, 0.75, phase), u_motion);
  right = seen * right;
  upward = seen * upward;
  vec2 pixel = vec2(
    abs(dot(along, right)) + abs(dot(along, upward)),
    abs(dot(across, right)) + abs(dot(across, upward))
  ) / size;
  float length_ = mix(0.19, 0.34, strength);
  float around = 0.02 + 0.6 * pixel.y;
  return isOwn * fade * vec2(arrowCover(at, length_, 0.0, pixel), arrowCover(at, length_, around, pixel));
}

vec2 arrows(vec2 metres, vec3 position, vec3 up, vec2 right, vec2 upward) {
  // The mesh lies with x to the east and z to the south.
  vec3 east = normalize((czm_modelView * vec4(1.0, 0.0, 0.0, 0.0)).xyz);
  vec3 north = -normalize((czm_modelView * vec4(0.0, 0.0, 1.0, 0.0)).xyz);
  mat3 axes = mat3(east, north, up);
  float level = floor(arrowLevel(position, up));
  return max(
    arrowOf(level, metres, axes, position, right, upward),
    arrowOf(level + 1.0, metres, axes, position, right, upward)
  );
}
`;

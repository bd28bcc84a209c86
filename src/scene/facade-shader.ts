/** GLSL that sketches walls: windows, doors and courses of brick, by the place on the wall (see model/wall-frame.ts). */
import { Color } from 'cesium';
import { emphases, facades } from './building-paint.ts';
import { daylightGlsl } from './daylight-shader.ts';

export const srgbToLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

export function glslColor(css: string): string {
  const { red, green, blue } = Color.fromCssColorString(css) ?? Color.WHITE;
  return `vec3(${[red, green, blue].map((part) => srgbToLinear(part).toFixed(4)).join(', ')})`;
}

export const facadeGlsl = `
const vec3 GLASS = ${glslColor('#5d6b75')};
const vec3 GLASS_SKY = ${glslColor('#b9c9d3')};
const vec3 FRAME = ${glslColor('#efebe2')};
const vec3 ACCENT = ${glslColor('#0072c6')};
const vec3 HOVER = ${glslColor('#ffffff')};
const vec3 DOORS[4] = vec3[4](${['#3f5247', '#6a4a3c', '#3d4a5c', '#7a3f38'].map(glslColor).join(', ')});
${daylightGlsl}

// Metres along the wall and above its foot; the wall's width and the height of its eaves. No width: no wall, or one that is not known.
struct WallPlace {
  vec2 place;
  vec2 size;
  bool onGround;
};

WallPlace wallPlace(FragmentInput fsInput) {
  vec2 levels = fsInput.attributes.texCoord_0;
  float packedWidth = floor(fsInput.attributes.texCoord_1.y + 0.5);
  return WallPlace(
    v_metres * vec2(fsInput.attributes.texCoord_1.x, fsInput.attributes.positionMC.y - levels.x),
    v_metres * vec2(2.0 * floor(packedWidth / 2.0), levels.y - levels.x),
    mod(packedWidth, 2.0) > 0.5
  );
}

// 1 where the eye looks along the surface.
float grazingOf(FragmentInput fsInput, vec3 normal) {
  return pow(1.0 - abs(dot(normal, normalize(fsInput.attributes.positionEC))), 3.0);
}

vec3 emphasise(vec3 albedo, int emphasis) {
  if (emphasis == ${emphases.selected}) return mix(albedo, ACCENT, 0.82);
  return emphasis == ${emphases.hovered} ? mix(albedo, HOVER, 0.35) : albedo;
}

float hash21(vec2 p) {
  return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453);
}

// 1 inside the interval, with an edge of one pixel. (Cesium trips over doc comments of one line.)
float band(float x, float low, float high, float pixel) {
  return smoothstep(low - pixel, low + pixel, x) * (1.0 - smoothstep(high - pixel, high + pixel, x));
}

float box(vec2 p, vec2 low, vec2 high, vec2 pixel) {
  return band(p.x, low.x, high.x, pixel.x) * band(p.y, low.y, high.y, pixel.y);
}

vec3 glassColor(float seed, float grazing) {
  return mix(GLASS, GLASS_SKY, clamp(0.22 + 0.75 * grazing + 0.22 * (seed - 0.5), 0.0, 1.0));
}

vec3 facade(vec3 wall, WallPlace at, int kind, float grazing) {
  vec2 place = at.place;
  vec2 size = at.size;
  bool onGround = at.onGround;
  vec2 pixel = max(0.75 * fwidth(place), vec2(1e-4));
  float detail = 1.0 - smoothstep(0.25, 0.8, max(pixel.x, pixel.y));
  float seed = hash21(floor(size * 8.0));
  bool isGlass = kind == ${facades.glass};
  bool isChurch = kind == ${facades.church};
  vec2 counts = isChurch
    ? vec2(floor((size.x - 1.0) / 3.6), step(4.0, size.y))
    : vec2(max(floor((size.x - 0.3) / (isGlass ? 2.3 : 2.6) + 0.4), step(0.9, size.x)), max(floor(size.y / (isGlass ? 3.4 : 2.9) + 0.4), step(0.8, size.y)));
  vec2 cell = (size - vec2(0.3, 0.0)) / max(counts, vec2(1.0));
  bool gable = place.y > size.y;
  if (gable) {
    if (isChurch || isGlass || size.x < 4.5 || size.x > 11.0) return wall;
    // One window under the ridge.
    cell = vec2(size.x, 2.6);
    place.y -= size.y;
  } else if (counts.x * counts.y < 0.5) return wall;
  else place.x -= 0.15;
  vec2 index = gable ? vec2(0.0, 9.0) : floor(place / cell);
  vec2 inside = place - (gable ? vec2(0.0) : index * cell);
  inside.x = abs(inside.x - 0.5 * cell.x);
  bool ground = onGround && index.y < 0.5;
  float small = min(1.0, cell.y / 2.5);
  float half_ = gable ? 0.4 : isGlass ? 0.4 * cell.x : isChurch ? 0.7 : min(0.6, 0.36 * cell.x);
  float sill = isGlass ? (ground ? 0.35 : 0.75) : isChurch ? 0.22 * size.y : small * (ground ? 0.7 : 0.85);
  float head = gable ? 1.5 : isChurch ? 0.8 * size.y : cell.y - 0.42 * small;
  bool isDoor = ground && !isChurch && size.x > 3.2 && size.x < 14.0 && index.x == floor(seed * counts.x * 0.999);
  if (isDoor) {
    half_ = isGlass ? 0.8 : 0.5;
    sill = -0.1;
    head = min(2.35, head);
  }
  // A church's windows end in a point.
  if (isChurch) half_ *= 1.0 - smoothstep(head - 1.6, head + 0.4, inside.y);
  float frame = isDoor ? 0.09 : 0.07;
  float opening = box(inside, vec2(-1.0, sill), vec2(half_, head), pixel);
  float pane = box(inside, vec2(-1.0, sill + frame), vec2(half_ - frame, head - frame), pixel);
  if (!isDoor && !gable) pane *= 1.0 - 0.8 * band(inside.x, -1.0, 0.028, pixel.x);
  vec3 glass = glassColor(hash21(index + floor(size * 8.0)), grazing);
  // Deeper at the head, where the reveal throws its shade.
  glass *= 0.82 + 0.18 * smoothstep(0.0, 0.5, head - inside.y);
  if (isDoor) glass = mix(DOORS[int(seed * 97.0) & 3], glass, box(inside, vec2(-1.0, head - 0.5), vec2(half_ - 0.2, head - 0.18), pixel));
  vec3 drawn = mix(mix(wall, isChurch ? wall * 0.7 : FRAME, opening * 0.85), glass, pane);
  float below = box(inside, vec2(-1.0, sill - 0.11), vec2(half_ + 0.08, sill), pixel);
  if (!isDoor && !isGlass) drawn = mix(drawn, mix(wall, FRAME, 0.55), below);
  float coverage = clamp(2.0 * half_ * (head - sill) / (cell.x * cell.y), 0.0, 1.0);
  return mix(mix(wall, glass, coverage * 0.8), drawn, detail);
}

// Courses of brick and a foot that the rain has darkened, as far as pixels can tell.
vec3 masonry(vec3 wall, vec2 place, bool onGround, bool isBrick) {
  float pixel = fwidth(place.y);
  float courses = isBrick ? (1.0 - smoothstep(0.012, 0.035, pixel)) * band(fract(place.y / 0.066), 0.82, 1.0, pixel / 0.066) : 0.0;
  float foot = onGround ? 1.0 - smoothstep(0.42 - pixel, 0.42 + pixel, place.y) : 0.0;
  float tone = 0.035 * (hash21(floor(place * vec2(0.9, 1.4))) - 0.5) * float(isBrick) * (1.0 - smoothstep(0.05, 0.3, pixel));
  return wall * (1.0 + tone) * (1.0 - 0.1 * courses) * (1.0 - 0.16 * foot);
}
`;

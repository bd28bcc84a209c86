import { Color } from 'cesium';
import { emphases, facades, roofColors, wallColors } from './building-paint.ts';
import { daylightGlsl } from './daylight-shader.ts';

const srgbToLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

function glslColor(css: string): string {
  const { red, green, blue } = Color.fromCssColorString(css) ?? Color.WHITE;
  return `vec3(${[red, green, blue].map((part) => srgbToLinear(part).toFixed(4)).join(', ')})`;
}

const glslPalette = (name: string, colors: readonly string[]) =>
  `const vec3 ${name}[${colors.length}] = vec3[${colors.length}](${colors.map(glslColor).join(', ')});`;

/**
 * The wall's direction and the metres per unit of the tile's positions, which are whole numbers of some step.
 */
export const buildingVertexGlsl = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  v_wall = vec4(vsInput.attributes.normalMC, length(czm_model[0].xyz));
}
`;

/**
 * Walls and roofs are told apart by their slope. Façades are a sketch, not a survey: whole storeys of about 2.9 m and a
 * window every 2.7 m. That needs the height of the building, which our tiles carry as texture coordinates: its lowest and
 * highest point, in the units of the positions. Without them walls are plain. The sketch fades to its own mean colour before it gets finer than the pixels.
 *
 * Reads the feature's colour where Cesium keeps it (`model_batchTexture`, guarded by its define): it carries what
 * building-paint.ts chose. There is no public way to give a shader a value per feature that is not in the tile.
 */
export const buildingGlsl = `
${glslPalette('WALLS', wallColors)}
${glslPalette('ROOFS', roofColors)}
const vec3 FLAT_ROOF = ${glslColor('#a8a59c')};
const vec3 GLASS = ${glslColor('#5d6b75')};
const vec3 GLASS_SKY = ${glslColor('#b9c9d3')};
const vec3 FRAME = ${glslColor('#efebe2')};
const vec3 ACCENT = ${glslColor('#0072c6')};
const vec3 HOVER = ${glslColor('#ffffff')};
${daylightGlsl}

float hash21(vec2 p) {
  return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453);
}

// 1 inside the interval, with an edge of one pixel. (Cesium trips over doc comments of one line.)
float band(float x, float low, float high, float pixel) {
  return smoothstep(low - pixel, low + pixel, x) * (1.0 - smoothstep(high - pixel, high + pixel, x));
}

vec3 facade(vec3 wall, vec2 uv, float height, int kind, float grazing) {
  float storey = kind == ${facades.glass} ? 3.5 : 2.9;
  vec2 size = vec2(kind == ${facades.glass} ? 2.4 : 2.7, height / max(1.0, floor(height / storey + 0.4)));
  vec2 cell = uv / size;
  vec2 pixel = max(fwidth(cell), vec2(1e-5));
  float detail = 1.0 - smoothstep(0.25, 0.7, max(pixel.x, pixel.y));
  vec2 index = floor(cell);
  vec2 inside = fract(cell);
  bool ground = index.y < 0.5;
  float low = kind == ${facades.glass} || ground ? 0.2 : 0.32;
  float high = 0.82;
  float side = kind == ${facades.glass} ? 0.12 : 0.24;
  float opening = band(inside.x, side, 1.0 - side, pixel.x) * band(inside.y, low, high, pixel.y);
  float pane = band(inside.x, side + 0.035, 1.0 - side - 0.035, pixel.x) * band(inside.y, low + 0.03, high - 0.03, pixel.y);
  float skylight = clamp(0.25 + 0.75 * grazing + 0.25 * (hash21(index) - 0.5), 0.0, 1.0);
  vec3 glass = mix(GLASS, GLASS_SKY, skylight);
  vec3 drawn = mix(mix(wall, FRAME, opening * 0.8), glass, pane);
  float coverage = (1.0 - 2.0 * side) * (high - low);
  vec3 mean = mix(wall, glass, coverage * 0.85);
  // A thin shade under every floor ties the windows together.
  drawn *= 1.0 - 0.10 * band(inside.y, 0.96, 1.0, pixel.y) * float(kind == ${facades.homes});
  return mix(mean, drawn, detail);
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int wallIndex = 4;
  int roofIndex = 3;
  int kind = ${facades.homes};
  int emphasis = ${emphases.none};
#ifdef HAS_SELECTED_FEATURE_ID
  vec4 code = texture(model_batchTexture, computeSt(float(fsInput.featureIds.SELECTED_FEATURE_ID)));
  ivec3 index = ivec3(255.5 - 255.0 * code.rgb);
  wallIndex = clamp(index.r, 0, ${wallColors.length - 1});
  roofIndex = clamp(index.g, 0, ${roofColors.length - 1});
  kind = index.b & 3;
  emphasis = index.b >> 2;
#endif
  vec3 normal = material.normalEC;
  float slope = dot(normal, czm_eyeEllipsoidNormalEC);
  vec2 lowHigh = fsInput.attributes.texCoord_0;
  float metres = v_wall.w;
  vec2 along = normalize(vec2(-v_wall.z, v_wall.x));
  vec2 uv = metres * vec2(dot(fsInput.attributes.positionMC.xz, along), fsInput.attributes.positionMC.y - lowHigh.x);
  float height = metres * (lowHigh.y - lowHigh.x);
  float grazing = pow(1.0 - abs(dot(normal, normalize(fsInput.attributes.positionEC))), 3.0);
  vec3 albedo;
  float ambient = 1.0;
  if (slope > 0.35) {
    albedo = slope > 0.985 ? FLAT_ROOF : ROOFS[roofIndex];
  } else {
    albedo = WALLS[wallIndex];
    bool drawn = height > 1.0;
    if (drawn && kind == ${facades.hall}) albedo *= 1.0 - 0.05 * step(0.5, fract(uv.x * 1.6)) * (1.0 - smoothstep(0.2, 0.5, fwidth(uv.x)));
    else if (drawn && u_detail > 0.5 && kind != ${facades.plain}) albedo = facade(albedo, uv, height, kind, grazing);
    // Walls stand in the ground's own shade.
    if (drawn) ambient = mix(0.72, 1.0, smoothstep(0.0, 3.0, uv.y));
  }
  if (emphasis == ${emphases.selected}) albedo = mix(albedo, ACCENT, 0.82);
  if (emphasis == ${emphases.hovered}) albedo = mix(albedo, HOVER, 0.35);
  material.diffuse = daylight(albedo, normal, ambient);
  material.alpha = u_opacity;
}
`;

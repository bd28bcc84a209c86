import { markRows } from '../model/building-marks.ts';
import { emphases, facades, roofColors, wallColors } from './building-paint.ts';
import { facadeGlsl, glslColor } from './facade-shader.ts';
import { roofGlsl } from './roof-shader.ts';

const glslPalette = (name: string, colors: readonly string[]) =>
  `const vec3 ${name}[${colors.length}] = vec3[${colors.length}](${colors.map(glslColor).join(', ')});`;

/** Metres per unit of the tile's positions, which are whole numbers of some step. */
export const buildingVertexGlsl = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  v_metres = length(czm_model[0].xyz);
}
`;

/**
 * Walls and roofs are told apart by their slope. Façades are a sketch, not a survey: whole storeys of about 2.9 m, whole
 * windows about 2.6 m apart, a door where the wall stands on the ground. That needs the place on the wall, which our tiles carry
 * as texture coordinates, in the units of the positions (src/model/wall-frame.ts). Without them walls are plain. The
 * sketch fades to its own mean colour before it gets finer than the pixels.
 *
 * Reads the feature's colour where Cesium keeps it (`model_batchTexture`, guarded by its define): it carries what
 * building-paint.ts chose. There is no public way to give a shader a value per feature that is not in the tile.
 */
export const buildingGlsl = `
${glslPalette('WALLS', wallColors)}
${glslPalette('ROOFS', roofColors)}
${glslPalette(
  'MARKS',
  markRows.map(({ color }) => color),
)}
const float HATCHES[${markRows.length}] = float[${markRows.length}](${markRows.map(({ hatch }) => hatch.toFixed(2)).join(', ')});
const vec3 FLAT_ROOF = ${glslColor('#a8a59c')};
${facadeGlsl}
${roofGlsl}

// Nearly flat, so that the class is read from afar; hatched across walls and roof where the class is.
vec3 marked(vec3 albedo, int row, vec3 place) {
  int at = clamp(row, 0, ${markRows.length - 1});
  vec3 tone = MARKS[at];
  float hatch = HATCHES[at];
  if (hatch > 0.0) {
    float along = dot(place, vec3(0.7, 0.55, 0.7)) / 1.6;
    float pixel = fwidth(along);
    tone = mix(tone, vec3(1.0), 0.65 * mix(hatch, band(fract(along), 0.0, hatch, pixel), 1.0 - smoothstep(0.3, 0.7, pixel)));
  }
  float light = dot(albedo, vec3(0.3, 0.5, 0.2));
  return tone * (0.82 + 0.36 * light);
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int wallIndex = 4;
  int roofIndex = 3;
  int kind = ${facades.homes};
  int emphasis = ${emphases.none};
  int mark = 0;
  vec3 paint = vec3(1.0);
#ifdef HAS_SELECTED_FEATURE_ID
  vec4 code = texture(model_batchTexture, computeSt(float(fsInput.featureIds.SELECTED_FEATURE_ID)));
  ivec3 index = ivec3(255.5 - 255.0 * code.rgb);
  mark = index.r >> 3;
  paint = code.rgb;
  wallIndex = clamp(index.r & 7, 0, ${wallColors.length - 1});
  roofIndex = clamp(index.g, 0, ${roofColors.length - 1});
  kind = index.b & 7;
  emphasis = index.b >> 3;
#endif
  vec3 normal = material.normalEC;
  float slope = dot(normal, czm_eyeEllipsoidNormalEC);
  WallPlace wall = wallPlace(fsInput);
  vec3 albedo;
  float ambient = 1.0;
  if (slope > 0.35) {
    albedo = slope > 0.985 ? FLAT_ROOF : ROOFS[roofIndex];
    float course = v_metres * fsInput.attributes.positionMC.y / 0.24;
    float finest = fwidth(course);
    if (slope <= 0.985 && u_detail > 0.5) albedo *= 1.0 - 0.13 * (1.0 - smoothstep(0.2, 0.55, finest)) * (fract(course) - 0.5);
  } else {
    albedo = WALLS[wallIndex];
    bool drawn = wall.size.x > 0.0;
    bool isHall = kind == ${facades.hall};
    if (drawn && u_detail > 0.5 && kind != ${facades.plain} && !isHall) {
      bool isBrick = wallIndex != 4 && wallIndex != 5;
      albedo = facade(masonry(albedo, wall.place, wall.onGround, isBrick), wall, kind, grazingOf(fsInput, normal));
    } else if (drawn && isHall) albedo *= 1.0 - 0.05 * step(0.5, fract(wall.place.x * 1.6)) * (1.0 - smoothstep(0.2, 0.5, fwidth(wall.place.x)));
    // Walls stand in the ground's own shade.
    if (drawn && wall.onGround) ambient = mix(0.76, 1.0, smoothstep(0.0, 3.0, wall.place.y));
  }
  if (mark > 0) albedo = marked(albedo, mark - 1, v_metres * fsInput.attributes.positionMC);
  vec3 lit = daylight(emphasise(albedo, emphasis), normal, ambient);
  if (mark > 0) lit.r /= paint.r;
  if (u_sun > 0.0) {
    // Walls are quiet, and say alone what is chosen: its roof keeps the colour that it was chosen for.
    vec3 sunny;
    if (slope > 0.35) {
      vec3 tone = roofTone(roofCode(fsInput.attributes.texCoord_2), v_metres * fsInput.attributes.positionMC.xz);
      sunny = sunlit(emphasis == ${emphases.hovered} ? mix(tone, HOVER, 0.25) : tone, normal) / paint;
    } else sunny = mark > 0 ? lit : daylight(emphasise(mix(albedo, QUIET, 0.8), emphasis), normal, ambient);
    lit = mix(lit, sunny, u_sun);
  }
  material.diffuse = lit;
  material.alpha = u_opacity;
}
`;

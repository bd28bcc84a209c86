/** How a map of sun hours looks: flat colours by class, so that the legend can be read, with lines where there is little sun. */
import { MOST_SUN_CLASSES } from '../model/sun-classes.ts';

/**
 * The place on the screen is the true one; in depth a cell is drawn as if it lay a little before its ground or wall (\`u_lift\`), by moving
 * it along its own line of sight: terrain and far houses are drawn with errors and would swallow it.
 */
export const sunHoursVertexGlsl = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 at = vsInput.attributes.positionMC;
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  v_hours = vsInput.attributes.texCoord_1.x;
  float lift = 0.04 + u_lift * distance(eye, at);
  float before = max(dot(eye - at, vsInput.attributes.normalMC), 0.3);
  // A hundredth of the way at most: a wall that is seen from aside would come out of the house before it.
  vsOutput.positionMC = mix(at, eye, min(lift / before, 0.01));
}
`;

export const sunHoursFragmentGlsl = `
// 1 on lines of some metres, thinner than that where they would melt together. (Cesium trips over doc comments of one line.)
float stripes(float along) {
  float pixel = max(fwidth(along), 1e-5);
  float spacing = max(1.1, exp2(ceil(log2(pixel * 7.0))));
  float at = abs(fract(along / spacing) - 0.5) * 2.0;
  float soft = 2.0 * pixel / spacing;
  return 1.0 - smoothstep(0.2 - soft, 0.2 + soft, 1.0 - at);
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  if (v_hours < u_bounds[0] - 1e-4) discard;
  int row = 0;
  for (int i = 1; i < ${MOST_SUN_CLASSES}; i++) {
    float bound = i < 4 ? u_bounds[i] : u_more[i - 4];
    if (v_hours >= bound - 1e-4) row = i;
  }
  vec4 found = texelFetch(u_palette, ivec2(row, 0), 0);
  vec3 color = pow(found.rgb, vec3(2.2));
  int lines = int(found.a * 255.0 + 0.5) - 250;
  vec2 place = fsInput.attributes.texCoord_0;
  if (lines > 0) {
    float cover = stripes(place.x + place.y);
    if (lines > 1) cover = max(cover, stripes(place.x - place.y));
    color = mix(color, vec3(0.96), 0.5 * cover);
  }
  material.diffuse = color;
  material.alpha = u_opacity;
}
`;

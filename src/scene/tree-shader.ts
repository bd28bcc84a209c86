import { daylightGlsl } from './daylight-shader.ts';

/**
 * No two places are quite the same green: slow waves over the ground, in the frame of the tileset, that all levels of detail
 * share. Where a plan clears the ground, known by the foot of the tree, it is gone: `getInstancingTransform` is Cesium's own and
 * not public. `v_tint` holds warmth and brightness, −1 to 1.
 */
export const treeVertexGlsl = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
#ifdef HAS_INSTANCING
  vec3 foot = getInstancingTransform()[3].xyz;
  vec2 at = (vec2(foot.x, -foot.z) - u_clearedBox.xy) * u_clearedBox.zw;
  bool isWithin = all(greaterThan(at, vec2(0.0))) && all(lessThan(at, vec2(1.0)));
  // A tree that makes room shrinks to a point, which has no pixels and casts no shadow.
  if (u_clearing > 0.5 && isWithin && texture(u_cleared, at).r > 0.5) vsOutput.positionMC = foot;
#endif
  vec2 p = vsInput.attributes.positionMC.xz;
  v_tint.x = 0.6 * sin(0.23 * p.x + 1.7 * sin(0.19 * p.y)) + 0.4 * sin(0.71 * p.y - 0.53 * p.x);
  v_tint.y = 0.6 * sin(0.31 * p.y + 1.4 * sin(0.27 * p.x)) + 0.4 * sin(0.59 * p.x + 0.83 * p.y);
}
`;

/**
 * Trees keep the colours of their model, deeper below and lighter on top, as if the light came through the crown. Nearby the
 * leaves are dappled in clumps of a hand's breadth, which fade out before they get finer than the pixels.
 */
export const treeGlsl = `
${daylightGlsl}
float dapple(vec3 p) {
  vec3 q = 6.0 * p + 1.8 * sin(3.1 * p.yzx);
  float coarse = sin(q.x) * sin(q.y) + sin(1.3 * q.y) * sin(1.1 * q.z);
  vec3 r = 2.7 * q.zxy;
  float fine = sin(r.x) * sin(r.y) + sin(1.2 * r.y) * sin(r.z);
  float pixel = length(fwidth(p));
  return coarse * clamp(1.0 - 3.0 * pixel, 0.0, 1.0) + fine * clamp(1.0 - 9.0 * pixel, 0.0, 1.0);
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  float up = dot(normal, czm_eyeEllipsoidNormalEC);
  vec3 soft = normalize(normal + 0.6 * czm_eyeEllipsoidNormalEC);
  vec3 tint = 1.0 + 0.13 * v_tint.x * vec3(1.0, 0.25, -0.8) + 0.1 * v_tint.y + 0.13 * dapple(fsInput.attributes.positionMC);
  material.diffuse = daylight(material.diffuse * tint * mix(0.8, 1.12, 0.5 + 0.5 * up), soft, 1.0);
  material.alpha = u_opacity;
}
`;

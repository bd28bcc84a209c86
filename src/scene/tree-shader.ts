import { daylightGlsl } from './daylight-shader.ts';

/** Trees keep the colours of their model, deeper below and lighter on top, as if the light came through the crown. */
export const treeGlsl = `
${daylightGlsl}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = material.normalEC;
  float up = dot(normal, czm_eyeEllipsoidNormalEC);
  vec3 soft = normalize(normal + 0.6 * czm_eyeEllipsoidNormalEC);
  material.diffuse = daylight(material.diffuse * mix(0.8, 1.12, 0.5 + 0.5 * up), soft, 1.0);
  material.alpha = u_opacity;
}
`;

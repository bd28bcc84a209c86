/** Part of the colour that stays in the shadow; `ShadowMap.darkness`. */
export const SHADOW_DARKNESS = 0.66;
/** Cosine between a face and the sun up to which the shadow map darkens the face by its slope alone, whatever stands before it. */
export const SHADOW_SLOPE = 0.25;

/**
 * GLSL that lights models the way a sketch is lit: sun, a sky that is bluer than the ground is warm, no highlights.
 * Cheaper than physically based shading and calmer. Colours are linear. The uniform `u_shadows` is 1 while a shadow map
 * multiplies the (gamma-encoded) result: that darkens what
 * faces away from the sun once more, which is undone here to the same degree.
 */
export const daylightGlsl = `
const vec3 SUN = vec3(1.06, 0.97, 0.84);
const vec3 LOW_SUN = vec3(1.08, 0.78, 0.52);
const vec3 SKY = vec3(0.44, 0.49, 0.57);
const vec3 GROUND = vec3(0.33, 0.31, 0.27);

// Of what casts no shadow itself: the map leaves it as it is where nothing stands before it.
vec3 openDaylight(vec3 albedo, vec3 normalEC, float ambient) {
  float facing = dot(normalEC, czm_lightDirectionEC);
  float up = dot(normalEC, czm_eyeEllipsoidNormalEC);
  // Sine of the sun's height: a low sun is redder, below the horizon it lights the sky for a while.
  float height = dot(czm_lightDirectionEC, czm_eyeEllipsoidNormalEC);
  vec3 sun = mix(LOW_SUN, SUN, smoothstep(0.05, 0.4, height)) * smoothstep(-0.01, 0.08, height);
  vec3 sky = mix(GROUND, SKY, 0.5 + 0.5 * up) * mix(0.3, 1.0, smoothstep(-0.12, 0.2, height));
  vec3 light = ambient * sky + sun * max(facing, 0.0) * 0.78;
  return albedo * light;
}

vec3 daylight(vec3 albedo, vec3 normalEC, float ambient) {
  float left = max(clamp(dot(normalEC, czm_lightDirectionEC) / ${SHADOW_SLOPE}, 0.0, 1.0), ${SHADOW_DARKNESS});
  return openDaylight(albedo, normalEC, ambient) * mix(1.0, pow(left, -2.2), u_shadows);
}
`;

/** GLSL that colours roof planes by the sun on them: what `model/roof-paint.ts` chose, read by the row that the tile carries. */
import { NEEDS_PERMIT, roofTones, UNSUITABLE } from '../model/roof-tones.ts';
import { glslColor } from './facade-shader.ts';

/** Planes in one row of the table that the shader reads. */
export const ROOFS_A_ROW = 1024;

/**
 * `u_sun` is how much roofs are coloured, 0 to 1, `u_sunPlan` 1 while the plan is drawn. Nearly flat, so that a class has one colour on every
 * slope; enough light is left to see form and shadow. Lines lie in the plane, in metres, and fade to their mean when they get
 * finer than the pixels.
 */
export const roofGlsl = `
const vec3 ROOF_TONES[${roofTones.length}] = vec3[${roofTones.length}](${roofTones.map(glslColor).join(', ')});
const vec3 QUIET = ${glslColor('#d8d5ce')};
const vec3 QUIET_ROOF = ${glslColor('#b9b6ae')};

int roofCode(vec2 parts) {
  int row = int(parts.x + 0.5) + 65536 * int(parts.y + 0.5) - 1;
  if (row < 0) return 0;
  vec4 code = texelFetch(u_roofs, ivec2(row % ${ROOFS_A_ROW}, row / ${ROOFS_A_ROW}), 0);
  return int(255.0 * (u_sunPlan > 0.5 ? code.g : code.r) + 0.5);
}

// Share of a line that a pixel shows: lines of a width, so far apart, along a direction in the plane of the ground.
float lined(vec2 place, vec2 direction, float apart, float width) {
  float along = dot(place, direction) / apart;
  float pixel = fwidth(along);
  float share = width / apart;
  return mix(band(fract(along), 0.0, share, pixel), share, smoothstep(0.25, 0.7, pixel));
}

vec3 roofTone(int code, vec2 place) {
  int tone = (code & 15) - 1;
  if (tone < 0) return QUIET_ROOF;
  vec3 color = ROOF_TONES[min(tone, ${roofTones.length - 1})];
  if (u_sunLines > 0.5) {
    // More line with less sun, whichever scale it is.
    float rank = tone < ${roofTones.length - 4} ? 1.0 - float(tone) / ${roofTones.length - 5}.0 : float(tone - ${roofTones.length - 4}) / 3.0;
    color = mix(color, vec3(0.02), 0.7 * lined(place, vec2(0.0, 1.0), 0.9, 0.06 + 0.42 * rank));
  }
  if ((code & ${UNSUITABLE}) != 0) color = mix(color, vec3(0.03), 0.75 * lined(place, vec2(0.707, 0.707), 1.1, 0.2));
  if ((code & ${NEEDS_PERMIT}) != 0) color = mix(color, vec3(1.0), 0.7 * lined(place, vec2(0.707, -0.707), 2.2, 0.26));
  return color;
}

vec3 sunlit(vec3 tone, vec3 normal) {
  return mix(tone, daylight(tone, normal, 1.0), 0.45);
}
`;

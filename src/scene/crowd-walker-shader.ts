/**
 * How people are drawn: where each one is between two moments, which way it goes, how its legs and arms swing with the ground it covers,
 * and what it wears. All of it is worked out from two texels a person (`crowd-slots.ts`) and the ground's heights.
 */
import { groupColors, groupSigns } from '../model/crowd-levels.ts';
import { HIP, KNEE, figureParts as parts, SHOULDER } from './crowd-figure.ts';
import { groundGlsl } from './crowd-ground.ts';
import { ABSENT, GROUP_ROOM, SLOTS_WIDE } from './crowd-slots.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { glslColor } from './facade-shader.ts';

const sign = (name: (typeof groupSigns)[number]): number => groupSigns.indexOf(name);

/** `getInstancingTransform` is Cesium's own and not public. */
const walkerGlsl = `
${groundGlsl}
struct Walker {
  vec2 at;
  float turn;
  float phase;
  float moving;
  float luck;
  int group;
  float size;
  vec2 middle;
};

Walker walkerAt(int slot) {
  ivec2 texel = ivec2(2 * (slot % ${SLOTS_WIDE}), slot / ${SLOTS_WIDE});
  vec4 places = texelFetch(u_people, texel, 0);
  vec4 more = texelFetch(u_people, texel + ivec2(1, 0), 0);
  bool isNew = places.x < ${ABSENT / 2}.0;
  bool isGone = places.z < ${ABSENT / 2}.0;
  vec2 a = isNew ? places.zw : places.xy;
  vec2 b = isGone ? places.xy : places.zw;
  Walker walker;
  walker.at = mix(a, b, u_share);
  walker.middle = 0.5 * (a + b);
  walker.turn = mix(more.x, more.y, smoothstep(0.0, 0.6, u_share));
  float made = mod(more.w, ${GROUP_ROOM}.0);
  walker.group = int(more.w / ${GROUP_ROOM}.0);
  walker.moving = u_gait * smoothstep(0.03, 0.35, made / max(u_seconds, 0.1) * 1.3);
  walker.phase = fract(more.z) + made * u_share;
  walker.luck = floor(more.z) / 1024.0;
  // Who comes or goes grows or shrinks, so that nobody pops up.
  walker.size = isNew && isGone ? 0.0 : isNew ? u_share : isGone ? 1.0 - u_share : 1.0;
  walker.size *= 0.92 + 0.16 * fract(walker.luck * 17.0);
  return walker;
}

// Of a copy by where it was put, along the diagonal.
int copyOf(vec3 foot) {
  return int(floor((foot.x + u_reach) / (2.0 * u_reach) * u_copies));
}
`;

/** Metres in the frame, y up, z south. The figure looks along -z. */
const standGlsl = `
vec3 standAt(Walker walker, vec3 local, float ground) {
  float s = sin(walker.turn);
  float c = cos(walker.turn);
  vec3 sized = local * walker.size;
  return vec3(walker.at.x + sized.x * c - sized.z * s, ground + sized.y, -walker.at.y + sized.x * s + sized.z * c);
}

vec3 turnAlong(Walker walker, vec3 n) {
  float s = sin(walker.turn);
  float c = cos(walker.turn);
  return vec3(n.x * c - n.z * s, n.y, n.x * s + n.z * c);
}
`;

export const nearVertexGlsl = `
${walkerGlsl}
${standGlsl}
// About a joint, forward for positive angles. (Cesium trips over doc comments of one line.)
vec3 swing(vec3 at, float joint, float angle) {
  float s = sin(angle);
  float c = cos(angle);
  float up = at.y - joint;
  return vec3(at.x, joint + up * c - at.z * s, at.z * c + up * s);
}

void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 foot = getInstancingTransform()[3].xyz;
  int slot = int(texelFetch(u_near, ivec2(copyOf(foot), 0), 0).r + 0.5) - 1;
  vec3 at = vsInput.attributes.positionMC - foot;
  vec3 normal = vsInput.attributes.normalMC;
  vec2 limb = vsInput.attributes.limb;
  int part = int(limb.x + 0.5);
  if (slot < 0) {
    vsOutput.positionMC = foot;
    return;
  }
  Walker walker = walkerAt(slot);
  float cycle = 6.28318 * walker.phase;
  float stride = sin(cycle) * limb.y * walker.moving;
  if (part == ${parts.shin} || part == ${parts.shoe}) {
    // The knee bends while its leg comes forward.
    float bend = -0.85 * max(cos(cycle) * limb.y, 0.0) * walker.moving;
    at = swing(at, ${KNEE.toFixed(2)}, bend);
    normal = swing(normal, 0.0, bend);
  }
  if (part == ${parts.thigh} || part == ${parts.shin} || part == ${parts.shoe}) {
    at = swing(at, ${HIP.toFixed(2)}, 0.46 * stride);
    normal = swing(normal, 0.0, 0.46 * stride);
  }
  if (part == ${parts.arm} || part == ${parts.hand}) {
    float idle = 0.12 * (fract(walker.luck * 31.0) - 0.3);
    at = swing(at, ${SHOULDER.toFixed(2)}, -0.4 * stride + idle);
    normal = swing(normal, 0.0, -0.4 * stride + idle);
  }
  at.y += 0.022 * cos(2.0 * cycle) * walker.moving;
  // Broad and slim, and what is not carried is not there.
  at.xz *= 0.93 + 0.16 * fract(walker.luck * 7.0);
  int carried = walker.group % ${groupSigns.length};
  if (part == ${parts.backpack} && carried != ${sign('backpack')}) at = vec3(0.0, 1.2, 0.0);
  if (part == ${parts.hat} && carried != ${sign('hat')}) at = vec3(0.0, 1.6, 0.0);
  if (part == ${parts.flag} && carried != ${sign('flag')}) at = vec3(0.0, 1.2, 0.0);
  v_part = limb.x;
  v_wear = vec2(float(walker.group), walker.luck);
  v_up = at.y;
  vsOutput.positionMC = standAt(walker, at, groundAt(walker.at));
  v_normal = czm_normal * turnAlong(walker, normal);
}
`;

export const farVertexGlsl = `
${walkerGlsl}
${standGlsl}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 foot = getInstancingTransform()[3].xyz;
  vec3 at = vsInput.attributes.positionMC - foot;
  Walker walker = walkerAt(copyOf(foot));
  bool isNear = distance(walker.middle, u_eye) < u_nearReach;
  if (walker.size <= 0.0 || isNear) {
    vsOutput.positionMC = foot;
    return;
  }
  vec2 limb = vsInput.attributes.limb;
  int carried = walker.group % ${groupSigns.length};
  bool isHead = limb.x > ${parts.farHead - 0.5};
  if (isHead && carried == ${sign('hat')} && at.y > 1.55) at.xz *= 1.7;
  if (!isHead && carried == ${sign('backpack')} && at.y > 0.8) at.z += 0.16 * step(0.0, at.z);
  if (isHead && carried == ${sign('flag')} && at.y > 1.7) at.y += 0.5;
  v_part = limb.x;
  v_wear = vec2(float(walker.group), walker.luck);
  v_up = at.y;
  vsOutput.positionMC = standAt(walker, at, groundAt(walker.at));
  v_normal = czm_normal * turnAlong(walker, vsInput.attributes.normalMC);
}
`;

export const walkerFragmentGlsl = `
${daylightGlsl}
const vec3 GROUPS[${groupColors.length}] = vec3[${groupColors.length}](${groupColors.map(glslColor).join(', ')});
const vec3 TROUSERS[4] = vec3[4](${['#3c4658', '#55504a', '#2f3338', '#6b6f74'].map(glslColor).join(', ')});
const vec3 SKINS[4] = vec3[4](${['#e6bc9c', '#c98f68', '#8d5a3c', '#f0cdb3'].map(glslColor).join(', ')});
const vec3 HAIRS[4] = vec3[4](${['#3a2a20', '#6e4a2c', '#b8935a', '#8b8680'].map(glslColor).join(', ')});
const vec3 SHOE = ${glslColor('#2a2623')};

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int part = int(v_part + 0.5);
  float luck = v_wear.y;
  vec3 group = GROUPS[int(v_wear.x + 0.5) % ${groupColors.length}];
  vec3 cloth = group * (0.82 + 0.36 * fract(luck * 5.0));
  vec3 trousers = TROUSERS[int(fract(luck * 11.0) * 3.999)];
  vec3 skin = SKINS[int(fract(luck * 13.0) * 3.999)];
  vec3 hair = HAIRS[int(fract(luck * 19.0) * 3.999)];
  vec3 tint = cloth;
  if (part == ${parts.head} || part == ${parts.hand}) tint = skin;
  else if (part == ${parts.hair}) tint = hair;
  else if (part == ${parts.thigh} || part == ${parts.shin}) tint = trousers;
  else if (part == ${parts.shoe}) tint = SHOE;
  else if (part == ${parts.torso}) tint = v_up > 1.46 ? skin : v_up < 0.9 ? trousers : cloth;
  else if (part == ${parts.backpack}) tint = mix(group, vec3(0.05), 0.6);
  else if (part == ${parts.hat}) tint = mix(group, vec3(0.85), 0.5);
  else if (part == ${parts.flag}) tint = mix(group, vec3(0.9), 0.25);
  else if (part == ${parts.farBody}) tint = v_up < 0.84 ? trousers : cloth;
  else if (part == ${parts.farHead}) tint = v_up > 1.64 ? hair : skin;
  vec3 normal = normalize(v_normal);
  // Less sky reaches what is low among others.
  float open = mix(0.72, 1.0, smoothstep(0.0, 1.3, v_up));
  material.diffuse = openDaylight(tint, normal, open);
  material.alpha = 1.0;
}
`;

/** A soft patch under the feet, drawn out a little away from the sun. */
export const shadowVertexGlsl = `
${walkerGlsl}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 foot = getInstancingTransform()[3].xyz;
  vec2 corner = (vsInput.attributes.positionMC - foot).xz;
  Walker walker = walkerAt(copyOf(foot));
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  vec3 at = vec3(walker.at.x, groundAt(walker.at), -walker.at.y);
  float away = distance(eye, at);
  if (walker.size <= 0.0 || away > 260.0) {
    vsOutput.positionMC = foot;
    return;
  }
  vec3 sun = normalize((czm_inverseModelView * vec4(czm_lightDirectionEC, 0.0)).xyz);
  float high = max(sun.y, 0.0);
  vec2 from = length(sun.xz) > 1e-3 ? normalize(sun.xz) : vec2(1.0, 0.0);
  float stretch = high > 0.02 ? clamp(length(sun.xz) / high, 0.0, 2.2) * 0.35 : 0.0;
  vec2 spread = corner * 0.4 * walker.size;
  spread -= from * (0.5 * stretch - 0.5 * stretch * dot(corner, from));
  at += vec3(spread.x, 0.0, spread.y);
  v_corner = corner;
  v_dark = (0.34 + 0.12 * smoothstep(0.02, 0.3, high)) * (1.0 - smoothstep(160.0, 260.0, away));
  float lift = 0.03 + u_lift * away;
  vsOutput.positionMC = mix(at, eye, min(lift / max(eye.y - at.y, 0.3), 0.01));
}
`;

export const shadowFragmentGlsl = `
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  float away = dot(v_corner, v_corner);
  if (away > 1.0) discard;
  material.diffuse = vec3(0.02, 0.025, 0.04);
  material.alpha = u_opacity * v_dark * (1.0 - away) * (1.0 - 0.4 * away);
}
`;

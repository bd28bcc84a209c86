/**
 * How crowded the ground is, draped over it: values linear between the middles of cells, so that each cell's own stands where its middle
 * is, in the colours and hatching of the legend (`model/crowd-levels.ts`).
 */
import {
  Cartesian2,
  Cartesian3,
  Cartesian4,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  PixelDatatype,
  PixelFormat,
  TextureUniform,
  UniformType,
  VaryingType,
} from 'cesium';
import type { CrowdCells } from '../model/crowd-answer.ts';
import { type CrowdClass, MOST_CROWD_CLASSES } from '../model/crowd-levels.ts';
import { type GroundGrid, groundGlsl, groundTexture } from './crowd-ground.ts';
import { createCrowdModel, type ModelScene } from './crowd-model.ts';
import type { CrowdFrame } from './crowd-objects.ts';
import { writeGlb } from './glb.ts';
import type { OnError } from './scene-layer.ts';

export interface DensityView {
  readonly cells: CrowdCells;
  /** By cell, in units of the classes; the same array as long as nothing has changed. */
  readonly values: Float32Array;
  readonly classes: readonly CrowdClass[];
}

export interface CrowdDensity {
  show(view: DensityView | undefined, frame: CrowdFrame): void;
  setGround(grid: GroundGrid, frame: CrowdFrame): void;
  look(lift: number, opacity: number): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

const UNBOUNDED = 1e9;

const vertexGlsl = `
${groundGlsl}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 at = vsInput.attributes.positionMC;
  v_place = vec2(at.x, -at.z);
  at.y = groundAt(v_place);
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  // Only its depth is that of something higher: terrain is drawn with errors and would swallow it.
  float lift = 0.02 + u_lift * distance(eye, at);
  vsOutput.positionMC = mix(at, eye, min(lift / max(eye.y - at.y, 0.3), 0.01));
}
`;

const fragmentGlsl = `
float valueIn(ivec2 cell) {
  return texelFetch(u_values, clamp(cell, ivec2(0), textureSize(u_values, 0) - 1), 0).r;
}

// 1 on lines some pixels apart, at least so many metres.
float lines(float value, float change, float part) {
  float pixel = max(change, 1e-5);
  float spacing = max(0.7, exp2(ceil(log2(pixel * 8.0))));
  float at = abs(fract(value / spacing) - 0.5) * 2.0;
  float soft = 2.0 * pixel / spacing;
  return 1.0 - smoothstep(part - soft, part + soft, 1.0 - at);
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec2 size = vec2(textureSize(u_values, 0));
  vec2 cell = (v_place - u_cells.xy) / u_cells.z;
  if (any(lessThan(cell, vec2(0.0))) || any(greaterThan(cell, size))) discard;
  vec2 at = cell - 0.5;
  ivec2 low = ivec2(floor(at));
  vec2 part = fract(at);
  float a = valueIn(low);
  float b = valueIn(low + ivec2(1, 0));
  float c = valueIn(low + ivec2(0, 1));
  float d = valueIn(low + ivec2(1, 1));
  float value = mix(mix(a, b, part.x), mix(c, d, part.x), part.y);
  float change = max(fwidth(v_place.x) + fwidth(v_place.y), 1e-4);
  if (value < u_low[0]) discard;
  int row = 0;
  for (int i = 1; i < ${MOST_CROWD_CLASSES}; i++) {
    float bound = i < 4 ? u_low[i] : u_high[i - 4];
    if (value >= bound) row = i;
  }
  vec4 look = texelFetch(u_palette, ivec2(row, 0), 0);
  vec3 color = pow(look.rgb, vec3(2.2));
  float hatch = fract(look.a);
  float ink = 0.0;
  if (hatch > 0.01) {
    vec2 right = dFdx(v_place);
    vec2 upward = dFdy(v_place);
    float rising = abs(right.x + right.y) + abs(upward.x + upward.y);
    float falling = abs(right.x - right.y) + abs(upward.x - upward.y);
    ink = lines(v_place.x + v_place.y, rising, hatch);
    if (look.a >= 1.0) ink = max(ink, lines(v_place.x - v_place.y, falling, hatch));
  }
  bool isDark = dot(color, vec3(0.3, 0.6, 0.1)) < 0.2;
  material.diffuse = mix(color, isDark ? vec3(0.93) : color * 0.35, 0.6 * ink);
  // The first class comes in softly: one passer-by is no crowd.
  float enter = row == 0 ? smoothstep(u_low[0], mix(u_low[0], u_low[1], 0.35), value) : 1.0;
  material.alpha = u_opacity * enter * (row == 0 ? 0.5 : 0.68 + 0.04 * float(row));
}
`;

/** Alpha: the hatching's share, and 1 more where lines cross. */
function createPalette(classes: readonly CrowdClass[]): TextureUniform {
  const values = new Float32Array(MOST_CROWD_CLASSES * 4);
  for (const [i, { color, hatch }] of classes.entries()) {
    for (let k = 0; k < 3; k++) values[4 * i + k] = Number.parseInt(color.slice(1 + 2 * k, 3 + 2 * k), 16) / 255;
    values[4 * i + 3] = hatch.part + (hatch.isCrossed ? 1 : 0);
  }
  return createTexture(values, MOST_CROWD_CLASSES, 1, PixelFormat.RGBA);
}

const createTexture = (values: Float32Array, width: number, height: number, pixelFormat: PixelFormat): TextureUniform =>
  new TextureUniform({
    // The types know bytes only, CesiumJS takes what the datatype says.
    typedArray: values as unknown as Uint8Array,
    width,
    height,
    pixelFormat,
    pixelDatatype: PixelDatatype.FLOAT,
    repeat: false,
  });

/** Corners as the ground's grid has them: its heights are read in the vertices. */
function meshGrid({ west, south, step, cols, rows }: GroundGrid, { x, y }: CrowdFrame) {
  const values = new Float32Array(3 * cols * rows);
  const indices = new Uint32Array(6 * (cols - 1) * (rows - 1));
  let at = 0;
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const corner = row * cols + col;
      values.set([west + col * step - x, 0, y - south - row * step], 3 * corner);
      if (row === rows - 1 || col === cols - 1) continue;
      indices.set([corner, corner + 1, corner + cols + 1, corner, corner + cols + 1, corner + cols], at);
      at += 6;
    }
  return writeGlb({ POSITION: { size: 3, values } }, 1, indices);
}

export function createCrowdDensity(scene: ModelScene, onError: OnError): CrowdDensity {
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  const sampler = (value: TextureUniform) => ({ type: UniformType.SAMPLER_2D, value });
  const shader = new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: CustomShaderTranslucencyMode.TRANSLUCENT,
    varyings: { v_place: VaryingType.VEC2 },
    uniforms: {
      u_opacity: float(1),
      u_lift: float(0),
      u_cells: { type: UniformType.VEC3, value: new Cartesian3(0, 0, 1) },
      u_low: { type: UniformType.VEC4, value: new Cartesian4() },
      u_high: { type: UniformType.VEC2, value: new Cartesian2() },
      u_groundPlace: { type: UniformType.VEC3, value: new Cartesian3(0, 0, 1) },
      u_ground: sampler(createTexture(new Float32Array(4), 2, 2, PixelFormat.RED)),
      u_values: sampler(createTexture(new Float32Array(1), 1, 1, PixelFormat.RED)),
      u_palette: sampler(createPalette([])),
    },
    vertexShaderText: vertexGlsl,
    fragmentShaderText: fragmentGlsl,
  });
  const model = createCrowdModel(scene, shader, onError);
  let seen: DensityView | undefined;
  let gridded: string | undefined;
  let isShown = true;
  const apply = () => model.setShown(isShown && seen !== undefined);

  return {
    show(view, frame) {
      const before = seen;
      seen = view;
      if (view && view.values !== before?.values)
        shader.setUniform('u_values', createTexture(view.values, view.cells.width, view.cells.height, PixelFormat.RED));
      if (view) {
        const { west, south, cell } = view.cells;
        shader.setUniform('u_cells', new Cartesian3(west - frame.x, south - frame.y, cell));
      }
      if (view && view.classes !== before?.classes) {
        const bounds = Array.from({ length: MOST_CROWD_CLASSES }, (_, i) => view.classes[i]?.from ?? UNBOUNDED);
        shader.setUniform('u_low', Cartesian4.unpack(bounds, 0));
        shader.setUniform('u_high', Cartesian2.unpack(bounds, 4));
        shader.setUniform('u_palette', createPalette(view.classes));
      }
      apply();
      scene.requestRender();
    },
    setGround(grid, frame) {
      shader.setUniform('u_ground', groundTexture(grid, frame.nap));
      shader.setUniform('u_groundPlace', new Cartesian3(grid.west - frame.x, grid.south - frame.y, grid.step));
      const key = [grid.west, grid.south, grid.step, grid.cols, grid.rows, frame.x, frame.y, frame.nap].join();
      if (key !== gridded) model.show(meshGrid(grid, frame), frame.matrix);
      gridded = key;
      scene.requestRender();
    },
    look(lift, opacity) {
      shader.setUniform('u_lift', lift);
      shader.setUniform('u_opacity', opacity);
    },
    setShown(shown) {
      isShown = shown;
      apply();
    },
    destroy() {
      model.destroy();
      shader.destroy();
    },
  };
}

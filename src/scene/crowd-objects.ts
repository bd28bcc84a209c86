/**
 * What stands on an event, in one mesh: each vertex knows the row of its thing, whose place, turn and state are in a small texture. To
 * drag one costs that texture and no geometry.
 */
import {
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  type Matrix4,
  PixelDatatype,
  PixelFormat,
  ShadowMode,
  TextureUniform,
  UniformType,
  VaryingType,
} from 'cesium';
import { buildForm } from './crowd-forms.ts';
import { createCrowdModel, type ModelScene } from './crowd-model.ts';
import type { StandingRow } from './crowd-rows.ts';
import type { Daylight } from './daylight.ts';
import { daylightGlsl } from './daylight-shader.ts';
import { type VertexAttributes, writeGlb } from './glb.ts';
import type { OnError } from './scene-layer.ts';

/** Of what is drawn: RD New, and m NAP of its zero. */
export interface CrowdFrame {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly matrix: Matrix4;
}

export interface CrowdObjectsView {
  readonly rows: readonly StandingRow[];
  /** Ids of objects and fences. */
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
}

export interface CrowdObjects {
  /** `nap` tells the ground. */
  show(view: CrowdObjectsView, frame: CrowdFrame, nap: (x: number, y: number) => number): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

/** m around the frame's origin within which things stand: the mesh's bounds, which moving must not leave. */
const REACH = 400;
const states = { plain: 0, hovered: 1, selected: 2 } as const;
const FLOATS = 8;

const vertexGlsl = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec4 paint = vsInput.attributes.paint;
  int row = int(paint.w + 0.5);
  vec4 place = texelFetch(u_places, ivec2(0, row), 0);
  v_state = texelFetch(u_places, ivec2(1, row), 0).x;
  v_tint = paint.rgb;
  float s = sin(place.w);
  float c = cos(place.w);
  vec3 at = vsInput.attributes.positionMC;
  v_up = at.y;
  vec3 n = vsInput.attributes.normalMC;
  // Clockwise seen from above; north is -z.
  vsOutput.positionMC = vec3(place.x + at.x * c - at.z * s, place.z + at.y, -place.y + at.x * s + at.z * c);
  v_normal = czm_normal * vec3(n.x * c - n.z * s, n.y, n.x * s + n.z * c);
}
`;

const fragmentGlsl = `
${daylightGlsl}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 normal = normalize(v_normal);
  // The ground keeps some light from what stands on it.
  float near = mix(0.78, 1.0, smoothstep(0.0, 0.6, v_up));
  vec3 tint = v_tint * near;
  if (v_state > 0.5) tint = mix(tint, vec3(0.05, 0.38, 0.4), v_state > 1.5 ? 0.3 : 0.15);
  material.diffuse = daylight(tint, normal, 1.0);
  material.alpha = 1.0;
}
`;

/** One mesh of all forms; bounds are told by two vertices that belong to no triangle. */
export function meshForms(rows: readonly StandingRow[]): { attributes: VertexAttributes; indices: Uint32Array } {
  const position = [-REACH, -20, -REACH, REACH, 40, REACH];
  const normal = [0, 1, 0, 0, 1, 0];
  const paint = [0, 0, 0, 0, 0, 0, 0, 0];
  const indices: number[] = [];
  for (const [row, form] of rows.entries()) {
    const solid = buildForm(form);
    const first = position.length / 3;
    for (const value of solid.position) position.push(value);
    for (const value of solid.normal) normal.push(value);
    for (let i = 0; i < solid.tint.length; i += 3)
      paint.push(solid.tint[i] as number, solid.tint[i + 1] as number, solid.tint[i + 2] as number, row);
    for (const index of solid.indices) indices.push(first + index);
  }
  return {
    attributes: {
      POSITION: { size: 3, values: Float32Array.from(position) },
      NORMAL: { size: 3, values: Float32Array.from(normal) },
      _PAINT: { size: 4, values: Float32Array.from(paint) },
    },
    indices: Uint32Array.from(indices),
  };
}

/** Two texels a row: x, y and height from the frame's origin, turn in radians; state. */
export function placeRows(
  { rows, selected, hovered }: CrowdObjectsView,
  frame: Pick<CrowdFrame, 'x' | 'y' | 'nap'>,
  nap: (x: number, y: number) => number,
): Float32Array {
  const places = new Float32Array(Math.max(rows.length, 1) * FLOATS);
  for (const [i, { x, y, turnDegrees, of }] of rows.entries()) {
    const turn = (turnDegrees * Math.PI) / 180;
    const state = of === selected ? states.selected : of === hovered ? states.hovered : states.plain;
    places.set([x - frame.x, y - frame.y, nap(x, y) - frame.nap, turn, state], i * FLOATS);
  }
  return places;
}

const placeTexture = (places: Float32Array): TextureUniform =>
  new TextureUniform({
    // The types know bytes only, CesiumJS takes what the datatype says.
    typedArray: places as unknown as Uint8Array,
    width: 2,
    height: places.length / FLOATS,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.FLOAT,
    repeat: false,
  });

export function createCrowdObjects(scene: ModelScene, daylight: Daylight, onError: OnError): CrowdObjects {
  const shader = new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: CustomShaderTranslucencyMode.OPAQUE,
    varyings: {
      v_tint: VaryingType.VEC3,
      v_normal: VaryingType.VEC3,
      v_state: VaryingType.FLOAT,
      v_up: VaryingType.FLOAT,
    },
    uniforms: {
      u_shadows: { type: UniformType.FLOAT, value: 0 },
      u_detail: { type: UniformType.FLOAT, value: 1 },
      u_places: { type: UniformType.SAMPLER_2D, value: placeTexture(new Float32Array(FLOATS)) },
    },
    vertexShaderText: vertexGlsl,
    fragmentShaderText: fragmentGlsl,
  });
  const release = daylight.light(shader);
  const model = createCrowdModel(scene, shader, onError, ShadowMode.ENABLED);
  let meshed = '';

  return {
    show(view, frame, nap) {
      const sizes = view.rows.map(({ id, kind, length, width, height }) => [id, kind, length, width, height]);
      const key = JSON.stringify([frame.x, frame.y, frame.nap, sizes]);
      if (key !== meshed) {
        meshed = key;
        const { attributes, indices } = meshForms(view.rows);
        model.show(view.rows.length > 0 ? writeGlb(attributes, 1, indices) : undefined, frame.matrix);
      }
      shader.setUniform('u_places', placeTexture(placeRows(view, frame, nap)));
      scene.requestRender();
    },
    setShown: model.setShown,
    destroy() {
      release();
      model.destroy();
      shader.destroy();
    },
  };
}

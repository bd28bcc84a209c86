/** Flat pieces painted on the ground, in one mesh: areas, ribbons, thresholds and arrows. They follow it, and lie over it in their order. */
import { CustomShader, CustomShaderTranslucencyMode, LightingModel, UniformType, VaryingType } from 'cesium';
import { triangulateRings } from '../model/triangulate-rings.ts';
import { createCrowdModel, type ModelScene } from './crowd-model.ts';
import type { CrowdFrame } from './crowd-objects.ts';
import { tintOf } from './crowd-solid.ts';
import { writeGlb } from './glb.ts';
import type { OnError } from './scene-layer.ts';

export interface PaintPiece {
  /** Outer ring, then holes: flat x, y pairs in RD New. */
  readonly rings: readonly (readonly number[])[];
  /** `#rrggbb`. */
  readonly color: string;
  /** 0 to 1. */
  readonly alpha: number;
  /** `hatch`: strong lines over a faint fill. */
  readonly pattern?: 'plain' | 'hatch';
  /** What lies over what: 0 first. */
  readonly layer?: number;
}

export interface CrowdPaint {
  /** The same list as long as nothing has changed; `nap` tells the ground. */
  show(pieces: readonly PaintPiece[], frame: CrowdFrame, nap: (x: number, y: number) => number): void;
  /** The ground is another one now. */
  refresh(): void;
  look(lift: number, opacity: number): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

/** m: longer sides are halved, so that a piece follows the ground. */
const LONGEST = 6;
/** m: between pieces of which one lies over the other, for their depth only. */
const LAYER = 0.012;

const vertexGlsl = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 at = vsInput.attributes.positionMC;
  vec2 mark = vsInput.attributes.mark;
  v_ink = vsInput.attributes.paint;
  v_place = vec3(at.x, -at.z, mark.x);
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  float away = distance(eye, at);
  float lift = 0.03 + mark.y + (1.0 + 4.0 * mark.y) * u_lift * away;
  vsOutput.positionMC = mix(at, eye, min(lift / max(eye.y - at.y, 0.3), 0.012));
}
`;

const fragmentGlsl = `
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  float ink = 1.0;
  if (v_place.z > 0.5) {
    float along = v_place.x + v_place.y;
    float pixel = max(fwidth(along), 1e-5);
    float spacing = max(0.8, exp2(ceil(log2(pixel * 7.0))));
    float at = abs(fract(along / spacing) - 0.5) * 2.0;
    float soft = 2.0 * pixel / spacing;
    ink = mix(0.3, 1.0, smoothstep(0.5 - soft, 0.5 + soft, at));
  }
  material.diffuse = v_ink.rgb;
  material.alpha = u_opacity * v_ink.a * ink;
}
`;

type Triangle = readonly [ax: number, ay: number, bx: number, by: number, cx: number, cy: number];

/** Halves the longest side until all are short. */
function splitInto(result: Triangle[], triangle: Triangle): void {
  const [ax, ay, bx, by, cx, cy] = triangle;
  const [ab, bc, ca] = [Math.hypot(bx - ax, by - ay), Math.hypot(cx - bx, cy - by), Math.hypot(ax - cx, ay - cy)];
  const longest = Math.max(ab, bc, ca);
  if (longest <= LONGEST) {
    result.push(triangle);
  } else if (ab < longest) {
    // Turned until the longest side is the first.
    splitInto(result, [bx, by, cx, cy, ax, ay]);
  } else {
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
    splitInto(result, [ax, ay, mx, my, cx, cy]);
    splitInto(result, [mx, my, bx, by, cx, cy]);
  }
}

export function meshPieces(
  pieces: readonly PaintPiece[],
  frame: Pick<CrowdFrame, 'x' | 'y' | 'nap'>,
  nap: (x: number, y: number) => number,
) {
  const position: number[] = [];
  const paint: number[] = [];
  const mark: number[] = [];
  for (const { rings, color, alpha, pattern, layer = 0 } of [...pieces].sort(
    (a, b) => (a.layer ?? 0) - (b.layer ?? 0),
  )) {
    const triangles: Triangle[] = [];
    for (const triangle of triangulateRings(rings)) splitInto(triangles, triangle as unknown as Triangle);
    const tint = tintOf(color);
    for (const triangle of triangles)
      for (let k = 0; k < 6; k += 2) {
        const [x, y] = [triangle[k] as number, triangle[k + 1] as number];
        position.push(x - frame.x, nap(x, y) - frame.nap, frame.y - y);
        paint.push(...tint, alpha);
        mark.push(pattern === 'hatch' ? 1 : 0, layer * LAYER);
      }
  }
  return {
    POSITION: { size: 3, values: Float32Array.from(position) },
    _PAINT: { size: 4, values: Float32Array.from(paint) },
    _MARK: { size: 2, values: Float32Array.from(mark) },
  } as const;
}

export function createCrowdPaint(scene: ModelScene, onError: OnError): CrowdPaint {
  const shader = new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: CustomShaderTranslucencyMode.TRANSLUCENT,
    varyings: { v_ink: VaryingType.VEC4, v_place: VaryingType.VEC3 },
    uniforms: {
      u_opacity: { type: UniformType.FLOAT, value: 1 },
      u_lift: { type: UniformType.FLOAT, value: 0 },
    },
    vertexShaderText: vertexGlsl,
    fragmentShaderText: fragmentGlsl,
  });
  const model = createCrowdModel(scene, shader, onError);
  let shown: { readonly pieces: readonly PaintPiece[]; readonly frame: CrowdFrame } | undefined;
  let read: (x: number, y: number) => number = () => 0;

  function draw() {
    if (!shown) return;
    const { pieces, frame } = shown;
    const mesh = meshPieces(pieces, frame, read);
    model.show(mesh.POSITION.values.length > 0 ? writeGlb(mesh, 1) : undefined, frame.matrix);
  }

  return {
    show(pieces, frame, nap) {
      read = nap;
      if (pieces === shown?.pieces && frame === shown.frame) return;
      shown = { pieces, frame };
      draw();
    },
    refresh: draw,
    look(lift, opacity) {
      shader.setUniform('u_lift', lift);
      shader.setUniform('u_opacity', opacity);
    },
    setShown: model.setShown,
    destroy() {
      model.destroy();
      shader.destroy();
    },
  };
}

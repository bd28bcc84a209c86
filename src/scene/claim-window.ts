/**
 * The ground seen through: the inside of a pit with a band for each metre of NAP, blended over the map. The pit is not dug: its faces lie where
 * they seem to lie on the screen, and tell the depth buffer that they lie just above the ground, so that houses before them stay before them.
 * CesiumJS's own translucent globe draws the whole terrain among what is translucent: water, claims and shadows on it go wrong, and it costs every pixel twice.
 */
import {
  Appearance,
  BlendingState,
  BoundingSphere,
  Cartesian3,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  Material,
  Matrix4,
  Primitive,
  PrimitiveType,
} from 'cesium';
import { type GroundWindow, ROOM } from './claim-sheet.ts';
import { glslColor } from './facade-shader.ts';
import { rdFrame } from './frames.ts';

interface WindowScene {
  readonly primitives: { add(primitive: Primitive): Primitive; remove(primitive: Primitive): boolean };
}

export interface ClaimWindow {
  /** Undefined closes the ground. */
  update(window: GroundWindow | undefined): void;
  destroy(): void;
}

/** Of the half side: width of the frame around the opening. */
const RIM = 0.014;

const vertexGlsl = `
in vec3 position3DHigh;
in vec3 position3DLow;
in float batchId;
out vec3 v_at;
out vec3 v_positionEC;
void main() {
  vec4 position = czm_computePosition();
  v_at = position3DHigh + position3DLow;
  v_positionEC = (czm_modelViewRelativeToEye * position).xyz;
  gl_Position = czm_modelViewProjectionRelativeToEye * position;
}
`;

/** Half its sides and its depth in metres, and m NAP of its upper edge; and how far the ground rises over that. */
const sizeGlsl = `
uniform vec4 size;
uniform float room;
vec4 windowSize() { return size; }
float windowRoom() { return room; }
czm_material czm_getMaterial(czm_materialInput materialInput) { return czm_getDefaultMaterial(materialInput); }
`;

const fragmentGlsl = `
in vec3 v_at;
in vec3 v_positionEC;
const vec3 SOD = ${glslColor('#5d6b3c')};
const vec3 EARTH = ${glslColor('#b89b78')};
const vec3 EARTH_DARK = ${glslColor('#a2845f')};
const vec3 FLOOR = ${glslColor('#e9e2d4')};
const vec3 INK = ${glslColor('#4a3b28')};

float lineOf(float value, float spacing, float pixels) {
  float soft = max(fwidth(value), 1e-4);
  float away = abs(fract(value / spacing + 0.5) - 0.5) * spacing;
  return (1.0 - smoothstep(0.5 * pixels * soft, (0.5 * pixels + 1.0) * soft, away)) * (1.0 - smoothstep(spacing * 0.1, spacing * 0.3, soft));
}

void main() {
  vec4 size = windowSize();
  vec3 metres = v_at * size.xyz;
  float nap = size.w + metres.z;
  bool isRim = max(abs(v_at.x), abs(v_at.y)) > 1.0001;
  bool isFloor = !isRim && v_at.z < -0.9995;
  vec3 color = FLOOR;
  float alpha = 0.84;
  if (isRim) {
    color = INK;
    alpha = 0.9;
  } else if (isFloor) {
    float edge = min(size.x - abs(metres.x), size.y - abs(metres.y));
    color *= mix(0.72, 1.0, smoothstep(0.0, 0.6 * size.z, edge));
    color = mix(color, INK, 0.22 * max(lineOf(metres.x, 10.0, 1.0), lineOf(metres.y, 10.0, 1.0)));
  } else {
    float band = fract(nap * 0.5) < 0.5 ? 1.0 : 0.0;
    color = mix(EARTH, EARTH_DARK, band);
    color = mix(color, INK, 0.5 * lineOf(nap, 1.0, 1.0));
    // Walls that meet at a corner differ, as if light came from one side.
    color *= (abs(v_at.x) > 0.9999 ? 0.82 : 0.96) * mix(0.72, 1.0, 1.0 + v_at.z);
    color = mix(color, SOD, 1.0 - smoothstep(0.25, 0.3, -metres.z));
    alpha = 0.92;
  }
  vec3 eye = (czm_inverseModelView * vec4(0.0, 0.0, 0.0, 1.0)).xyz * size.xyz;
  // Not through the opening, but through the ground before it.
  vec2 crossing = mix(eye.xy, metres.xy, clamp(eye.z / (eye.z - metres.z), 0.0, 1.0)) / size.xy;
  if (!isRim && eye.z > 0.0 && max(abs(crossing.x), abs(crossing.y)) > 1.0) discard;
  float along = -v_positionEC.z;
  float fall = eye.z - metres.z;
  float above = eye.z - windowRoom();
  float depth = along;
  if (above > 0.0 && fall > 0.0) {
    float t = min(above / fall, 1.0);
    float under = along * (1.0 - t);
    depth = along * mix(t, eye.z / fall, 0.6 * under / (under + 30.0));
  }
  out_FragColor = vec4(pow(color, vec3(1.0 / 2.2)), alpha);
  czm_writeLogDepth(depth * (isRim ? 0.9997 : 1.0) - czm_currentFrustum.x + 1.0);
}
`;

type Corner = readonly [number, number, number];

/** A box of −1 to 1 on the ground and of 0 to −1 in depth, open above and seen from inside, with a frame around its opening. */
function boxGeometry(): Geometry {
  const values: number[] = [];
  const indices: number[] = [];
  function add(...quad: readonly [Corner, Corner, Corner, Corner]): void {
    const first = values.length / 3;
    values.push(...quad.flat());
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  const sides: readonly (readonly [number, number])[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  add(...(sides.map(([x, y]): Corner => [x, y, -1]) as [Corner, Corner, Corner, Corner]));
  const wide = 1 + RIM;
  for (const [i, [ax, ay]] of sides.entries()) {
    const [bx, by] = sides[(i + 1) % 4] as readonly [number, number];
    add([ax, ay, 0], [bx, by, 0], [bx, by, -1], [ax, ay, -1]);
    add([ax, ay, 0], [ax * wide, ay * wide, 0], [bx * wide, by * wide, 0], [bx, by, 0]);
  }
  const attributes = new GeometryAttributes();
  attributes.position = new GeometryAttribute({
    componentDatatype: ComponentDatatype.DOUBLE,
    componentsPerAttribute: 3,
    values: Float64Array.from(values),
  });
  return new Geometry({
    attributes,
    indices: Uint16Array.from(indices),
    primitiveType: PrimitiveType.TRIANGLES,
    boundingSphere: new BoundingSphere(new Cartesian3(), Math.sqrt(3)),
  });
}

export function createClaimWindow(scene: WindowScene): ClaimWindow {
  let primitive: Primitive | undefined;
  let material: Material | undefined;

  function create(): Primitive {
    material = new Material({
      fabric: { uniforms: { size: { x: 1, y: 1, z: 1, w: 0 }, room: ROOM }, source: sizeGlsl },
    });
    const made = new Primitive({
      geometryInstances: new GeometryInstance({ geometry: boxGeometry() }),
      appearance: new Appearance({
        material,
        // Among what is opaque, so that claims are blended over it whatever their order.
        translucent: false,
        vertexShaderSource: vertexGlsl,
        fragmentShaderSource: fragmentGlsl,
        renderState: {
          depthTest: { enabled: true },
          depthMask: true,
          // Of a pit one sees the far walls only.
          cull: { enabled: true },
          blending: BlendingState.ALPHA_BLEND,
        },
      }),
      asynchronous: false,
      compressVertices: false,
      allowPicking: false,
    });
    return scene.primitives.add(made);
  }

  return {
    update(window) {
      if (!window) {
        if (primitive) primitive.show = false;
        return;
      }
      primitive ??= create();
      const { x, y, halfWidth, halfHeight, ground, room, floor } = window;
      const deep = ground - floor;
      primitive.show = true;
      primitive.modelMatrix = Matrix4.multiplyByScale(
        rdFrame({ x, y, nap: ground }),
        new Cartesian3(halfWidth, halfHeight, deep),
        new Matrix4(),
      );
      if (material)
        Object.assign(material.uniforms, { room, size: { x: halfWidth, y: halfHeight, z: deep, w: ground } });
    },
    destroy() {
      if (primitive) scene.primitives.remove(primitive);
      material?.destroy();
      primitive = undefined;
    },
  };
}

import { CustomShader, CustomShaderTranslucencyMode, LightingModel, UniformType, type VaryingType } from 'cesium';
import type { LayerView } from '../store/twin.ts';
import type { Daylight } from './daylight.ts';

/** Where a shader goes: a tileset, or a test's stand-in for one. */
interface Shaded {
  customShader: CustomShader | undefined;
}

type Uniforms = NonNullable<ConstructorParameters<typeof CustomShader>[0]['uniforms']>;
type UniformValue = Parameters<CustomShader['setUniform']>[1];

/** GLSL for Cesium's CustomShader; the uniforms of `daylightGlsl` and `u_opacity` are there. */
interface ShaderText {
  readonly fragmentShaderText: string;
  readonly vertexShaderText?: string;
  readonly varyings?: Record<string, VaryingType>;
  readonly uniforms?: Uniforms;
}

export interface ModelShader {
  /** Opaque models are drawn in Cesium's opaque pass: translucent ones cost more and cast no shadow. */
  applyTo(tileset: Shaded, view: LayerView): void;
  setUniform(name: string, value: UniformValue): void;
  destroy(): void;
}

/** Two shaders from one text, opaque and translucent: Cesium cannot change the pass of a shader in use. */
export function createModelShader(daylight: Daylight, { uniforms, ...text }: ShaderText): ModelShader {
  const shaders = [CustomShaderTranslucencyMode.OPAQUE, CustomShaderTranslucencyMode.TRANSLUCENT].map(
    (translucencyMode) =>
      new CustomShader({
        lightingModel: LightingModel.UNLIT,
        translucencyMode,
        uniforms: {
          u_shadows: { type: UniformType.FLOAT, value: 0 },
          u_opacity: { type: UniformType.FLOAT, value: 1 },
          u_detail: { type: UniformType.FLOAT, value: 1 },
          ...uniforms,
        },
        ...text,
      }),
  );
  const [opaque, translucent] = shaders as [CustomShader, CustomShader];
  const releases = shaders.map((shader) => daylight.light(shader));

  return {
    applyTo(tileset, { opacity }) {
      tileset.customShader = opacity < 1 ? translucent : opaque;
      translucent.setUniform('u_opacity', opacity);
    },
    setUniform(name, value) {
      for (const shader of shaders) shader.setUniform(name, value);
    },
    destroy() {
      for (const release of releases) release();
      for (const shader of shaders) shader.destroy();
    },
  };
}

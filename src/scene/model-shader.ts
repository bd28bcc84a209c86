import { CustomShader, CustomShaderTranslucencyMode, LightingModel, UniformType } from 'cesium';
import type { LayerView } from '../store/twin.ts';
import type { Daylight } from './daylight.ts';

/** Where a shader goes: a tileset, or a test's stand-in for one. */
interface Shaded {
  customShader: CustomShader | undefined;
}

export interface ModelShader {
  /** Opaque models are drawn in Cesium's opaque pass: translucent ones cost more and cast no shadow. */
  applyTo(tileset: Shaded, view: LayerView): void;
  destroy(): void;
}

/** Two shaders from one text, opaque and translucent: Cesium cannot change the pass of a shader in use. */
export function createModelShader(daylight: Daylight, fragmentShaderText: string): ModelShader {
  const shaders = [CustomShaderTranslucencyMode.OPAQUE, CustomShaderTranslucencyMode.TRANSLUCENT].map(
    (translucencyMode) =>
      new CustomShader({
        lightingModel: LightingModel.UNLIT,
        translucencyMode,
        uniforms: {
          u_shadows: { type: UniformType.FLOAT, value: 0 },
          u_opacity: { type: UniformType.FLOAT, value: 1 },
          u_detail: { type: UniformType.FLOAT, value: 1 },
        },
        fragmentShaderText,
      }),
  );
  const [opaque, translucent] = shaders as [CustomShader, CustomShader];
  const releases = shaders.map((shader) => daylight.light(shader));

  return {
    applyTo(tileset, { opacity }) {
      tileset.customShader = opacity < 1 ? translucent : opaque;
      translucent.setUniform('u_opacity', opacity);
    },
    destroy() {
      for (const release of releases) release();
      for (const shader of shaders) shader.destroy();
    },
  };
}

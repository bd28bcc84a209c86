import type { CustomShader } from 'cesium';
import type { SceneLayer } from './scene-layer.ts';

/** How finely models are lit and drawn; quality decides. */
interface DaylightView {
  /** Whether a shadow map is in use. */
  readonly shadows: boolean;
  /** Whether façades are drawn. */
  readonly detail: boolean;
}

export interface Daylight extends SceneLayer<DaylightView> {
  /** Keeps the uniforms of a shader that uses `daylightGlsl` up to date, until the returned function is called. */
  light(shader: CustomShader): () => void;
}

export function createDaylight(): Daylight {
  const shaders = new Set<CustomShader>();
  let view: DaylightView = { shadows: false, detail: true };

  function apply(shader: CustomShader) {
    shader.setUniform('u_shadows', view.shadows ? 1 : 0);
    shader.setUniform('u_detail', view.detail ? 1 : 0);
  }

  return {
    light(shader) {
      shaders.add(shader);
      apply(shader);
      return () => shaders.delete(shader);
    },
    update(next) {
      view = next;
      for (const shader of shaders) apply(shader);
    },
    destroy() {
      shaders.clear();
    },
  };
}

/** What benches in a browser share: a page of its own, and the time of a frame. */
import type { Browser, Page } from '@playwright/test';

/** Median milliseconds of a frame while the camera turns round, drawn to the last pixel. */
export function timeFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scene = (window.twin ?? window.bare)?.scene;
    if (!scene) throw new Error('no scene');
    const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl;
    const pixel = new Uint8Array(4);
    const times: number[] = [];
    for (let i = 0; i < 23; i++) {
      scene.camera.rotateRight(0.00002);
      scene.requestRender();
      const start = performance.now();
      scene.render();
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      if (i >= 3) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] as number;
  });
}

export async function openPage(browser: Browser): Promise<Page> {
  // A context of its own: nothing from the cache of the page before.
  const context = await browser.newContext({ viewport: { width: 800, height: 500 } });
  // The loader of TypeScript names functions by a helper that a page does not have.
  await context.addInitScript('globalThis.__name = (target) => target');
  return context.newPage();
}

/** Counts what the page makes on the graphics card and has not thrown away; to be run before the page. */
export const countObjects = `
  globalThis.__name = (target) => target;
  globalThis.graphicsObjects = 0;
  for (const kind of ['Buffer', 'Texture', 'Framebuffer', 'Renderbuffer', 'VertexArray', 'Program', 'Shader']) {
    const { prototype } = WebGL2RenderingContext;
    const [create, remove] = [prototype['create' + kind], prototype['delete' + kind]];
    prototype['create' + kind] = function (...values) {
      globalThis.graphicsObjects++;
      return create.apply(this, values);
    };
    prototype['delete' + kind] = function (thing) {
      if (thing) globalThis.graphicsObjects--;
      return remove.call(this, thing);
    };
  }
`;

export const readObjects = (page: Page): Promise<number> =>
  page.evaluate(() => Reflect.get(globalThis, 'graphicsObjects') as number);

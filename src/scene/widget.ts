import { CesiumWidget, Clock, ClockStep, Credit, CreditDisplay, Globe, Ion } from 'cesium';
import { setUpLight } from './light.ts';

declare global {
  interface Window {
    /** Read by CesiumJS at its first request. */
    CESIUM_BASE_URL?: string;
  }
}

/** Where the page finds what CesiumJS fetches at run time: workers, the world map and decoders. */
const CESIUM_FOLDER = './cesium/';

export function isWebGl2Supported(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers allow some sixteen contexts: give this one back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/**
 * A bare globe that draws on demand and asks nothing of another host: no ion, no imagery yet. Throws when the browser
 * refuses a WebGL context. Fixed time; the clock does not tick, because a running clock would draw frames.
 */
export function createWidget(container: HTMLElement): CesiumWidget {
  window.CESIUM_BASE_URL = new URL(CESIUM_FOLDER, document.baseURI).href;
  Ion.defaultAccessToken = '';
  // The logo's inline style would break the content security policy; the page's own credits name CesiumJS.
  CreditDisplay.cesiumCredit = new Credit('CesiumJS');
  const globe = new Globe();
  const widget = new CesiumWidget(container, {
    globe,
    baseLayer: false,
    skyBox: false,
    clock: new Clock({ clockStep: ClockStep.TICK_DEPENDENT, shouldAnimate: false }),
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    scene3DOnly: true,
    shadows: false,
    // Credits are the page's own; Cesium's go to an element that is never shown (no ion, no foreign data).
    creditContainer: document.createElement('div'),
    creditViewport: document.createElement('div'),
    showRenderLoopErrors: false,
    contextOptions: { webgl: { powerPreference: 'high-performance', alpha: false } },
  });
  // Cesium asks for hard pixels; at a lowered resolution a soft picture is calmer.
  widget.canvas.style.imageRendering = 'auto';
  widget.clock.currentTime = setUpLight(widget.scene, globe);
  return widget;
}

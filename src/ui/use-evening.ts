import { useEffect, useRef } from 'react';
import { endEvening, goToStop, runEvening, stepEvening, toggleToday } from '../store/evening.ts';

/** Arrows, and what clickers send: page keys for the stops, a full stop for "black screen". */
const actions: Readonly<Record<string, () => void>> = {
  ArrowRight: () => stepEvening(1),
  ArrowDown: () => stepEvening(1),
  PageDown: () => stepEvening(1),
  ArrowLeft: () => stepEvening(-1),
  ArrowUp: () => stepEvening(-1),
  PageUp: () => stepEvening(-1),
  Home: () => goToStop(0),
  End: () => goToStop(Number.MAX_SAFE_INTEGER),
  b: toggleToday,
  B: toggleToday,
  '.': toggleToday,
  Escape: endEvening,
};

const signs = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const;

/** CSS pixels: a mouse that lies on a table with a projector trembles, and browsers tell of a move when the page moves under it. */
const TREMBLE = 4;

/** Calls `onMove` when a pointer has really gone somewhere else. */
function createMoveWatch(onMove: () => void): (event: PointerEvent) => void {
  let rest: { readonly x: number; readonly y: number } | undefined;
  return ({ screenX: x, screenY: y }) => {
    rest ??= { x, y };
    if (Math.hypot(x - rest.x, y - rest.y) < TREMBLE) return;
    rest = { x, y };
    onMove();
  };
}

/** Runs the evening while the component that calls it is there. What it answers is to be called before the full screen ends and the evening goes on. */
export function useEvening(): () => void {
  const goesOn = useRef(false);
  useEffect(() => {
    const run = runEvening();
    // What started it is there again when it has ended.
    const before = document.activeElement;

    // Before the picture hears it: its own arrow keys move the camera.
    function onKeyDown(event: KeyboardEvent) {
      const action = actions[event.key];
      if (!action || event.ctrlKey || event.altKey || event.metaKey) return;
      // With Shift the arrows still turn the picture.
      if (event.shiftKey && event.key.startsWith('Arrow')) return;
      // The line between today and plan has arrows of its own.
      if (event.key.startsWith('Arrow') && event.target instanceof Element && event.target.closest('[role=slider]'))
        return;
      // An open dialog closes by itself, and keeps its keys.
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    }

    // Escape does not reach the page while the browser shows it on the full screen: it only ends that.
    function onFullScreen() {
      if (!document.fullscreenElement && !goesOn.current) endEvening();
      goesOn.current = false;
    }

    const watchMove = createMoveWatch(run.touch);
    for (const sign of signs) document.addEventListener(sign, run.touch, { passive: true, capture: true });
    document.addEventListener('pointermove', watchMove, { passive: true, capture: true });
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('fullscreenchange', onFullScreen);
    return () => {
      run.destroy();
      for (const sign of signs) document.removeEventListener(sign, run.touch, { capture: true });
      document.removeEventListener('pointermove', watchMove, { capture: true });
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('fullscreenchange', onFullScreen);
      if (document.fullscreenElement) void document.exitFullscreen();
      const start =
        before instanceof HTMLElement && before !== document.body && before.isConnected ? before : undefined;
      (start ?? document.getElementById('panel'))?.focus();
    };
  }, []);
  return () => {
    goesOn.current = true;
  };
}

/** Looking around on foot: drag with a mouse, pen or finger. In the air Cesium's own controller does this. */
export function createLookDrag(
  canvas: HTMLElement,
  isActive: () => boolean,
  /** Pixels that the pointer went to the right and down since the last call. */
  onDrag: (right: number, down: number) => void,
): { destroy(): void } {
  let pointer: { id: number; x: number; y: number } | undefined;

  function onDown(event: PointerEvent) {
    if (isActive()) pointer = { id: event.pointerId, x: event.clientX, y: event.clientY };
  }
  function onMove(event: PointerEvent) {
    if (event.pointerId !== pointer?.id || !isActive()) return;
    onDrag(event.clientX - pointer.x, event.clientY - pointer.y);
    pointer = { id: event.pointerId, x: event.clientX, y: event.clientY };
  }
  function onUp(event: PointerEvent) {
    if (event.pointerId === pointer?.id) pointer = undefined;
  }

  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointercancel', onUp);
  return {
    destroy() {
      canvas.removeEventListener('pointerdown', onDown);
      canvas.removeEventListener('pointermove', onMove);
      canvas.removeEventListener('pointerup', onUp);
      canvas.removeEventListener('pointercancel', onUp);
    },
  };
}

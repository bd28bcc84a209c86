/**
 * In a frame of another page the wheel and one finger scroll that page, and keys do too, until the visitor chooses the map: with a click,
 * a tap or Enter. Ctrl with the wheel and two fingers move the map at once, as people know it from other maps. Escape gives it back.
 */
import { sendCommand } from '../store/commands.ts';

/** Pixels that a finger may slip and still tap; e-foldings of the distance per pixel of the wheel. */
const SLIP = 8;
const WHEEL_SPEED = 0.0016;
/** Pixels of a line and of a page, for wheels that count in those. */
const WHEEL_UNITS = [1, 16, 400];

export type MapHint = 'wheel' | 'touch' | 'keys';

export interface MapGuardEvents {
  /** What the visitor tried that the page has for itself. */
  onHint(hint: MapHint): void;
  onChange(isHeld: boolean, byKeyboard: boolean): void;
}

export interface MapGuard {
  release(): void;
  destroy(): void;
}

/** `area` holds the canvas, now or later; whoever listens to the canvas hears what this lets through. */
export function createMapGuard(area: HTMLElement, { onHint, onChange }: MapGuardEvents): MapGuard {
  let isHeld = false;
  /** Fingers that are down, as they came. */
  const fingers = new Map<number, PointerEvent>();
  /** Two fingers came: until all are gone the map has them. */
  let isGesture = false;
  const passed = new WeakSet<Event>();

  function set(next: boolean, byKeyboard = false): void {
    if (isHeld === next) return;
    isHeld = next;
    onChange(next, byKeyboard);
  }

  function onWheel(event: WheelEvent): void {
    if (isHeld) return;
    event.stopPropagation();
    if (!event.ctrlKey && !event.metaKey) {
      onHint('wheel');
      return;
    }
    event.preventDefault();
    const pixels = event.deltaY * (WHEEL_UNITS[event.deltaMode] ?? 1);
    sendCommand({ type: 'zoom', factor: Math.exp(pixels * WHEEL_SPEED) });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isHeld || event.key === 'Tab' || event.key === 'Escape') return;
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    set(true, true);
  }

  /** After the map has had it: on foot Escape ends the walk first. */
  function onEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) set(false, true);
  }

  function onPointerDown(event: PointerEvent): void {
    if (passed.has(event)) return;
    if (event.pointerType !== 'touch') set(true);
    if (isHeld) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 1) event.stopPropagation();
    else if (!isGesture) {
      isGesture = true;
      for (const first of fingers.values()) if (first !== event) repeat(first);
    }
  }

  /** The finger that came first was kept from the map. */
  function repeat(first: PointerEvent): void {
    const { pointerId, pointerType, isPrimary, clientX, clientY, screenX, screenY, button, buttons } = first;
    const again = new PointerEvent('pointerdown', {
      ...{ pointerId, pointerType, isPrimary, clientX, clientY, screenX, screenY, button, buttons },
      bubbles: true,
      cancelable: true,
    });
    passed.add(again);
    first.target?.dispatchEvent(again);
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerType === 'touch' && !isHeld && !isGesture) event.stopPropagation();
  }

  function onPointerEnd(event: PointerEvent): void {
    const first = fingers.get(event.pointerId);
    if (!first) return;
    fingers.delete(event.pointerId);
    if (isGesture) {
      isGesture = fingers.size > 0;
      return;
    }
    event.stopPropagation();
    const slipped = Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY);
    if (event.type === 'pointercancel' || slipped > SLIP) {
      onHint('touch');
      return;
    }
    if (first.target instanceof HTMLElement) first.target.focus({ preventScroll: true });
    set(true);
  }

  /** The browser would scroll with two fingers too. */
  function onTouchMove(event: TouchEvent): void {
    if (isGesture && event.cancelable) event.preventDefault();
  }

  function onFocus(event: FocusEvent): void {
    if (!isHeld && event.target instanceof HTMLElement && event.target.matches(':focus-visible')) onHint('keys');
  }

  const release = () => set(false);
  const early = { capture: true };
  const stopping = new AbortController();
  const { signal } = stopping;
  area.addEventListener('wheel', onWheel, { ...early, passive: false, signal });
  area.addEventListener('keydown', onKeyDown, { ...early, signal });
  area.addEventListener('keydown', onEscape, { signal });
  area.addEventListener('pointerdown', onPointerDown, { ...early, signal });
  area.addEventListener('pointermove', onPointerMove, { ...early, signal });
  area.addEventListener('pointerup', onPointerEnd, { ...early, signal });
  area.addEventListener('pointercancel', onPointerEnd, { ...early, signal });
  area.addEventListener('touchmove', onTouchMove, { ...early, passive: false, signal });
  area.addEventListener('focusin', onFocus, { signal });
  // The visitor went on in the page around us.
  window.addEventListener('blur', release, { signal });

  return {
    release,
    destroy() {
      stopping.abort();
      release();
    },
  };
}

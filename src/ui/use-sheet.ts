import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

const sheetSizes = ['small', 'medium', 'large'] as const;
type SheetSize = (typeof sheetSizes)[number];

/** Part of the window's height of each size; the small one is as high as its content, see `panel.css`. */
const heightPart: Record<SheetSize, number> = { small: 0.17, medium: 0.5, large: 0.92 };

function nearestSize(height: number): SheetSize {
  const part = height / window.innerHeight;
  return sheetSizes.reduce((best, size) =>
    Math.abs(heightPart[size] - part) < Math.abs(heightPart[best] - part) ? size : best,
  );
}

const wide = window.matchMedia('(min-width: 48rem)');

/** The panel's size: dragged or pressed by its handle on a phone, open or collapsed on a wide screen. */
export function useSheet() {
  const [size, setSize] = useState<SheetSize>(() => (wide.matches ? 'large' : 'medium'));
  /** Height while the handle is dragged, CSS pixels. */
  const [dragged, setDragged] = useState<number>();
  const drag = useRef<{ startY: number; startHeight: number; moved: boolean } | undefined>(undefined);

  useEffect(() => {
    const start = () => setSize(wide.matches ? 'large' : 'medium');
    wide.addEventListener('change', start);
    return () => wide.removeEventListener('change', start);
  }, []);

  const step = (by: 1 | -1) => setSize((now) => sheetSizes[sheetSizes.indexOf(now) + by] ?? now);
  const openAtLeast = useCallback(
    (least: SheetSize) => setSize((now) => (sheetSizes.indexOf(now) < sheetSizes.indexOf(least) ? least : now)),
    [],
  );

  const handleProps = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const panel = event.currentTarget.parentElement;
      if (!panel) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { startY: event.clientY, startHeight: panel.getBoundingClientRect().height, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = drag.current;
      if (!now) return;
      const up = now.startY - event.clientY;
      if (Math.abs(up) > 6) now.moved = true;
      if (now.moved) setDragged(Math.min(now.startHeight + up, window.innerHeight * heightPart.large));
    },
    onPointerUp() {
      if (drag.current?.moved && dragged !== undefined) setSize(nearestSize(dragged));
      setDragged(undefined);
    },
    onPointerCancel() {
      drag.current = undefined;
      setDragged(undefined);
    },
    onClick() {
      const wasDragged = drag.current?.moved === true;
      drag.current = undefined;
      if (!wasDragged) setSize((now) => (now === 'large' ? 'small' : (sheetSizes[sheetSizes.indexOf(now) + 1] ?? now)));
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      step(event.key === 'ArrowUp' ? 1 : -1);
    },
  };

  const style: CSSProperties | undefined =
    dragged === undefined ? undefined : { blockSize: dragged, transition: 'none' };
  const toggle = () => setSize(size === 'small' ? 'large' : 'small');
  return { size, setSize, openAtLeast, toggle, handleProps, style };
}

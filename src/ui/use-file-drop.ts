import { useEffect, useRef, useState } from 'react';

/**
 * Takes files that are dropped anywhere in the window: beside a small target the browser would leave the page for the file.
 * Answers whether something is held over the window.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    function over(event: DragEvent) {
      event.preventDefault();
      setOver(true);
    }
    function leave(event: DragEvent) {
      // Only when it leaves the window, not when it passes from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    }
    function drop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    }
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);

  return isOver;
}

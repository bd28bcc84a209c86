import { type DragEvent, useState } from 'react';
import type { ImportProblem } from '../model/import-problem.ts';
import { placeFile } from '../store/import-drawing.ts';

interface Refused {
  readonly file: string;
  readonly problem: ImportProblem;
}

export interface PlaceFile {
  readonly isReading: boolean;
  /** Whether a file hangs above the tool. */
  readonly isOver: boolean;
  readonly refused: Refused | undefined;
  readonly place: (file: File | undefined) => void;
}

const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Placing a file by picking it, or by dragging it onto whatever gets `dragProps`. */
export function usePlaceFile() {
  const [isReading, setReading] = useState(false);
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<Refused>();

  async function read(file: File) {
    setReading(true);
    setRefused(undefined);
    const problem = await placeFile(file);
    setReading(false);
    if (problem) setRefused({ file: file.name, problem });
  }

  const place = (file: File | undefined) => {
    if (file) read(file);
  };

  /** Without this the browser would open the file instead of the page. */
  function onDrag(event: DragEvent, over: boolean) {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver(over);
  }

  return {
    files: { isReading, isOver, refused, place } satisfies PlaceFile,
    dragProps: {
      onDragEnter: (event: DragEvent) => onDrag(event, true),
      onDragOver: (event: DragEvent) => onDrag(event, true),
      onDragLeave: (event: DragEvent) =>
        onDrag(event, event.currentTarget.contains(event.relatedTarget as Node | null)),
      onDrop(event: DragEvent) {
        onDrag(event, false);
        place(event.dataTransfer.files[0]);
      },
    },
  };
}

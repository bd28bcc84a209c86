import { type DragEvent, useId, useRef, useState } from 'react';
import { drawingToCityJson, drawingToGeoJson, type ExportAbout } from '../model/export-drawing.ts';
import type { ImportProblem } from '../model/import-problem.ts';
import { placeFile } from '../store/import-drawing.ts';
import { twin } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';
import { importText } from './text/draw-import.ts';
import { useDrawing, useDrawText } from './use-draw.ts';
import { useFormat, useTwin } from './use-twin.ts';

interface Refused {
  readonly file: string;
  readonly problem: ImportProblem;
}

function about(): ExportAbout {
  const { municipality } = twin.getState();
  const date = new Date().toISOString().slice(0, 10);
  const name = municipality.status === 'ready' ? municipality.value.name : '';
  return { title: `Tekening ${name} ${date}`, date };
}

function Export() {
  const text = useDrawText();
  const drawing = useDrawing();
  const grounds = useTwin((state) => state.drawing?.grounds);
  if (!drawing || drawing.volumes.length + drawing.placed.length === 0) return null;
  const save = (extension: string, type: string, content: string) =>
    saveFile(`tekening-${about().date}.${extension}`, type, content);
  return (
    <>
      <div className="tw-row">
        <button
          type="button"
          className="tw-chip"
          onClick={() => save('geojson', 'application/geo+json', drawingToGeoJson(drawing, about()))}
        >
          <Icon name="share" />
          {text.exportGeoJson}
        </button>
        <button
          type="button"
          className="tw-chip"
          onClick={() => save('city.json', 'application/city+json', drawingToCityJson(drawing, grounds ?? {}, about()))}
        >
          <Icon name="share" />
          {text.exportCityJson}
        </button>
      </div>
      <p className="nl-paragraph tw-subtle">{text.exportHelp}</p>
    </>
  );
}

/** Placing a file by picking or dragging, and saving what was made. */
export function DrawFiles() {
  const text = useDrawText();
  const format = useFormat();
  const id = useId();
  const refusals = importText[useTwin((state) => state.language)];
  const [isOver, setOver] = useState(false);
  const [isReading, setReading] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const input = useRef<HTMLInputElement>(null);

  async function place(file: File | undefined) {
    if (!file) return;
    setReading(true);
    setRefused(undefined);
    const problem = await placeFile(file);
    setReading(false);
    if (problem) setRefused({ file: file.name, problem });
    // The same file, mended, must be able to come again.
    if (input.current) input.current.value = '';
  }

  function onDrag(event: DragEvent, over: boolean) {
    event.preventDefault();
    setOver(over);
  }

  return (
    <section aria-labelledby={`${id}-title`} className="tw-draw-form">
      <h3 id={`${id}-title`} className="tw-heading">
        {text.files}
      </h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the file field inside does the same by keyboard */}
      <div
        className="tw-draw-files"
        data-over={isOver}
        onDragEnter={(event) => onDrag(event, true)}
        onDragOver={(event) => onDrag(event, true)}
        onDragLeave={(event) => onDrag(event, false)}
        onDrop={(event) => {
          onDrag(event, false);
          place(event.dataTransfer.files[0]);
        }}
      >
        <label htmlFor={`${id}-file`}>{isOver ? text.drop : text.pick}</label>
        <input
          ref={input}
          id={`${id}-file`}
          type="file"
          accept=".geojson,.json,.jsonl,.glb,.gltf"
          aria-describedby={`${id}-help`}
          onChange={(event) => place(event.currentTarget.files?.[0])}
        />
        <p id={`${id}-help`} className="nl-paragraph tw-subtle">
          {text.importHelp}
        </p>
        {isReading && <p role="status">{text.reading}</p>}
      </div>
      {refused && (
        <div className="utrecht-alert utrecht-alert--warning tw-draw-problem" role="alert">
          <p>
            <strong>{text.refusedTitle(refused.file)}</strong>
          </p>
          <p>{refusals.problem(refused.problem, format)}</p>
          <p>{refusals.advice[refused.problem.code]}</p>
        </div>
      )}
      <Export />
    </section>
  );
}

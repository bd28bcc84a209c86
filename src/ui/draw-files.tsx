import { useEffect, useId, useRef } from 'react';
import { DrawExport } from './draw-export.tsx';
import { Icon } from './icon.tsx';
import { importText } from './text/draw-import.ts';
import { useDrawText } from './use-draw.ts';
import type { PlaceFile } from './use-place-file.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** Placing a file, why one was refused, and saving what was made. */
export function DrawFiles({ isReading, isOver, refused, place }: PlaceFile) {
  const text = useDrawText();
  const format = useFormat();
  const id = useId();
  const refusals = importText[useLanguage()];
  const input = useRef<HTMLInputElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  // Dropped at the top of the tool, a file is refused at its end.
  useEffect(() => {
    if (refused) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);
  return (
    <section aria-labelledby={`${id}-title`} className="tw-draw-form">
      <h3 id={`${id}-title`} className="tw-heading">
        {text.files}
      </h3>
      <div className="tw-draw-files" data-over={isOver}>
        <button
          type="button"
          className="tw-chip"
          aria-describedby={`${id}-help`}
          // Not `disabled`, which would take the focus from it.
          aria-disabled={isReading}
          onClick={() => {
            if (!isReading) input.current?.click();
          }}
        >
          <Icon name="up" />
          {isOver ? text.drop : text.pick}
        </button>
        <input
          ref={input}
          type="file"
          className="tw-hidden"
          tabIndex={-1}
          aria-label={text.pick}
          accept=".geojson,.json,.jsonl,.glb,.gltf"
          onChange={(event) => {
            place(event.currentTarget.files?.[0]);
            // The same file, mended, must be able to come again.
            event.currentTarget.value = '';
          }}
        />
        <p id={`${id}-help`} className="nl-paragraph tw-subtle">
          {text.importHelp}
        </p>
        <p role="status" className={isReading ? '' : 'tw-hidden'}>
          {isReading && text.reading}
        </p>
      </div>
      {refused && (
        <div className="utrecht-alert utrecht-alert--warning tw-draw-problem" role="alert" ref={alert}>
          <p>
            <strong>{text.refusedTitle(refused.file)}</strong>
          </p>
          <p>{refusals.problem(refused.problem, format)}</p>
          <p>{refusals.advice[refused.problem.code]}</p>
        </div>
      )}
      <DrawExport />
    </section>
  );
}

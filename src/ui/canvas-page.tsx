import {
  type CanvasForm,
  type CanvasPart,
  type CanvasRow,
  type CanvasSection,
  canvasParts,
  canvasSections,
  filledRows,
  sectionsOf,
  type UseCaseCanvas,
} from '../model/use-case-canvas.ts';
import type { CanvasText } from './text/canvas.ts';
import { useCanvasText } from './use-canvas.ts';

interface CanvasPageProps {
  readonly canvas: UseCaseCanvas;
  readonly form: CanvasForm;
}

/** The canvas to be read, on the screen and on paper. */
export function CanvasPage({ canvas, form }: CanvasPageProps) {
  const text = useCanvasText();
  return canvasParts.map((part) => (
    <section key={part} className="tw-canvas__part" aria-labelledby={`canvas-${part}`}>
      <h3 id={`canvas-${part}`} className="tw-canvas__heading">
        {text.parts[part].title}
      </h3>
      <PartText canvas={canvas} part={part} />
      {form === 'full' && sectionsOf(part).map((id) => <Section key={id} canvas={canvas} id={id} />)}
    </section>
  ));
}

function PartText({ canvas, part }: { readonly canvas: UseCaseCanvas; readonly part: CanvasPart }) {
  const text = useCanvasText();
  const written = canvas.parts[part]?.trim();
  if (!written) return <p className="nl-paragraph tw-subtle">{text.empty}</p>;
  return (
    <p className="nl-paragraph tw-canvas__text" lang={canvas.language}>
      {written}
    </p>
  );
}

/** The first field names the row; the others follow in lines. */
function toLines(section: CanvasSection, row: CanvasRow, text: CanvasText): readonly string[] {
  if (section !== 'steps') return canvasSections[section].fields.slice(1).map((field) => row[field] ?? '');
  const place = [row.who, row.when].filter((part) => part?.trim()).join(' · ');
  return [place, row.decision?.trim() ? `${text.decision}: ${row.decision}` : ''];
}

function Section({ canvas, id }: { readonly canvas: UseCaseCanvas; readonly id: CanvasSection }) {
  const text = useCanvasText();
  const rows = filledRows(canvas, id);
  if (rows.length === 0) return null;
  const [first] = canvasSections[id].fields;
  const List = id === 'steps' ? 'ol' : 'ul';
  return (
    <div className="tw-canvas__section">
      <h4 className="tw-heading">{text.sections[id].title}</h4>
      <List className="tw-canvas__rows" lang={canvas.language}>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are drawn as a whole.
          <li key={i}>
            <span className={canvasSections[id].fields.length > 1 ? 'tw-canvas__name' : undefined}>
              {row[first]?.trim() || text.notHere}
            </span>
            {toLines(id, row, text)
              .filter((line) => line.trim())
              .map((line) => (
                <span key={line} className="tw-canvas__line">
                  {line}
                </span>
              ))}
          </li>
        ))}
      </List>
    </div>
  );
}

import { drawingToCityJson, drawingToGeoJson, type ExportAbout } from '../model/export-drawing.ts';
import { twin } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';
import { useDrawing, useDrawText } from './use-draw.ts';
import { useTwin } from './use-twin.ts';

function about(): ExportAbout {
  const { municipality } = twin.getState();
  const date = new Date().toISOString().slice(0, 10);
  const name = municipality.status === 'ready' ? municipality.value.name : '';
  return { title: `Tekening ${name} ${date}`, date };
}

const save = (extension: string, type: string, content: string) =>
  saveFile(`tekening-${about().date}.${extension}`, type, content);

/** What was made, as files for other programs. */
export function DrawExport() {
  const text = useDrawText();
  const drawing = useDrawing();
  const grounds = useTwin((state) => state.drawing?.grounds);
  if (!drawing || drawing.volumes.length + drawing.placed.length === 0) return null;
  return (
    <>
      <div className="tw-row">
        <button
          type="button"
          className="tw-chip"
          onClick={() => save('geojson', 'application/geo+json', drawingToGeoJson(drawing, about()))}
        >
          <Icon name="down" />
          {text.exportGeoJson}
        </button>
        <button
          type="button"
          className="tw-chip"
          onClick={() => save('city.json', 'application/city+json', drawingToCityJson(drawing, grounds ?? {}, about()))}
        >
          <Icon name="down" />
          {text.exportCityJson}
        </button>
      </div>
      <p className="nl-paragraph tw-subtle">{text.exportHelp}</p>
    </>
  );
}

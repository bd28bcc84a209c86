import { zeroOf } from '../model/drawing.ts';
import { ringArea } from '../model/plan-ring.ts';
import { selectDrawn } from '../store/drawing.ts';
import { useDrawing, useDrawText } from './use-draw.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Everything drawn and placed, one of which can be chosen to change. */
export function DrawList() {
  const text = useDrawText();
  const format = useFormat();
  const drawing = useDrawing();
  const selected = useTwin((state) => state.drawing?.selected);
  const grounds = useTwin((state) => state.drawing?.grounds);
  if (!drawing) return null;
  const items = [
    ...drawing.volumes.map((volume) => {
      const area = Math.abs(ringArea(volume.footprint[0] ?? []));
      const top = volume.upper + zeroOf(drawing, volume, grounds?.[volume.id]) - drawing.peilNap;
      return {
        id: volume.id,
        name: volume.name ?? text.nameless(volume.id),
        detail: `${format.area(area)} · ${text.tall(format.height(top))}`,
      };
    }),
    ...drawing.placed.map(({ id, name, box, scale }) => ({
      id,
      name,
      detail: text.tall(format.height((box.top - box.bottom) * scale)),
    })),
  ];
  return (
    <section aria-labelledby="draw-list-title">
      <h3 id="draw-list-title" className="tw-heading">
        {text.list}
      </h3>
      {items.length === 0 && <p className="nl-paragraph tw-subtle">{text.empty}</p>}
      <ul className="tw-draw-list">
        {items.map(({ id, name, detail }) => (
          <li key={id}>
            <button
              type="button"
              className="tw-draw-item"
              aria-pressed={id === selected}
              onClick={() => selectDrawn(id === selected ? undefined : id)}
            >
              <span>{name}</span>
              <span className="tw-subtle">{detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > 0 && <p className="nl-paragraph tw-subtle">{text.replaces}</p>}
    </section>
  );
}

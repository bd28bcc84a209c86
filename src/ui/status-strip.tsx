import './status-strip.css';
import { Credits } from './credits.tsx';
import { ScaleBar } from './scale-bar.tsx';
import { useFormat, useText, useTwin } from './use-twin.ts';

export function StatusStrip() {
  const text = useText();
  return (
    <section className="tw-strip" aria-label={text.status.label}>
      <Place />
      <ScaleBar />
      <Credits />
    </section>
  );
}

/** Where the pointer is; without a pointer (touch, keyboard) the middle of the picture. */
function Place() {
  const text = useText();
  const format = useFormat();
  const pointer = useTwin((state) => state.pointer);
  const centre = useTwin((state) => state.footprint?.centre);
  const place = pointer ?? centre;
  if (!place) return null;
  return (
    <p className="tw-strip__place">
      <span className="tw-hidden">{pointer ? text.status.pointer : text.status.centre}: </span>
      <span>
        <abbr className="tw-strip__unit">{text.status.rd}</abbr> {format.coordinate(place.x)},{' '}
        {format.coordinate(place.y)}
      </span>
      {place.nap !== undefined && (
        <span>
          <abbr className="tw-strip__unit">{text.status.nap}</abbr> {format.height(place.nap)}
        </span>
      )}
    </p>
  );
}

import { roundLength } from '../model/round-length.ts';
import { useFormat, useText, useTwin } from './use-twin.ts';

const MAXIMUM_PIXELS = 110;

/** True at the middle of the picture only: nearer things are larger. */
export function ScaleBar() {
  const text = useText();
  const format = useFormat();
  const metresPerPixel = useTwin((state) => state.footprint?.metresPerPixel);
  if (metresPerPixel === undefined || !(metresPerPixel > 0)) return null;
  const metres = roundLength(MAXIMUM_PIXELS * metresPerPixel);
  const label = metres < 1 ? `${format.number(metres * 100)}\u00a0cm` : format.length(metres);
  return (
    <p className="tw-scale">
      <span className="tw-hidden">{text.status.scale(label)}</span>
      <span className="tw-scale__bar" aria-hidden="true" style={{ inlineSize: metres / metresPerPixel }}>
        {label}
      </span>
    </p>
  );
}

import { zeroOf } from '../model/drawing.ts';
import type { PlanVolume } from '../model/plan-volume.ts';
import { useDrawing, useDrawText } from './use-draw.ts';
import { useFormat } from './use-twin.ts';

interface HeightFactsProps {
  readonly volume: PlanVolume;
  readonly groundNap: number | undefined;
}

/** The same heights above all three zeros together: people mix them up. */
export function HeightFacts({ volume, groundNap }: HeightFactsProps) {
  const text = useDrawText();
  const format = useFormat();
  const drawing = useDrawing();
  if (!drawing) return null;
  const zero = zeroOf(drawing, volume, groundNap);
  const zeros = { peil: drawing.peilNap, nap: 0, ground: groundNap };
  const write = (height: number, name: keyof typeof zeros) => {
    const from = zeros[name];
    return from === undefined ? '–' : format.height(zero + height - from);
  };
  const names = ['peil', 'nap', 'ground'] as const;
  return (
    <>
      <table className="utrecht-table tw-table tw-draw-heights">
        <thead>
          <tr>
            <td />
            <th scope="col">{text.bottom}</th>
            <th scope="col">{text.top}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{text.above[name]}</th>
              <td>{write(volume.lower, name)}</td>
              <td>{write(volume.upper, name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="nl-paragraph tw-subtle">
        {groundNap === undefined ? text.groundUnknown : text.groundAt(format.height(groundNap))}
      </p>
    </>
  );
}

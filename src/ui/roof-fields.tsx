import { toMillimetres } from '../model/outline.ts';
import { type PlanVolume, roofShapes } from '../model/plan-volume.ts';
import { NumberField } from './number-field.tsx';
import { useDrawText } from './use-draw.ts';

interface RoofFieldsProps {
  readonly volume: PlanVolume;
  readonly unit: string;
  readonly change: (next: (before: PlanVolume) => PlanVolume) => void;
}

type Roof = PlanVolume['roof'];

/** A sloped roof starts with its eaves at two thirds of the height. */
function withShape({ lower, upper, roof }: PlanVolume, shape: Roof['shape']): Roof {
  if (shape === 'flat') return { shape };
  return { ...roof, shape, eaves: roof.eaves ?? toMillimetres(lower + ((upper - lower) * 2) / 3) };
}

function withRidge({ ridgeDegrees: _, ...roof }: Roof, degrees: number | undefined): Roof {
  return degrees === undefined ? roof : { ...roof, ridgeDegrees: ((degrees % 360) + 360) % 360 };
}

export function RoofFields({ volume, unit, change }: RoofFieldsProps) {
  const text = useDrawText();
  const { shape, eaves, ridgeDegrees } = volume.roof;
  return (
    <fieldset className="tw-fieldset tw-draw-form">
      <legend className="tw-heading">{text.roof}</legend>
      <div className="tw-row">
        {roofShapes.map((name) => (
          <button
            key={name}
            type="button"
            className="tw-chip"
            aria-pressed={shape === name}
            onClick={() => change((before) => ({ ...before, roof: withShape(before, name) }))}
          >
            {text.roofs[name]}
          </button>
        ))}
      </div>
      {shape !== 'flat' && (
        <div className="tw-draw-grid">
          <NumberField
            label={text.eaves}
            unit={unit}
            value={eaves}
            onCommit={(value = 0) => change((before) => ({ ...before, roof: { ...before.roof, eaves: value } }))}
          />
          <NumberField
            label={shape === 'shed' ? text.fall : text.ridge}
            unit={text.degreesUnit}
            value={ridgeDegrees}
            canBeEmpty
            onCommit={(degrees) => change((before) => ({ ...before, roof: withRidge(before.roof, degrees) }))}
          />
        </div>
      )}
    </fieldset>
  );
}

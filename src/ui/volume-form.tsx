import { useId } from 'react';
import { changeReference, changeVolume } from '../model/drawing.ts';
import { findBuildProblem } from '../model/drawing-model.ts';
import { ringArea } from '../model/plan-ring.ts';
import { heightReferences, type PlanVolume } from '../model/plan-volume.ts';
import { changeDrawing } from '../store/drawing.ts';
import { CornerRows } from './corner-rows.tsx';
import { HeightFacts } from './height-facts.tsx';
import { NumberField } from './number-field.tsx';
import { RoofFields } from './roof-fields.tsx';
import { useDrawText } from './use-draw.ts';
import { useFormat, useTwin } from './use-twin.ts';

interface VolumeFormProps {
  readonly volume: PlanVolume;
}

/** Optional properties are absent, not undefined. */
const withText = (volume: PlanVolume, name: string): PlanVolume => {
  const { name: _, ...rest } = volume;
  return name.trim() === '' ? rest : { ...rest, name: name.trim() };
};
const withDwellings = (volume: PlanVolume, dwellings: number | undefined): PlanVolume => {
  const { dwellings: _, ...rest } = volume;
  return dwellings === undefined ? rest : { ...rest, dwellings: Math.max(0, Math.round(dwellings)) };
};

export function VolumeForm({ volume }: VolumeFormProps) {
  const text = useDrawText();
  const format = useFormat();
  const id = useId();
  const groundNap = useTwin((state) => state.drawing?.grounds[volume.id]);
  const problem = findBuildProblem(volume);
  const change = (next: (before: PlanVolume) => PlanVolume) =>
    changeDrawing((drawing) => changeVolume(drawing, volume.id, next), { type: 'changed' });
  const unit = volume.reference === 'nap' ? text.metresNap : text.metres;

  return (
    <>
      {problem && (
        <p className="utrecht-alert utrecht-alert--warning tw-draw-problem" role="alert">
          {text.problems[problem]}
        </p>
      )}
      <div className="tw-draw-grid">
        <div className="tw-number">
          <label htmlFor={`${id}-name`} className="tw-subtle">
            {text.name}
          </label>
          <input
            id={`${id}-name`}
            className="utrecht-textbox utrecht-textbox--html-input tw-number__input"
            defaultValue={volume.name ?? ''}
            key={volume.name}
            maxLength={80}
            autoComplete="off"
            onBlur={(event) => {
              const { value } = event.currentTarget;
              if (value.trim() !== (volume.name ?? '')) change((before) => withText(before, value));
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </div>
        <NumberField
          label={text.dwellings}
          value={volume.dwellings}
          canBeEmpty
          onCommit={(dwellings) => change((before) => withDwellings(before, dwellings))}
        />
      </div>
      <h4 className="tw-heading">{text.heights}</h4>
      <div className="tw-number">
        <label htmlFor={`${id}-reference`} className="tw-subtle">
          {text.reference}
        </label>
        <select
          id={`${id}-reference`}
          className="tw-select"
          value={volume.reference}
          onChange={(event) => {
            const reference = event.currentTarget.value as PlanVolume['reference'];
            changeDrawing((drawing) => changeReference(drawing, volume.id, reference, groundNap), { type: 'changed' });
          }}
        >
          {heightReferences.map((reference) => (
            <option key={reference} value={reference} disabled={reference === 'ground' && groundNap === undefined}>
              {text.references[reference]}
            </option>
          ))}
        </select>
      </div>
      <div className="tw-draw-grid">
        <NumberField
          label={text.lower}
          unit={unit}
          value={volume.lower}
          onCommit={(lower = 0) => change((before) => ({ ...before, lower }))}
        />
        <NumberField
          label={text.upper}
          unit={unit}
          value={volume.upper}
          onCommit={(upper = 0) => change((before) => ({ ...before, upper }))}
        />
      </div>
      <RoofFields volume={volume} unit={unit} change={change} />
      <HeightFacts volume={volume} groundNap={groundNap} />
      <p className="nl-paragraph tw-subtle">{text.size(format.area(Math.abs(ringArea(volume.footprint[0] ?? []))))}</p>
      <CornerRows volume={volume} />
    </>
  );
}

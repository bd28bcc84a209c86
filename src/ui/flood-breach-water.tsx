import type { Municipality } from '../model/municipality.ts';
import { useBreachText } from './use-flood-breach.ts';
import { useFormat } from './use-twin.ts';

interface WaterProps {
  readonly levels: NonNullable<NonNullable<Municipality['waterBarriers']>['levels']>;
  /** m NAP: what the dike must hold back. */
  readonly highest: number;
  readonly level: number;
  readonly onChange: (level: number) => void;
}

/** m NAP: of the slider, where the municipality names no levels. */
const [LOWEST, STEP] = [-0.6, 0.05];

/** How high the water stands before the dike: a customary level, or any up to what the dike must hold. */
export function FloodBreachWater({ levels, highest, level, onChange }: WaterProps) {
  const text = useBreachText();
  const format = useFormat();
  const told = text.level(format.number(level, 2));
  const chosen = levels.find(({ nap }) => nap === level);
  return (
    <div>
      <label className="tw-flood__slider">
        <span>
          {text.lake}: <strong>{told}</strong>
        </span>
        <input
          type="range"
          className="tw-range"
          min={Math.min(LOWEST, ...levels.map(({ nap }) => nap))}
          max={highest}
          step={STEP}
          value={level}
          aria-valuetext={told}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
      </label>
      <ul className="tw-chips">
        {levels.map(({ title, nap }) => (
          <li key={nap}>
            <button type="button" className="tw-chip" aria-pressed={nap === level} onClick={() => onChange(nap)}>
              {format.localised(title)}: {format.number(nap, 2)}
            </button>
          </li>
        ))}
      </ul>
      {chosen && <p className="nl-paragraph tw-subtle">{format.localised(chosen.source)}</p>}
    </div>
  );
}

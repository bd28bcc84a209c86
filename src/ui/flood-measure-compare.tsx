import { setFloodChoice } from '../store/flood.ts';
import { setCompare } from '../store/plans.ts';
import type { Compare } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useTwin } from './use-twin.ts';

const modes = [
  { mode: 'swipe', icon: 'swipe' },
  { mode: 'side', icon: 'sideBySide' },
] as const satisfies readonly { readonly mode: Compare['mode']; readonly icon: string }[];

/** Today beside what is changed, or the difference between them: together two legends would be needed, and one is shown. */
export function FloodMeasureCompare() {
  const text = useMeasureText();
  const mode = useTwin((state) => state.compare.mode);
  const isDifference = useTwin((state) => state.flood.view === 'difference');
  const isChanged = useTwin(
    (state) => state.floodMeasures.items.length > 0 || state.choice?.variant !== undefined || state.drawn !== undefined,
  );
  if (!isChanged) return isDifference ? <p className="nl-paragraph">{text.noDifference}</p> : null;
  return (
    <fieldset className="tw-fieldset">
      <legend className="tw-heading">{text.before}</legend>
      <ul className="tw-chips">
        {modes.map(({ mode: id, icon }) => (
          <li key={id}>
            <button
              type="button"
              className="tw-chip"
              aria-pressed={mode === id}
              onClick={() => {
                setCompare({ mode: mode === id ? 'off' : id });
                if (mode !== id && isDifference) setFloodChoice({ view: 'deepest' });
              }}
            >
              <Icon name={icon} />
              {text[id]}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="tw-chip"
            aria-pressed={isDifference}
            onClick={() => {
              setFloodChoice({ view: isDifference ? 'deepest' : 'difference' });
              if (!isDifference) setCompare({ mode: 'off' });
            }}
          >
            {text.difference}
          </button>
        </li>
      </ul>
    </fieldset>
  );
}

import { setCompare } from '../store/plans.ts';
import type { Compare } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { useOtherLayout } from './use-crowd-plan.ts';
import { usePlanText } from './use-plan.ts';
import { useTwin } from './use-twin.ts';

const modes = [
  { mode: 'swipe', icon: 'swipe' },
  { mode: 'side', icon: 'sideBySide' },
] as const satisfies readonly { readonly mode: Compare['mode']; readonly icon: string }[];

/** Two layouts in the picture, each on its half. */
export function CrowdHalves() {
  const text = usePlanText();
  const mode = useTwin((state) => state.compare.mode);
  if (!useOtherLayout()) return null;
  return (
    <ul className="tw-chips">
      {modes.map(({ mode: id, icon }) => (
        <li key={id}>
          <button
            type="button"
            className="tw-chip"
            aria-pressed={mode === id}
            onClick={() => setCompare({ mode: mode === id ? 'off' : id })}
          >
            <Icon name={icon} />
            {text[id]}
          </button>
        </li>
      ))}
    </ul>
  );
}

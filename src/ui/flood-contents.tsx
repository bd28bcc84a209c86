import { useFloodText } from './use-flood.ts';
import { useTwin } from './use-twin.ts';

/** Ids of the parts of the answer below. */
const parts = ['flood-address', 'flood-table', 'flood-effects', 'flood-measures', 'flood-breach'] as const;

/** To a part, and on from there by keyboard; what is folded is opened. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  const fold = heading?.closest('details');
  if (fold) fold.open = true;
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** What there is below: the answer is longer than the screen. */
export function FloodContents() {
  const text = useFloodText();
  const hasDikes = useTwin(
    ({ municipality }) => municipality.status === 'ready' && municipality.value.waterBarriers !== undefined,
  );
  return (
    <nav aria-label={text.contents.title}>
      <ul className="tw-chips tw-flood__contents">
        {parts.map((id) =>
          id === 'flood-breach' && !hasDikes ? null : (
            <li key={id}>
              <button type="button" className="tw-link-button" onClick={() => goTo(id)}>
                {text.contents[id]}
              </button>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

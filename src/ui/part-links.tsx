interface PartLinksProps {
  readonly title: string;
  /** Id of the part's heading, and its name. */
  readonly parts: readonly (readonly [id: string, name: string])[];
}

/** To a part, and on from there by keyboard; what is folded is opened. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  const fold = heading?.closest('details');
  if (fold) fold.open = true;
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** What there is below: the answer is longer than the screen. */
export function PartLinks({ title, parts }: PartLinksProps) {
  return (
    <nav aria-label={title}>
      <ul className="tw-chips tw-flood__contents">
        {parts.map(([id, name]) => (
          <li key={id}>
            <button type="button" className="tw-link-button" onClick={() => goTo(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ReactNode } from 'react';

interface SaveListProps {
  /** Of its title. */
  readonly id: string;
  readonly title: string;
  readonly group?: string;
  readonly files: readonly (readonly [label: string, save: () => void])[];
  /** How saving goes. */
  readonly children?: ReactNode;
}

/** Files that can be saved, each with a button. */
export function SaveList({ id, title, group = 'tw-flood__group', files, children }: SaveListProps) {
  return (
    <section className={group} aria-labelledby={id}>
      <h4 className="tw-heading" id={id}>
        {title}
      </h4>
      <ul className="tw-chips">
        {files.map(([label, save]) => (
          <li key={label}>
            <button type="button" className="tw-chip" onClick={save}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

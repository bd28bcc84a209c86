import type { ReactNode } from 'react';

interface SectionProps {
  /** Of its heading, to be linked to. */
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the answer, with a heading that can be gone to. */
export function CrowdSection({ id, title, children }: SectionProps) {
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby={id}>
      <h3 className="tw-flood__title" id={id} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

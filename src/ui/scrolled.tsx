import type { ReactNode } from 'react';

/** A wide table without anything in it to press: it scrolls sideways, also by keyboard. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="tw-flood__table" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

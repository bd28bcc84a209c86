import type { ReactNode } from 'react';

/** A wide table without anything in it to press: it scrolls sideways, also by keyboard. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a section would be one more landmark of the same name.
    <div role="group" className="tw-flood__table" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { toWebAddress } from '../model/web-address.ts';

interface WebLinkProps {
  /** As data has it; what is no address of a page is shown without a link. */
  readonly address: string | undefined;
  /** For addresses relative to a file of ours. */
  readonly base?: string;
  /** In a window of its own, which does not know where it came from. */
  readonly isApart?: boolean;
  readonly children: ReactNode;
}

/** Every link whose address comes from data. */
export function WebLink({ address, base, isApart = false, children }: WebLinkProps) {
  const href = toWebAddress(address, base);
  if (href === undefined) return children;
  return (
    <a className="nl-link" href={href} {...(isApart && { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  );
}

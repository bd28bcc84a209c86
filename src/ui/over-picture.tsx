import type { ReactNode } from 'react';
import { hideOverlay } from '../store/hide-overlay.ts';
import { Icon } from './icon.tsx';
import { useTwin } from './use-twin.ts';

interface OverPictureProps {
  readonly label: string;
  readonly className?: string;
  /** Of water: something is being placed in the picture. */
  readonly isPlacing?: boolean;
  readonly children: ReactNode;
}

/** What stands over the picture while an overlay colours it; nothing where there is no picture. */
export function OverPicture({ label, className = '', isPlacing, children }: OverPictureProps) {
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const hasPlan = useTwin((state) => state.choice !== undefined);
  const evening = useTwin((state) => state.evening !== undefined);
  if (!supported) return null;
  return (
    <section className="tw-flood-over" aria-label={label} data-lifted={hasPlan || evening} data-placing={isPlacing}>
      <div className={`tw-flood-bar ${className}`.trim()}>{children}</div>
    </section>
  );
}

interface CloseOverlayProps {
  readonly overlay: Parameters<typeof hideOverlay>[0];
  readonly label: string;
}

/** Takes the colours out of the picture. */
export function CloseOverlay({ overlay, label }: CloseOverlayProps) {
  return (
    <button
      type="button"
      className="tw-icon-button"
      aria-label={label}
      title={label}
      onClick={() => hideOverlay(overlay)}
    >
      <Icon name="close" />
    </button>
  );
}

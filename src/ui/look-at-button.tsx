import { lookAtPoints } from '../store/look-at-points.ts';
import { Icon } from './icon.tsx';
import { useTwin } from './use-twin.ts';

interface LookAtButtonProps {
  readonly label: string;
  /** Flat x, y pairs, RD metres. */
  readonly points: readonly number[];
}

/** Flies to what is asked about; nothing where there is no picture. */
export function LookAtButton({ label, points }: LookAtButtonProps) {
  const supported = useTwin((state) => state.scene !== 'unsupported');
  if (!supported || points.length === 0) return null;
  return (
    <button type="button" className="tw-chip" onClick={() => lookAtPoints(points)}>
      <Icon name="place" />
      {label}
    </button>
  );
}

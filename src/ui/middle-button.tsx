import { middleOfView } from '../store/middle-of-view.ts';
import { useTwin } from './use-twin.ts';

interface MiddleButtonProps {
  readonly label: string;
  readonly take: (x: number, y: number) => void;
}

/** Takes the place in the middle of the picture; nothing where the picture shows no ground. */
export function MiddleButton({ label, take }: MiddleButtonProps) {
  const hasMiddle = useTwin((state) => state.footprint !== undefined);
  if (!hasMiddle) return null;
  return (
    <button
      type="button"
      className="tw-chip"
      onClick={() => {
        const middle = middleOfView();
        if (middle) take(...middle);
      }}
    >
      {label}
    </button>
  );
}

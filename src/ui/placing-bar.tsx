import { Icon } from './icon.tsx';

interface PlacingBarProps {
  /** What is placed, and what to do next. */
  readonly told: string;
  readonly text: { readonly back: string; readonly done: string; readonly stop: string };
  /** Of a line or an area; absent for what one tap places. */
  readonly corners?: {
    readonly count: number;
    readonly needed: number;
    readonly onBack: () => void;
    readonly onDone: () => void;
  };
  readonly onStop: () => void;
}

/** Over the picture of a phone while fingers place something: the panel's buttons lie below its edge there. */
export function PlacingBar({ told, text, corners, onStop }: PlacingBarProps) {
  return (
    <div className="tw-flood-placing">
      <p role="status">{told}</p>
      {corners && (
        <>
          <button
            type="button"
            className="tw-icon-button"
            aria-label={text.back}
            title={text.back}
            disabled={corners.count === 0}
            onClick={corners.onBack}
          >
            <Icon name="turnLeft" />
          </button>
          <button type="button" className="tw-chip" disabled={corners.count < corners.needed} onClick={corners.onDone}>
            {text.done}
          </button>
        </>
      )}
      <button type="button" className="tw-icon-button" aria-label={text.stop} title={text.stop} onClick={onStop}>
        <Icon name="close" />
      </button>
    </div>
  );
}

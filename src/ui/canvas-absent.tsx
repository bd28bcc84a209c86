import { Button } from '@nl-design-system-candidate/button-react';
import { Icon } from './icon.tsx';
import { type CanvasState, useCanvasText } from './use-canvas.ts';
import { useText } from './use-twin.ts';

interface CanvasAbsentProps {
  readonly state: CanvasState;
  readonly onBegin: () => void;
}

/** Nothing yet: still to come, not to be read, or to be begun. */
export function CanvasAbsent({ state: { isLoading, problem }, onBegin }: CanvasAbsentProps) {
  const common = useText();
  const text = useCanvasText();
  if (isLoading) return <p className="nl-paragraph">{common.loading}</p>;
  return (
    <>
      <p className="nl-paragraph" role={problem === undefined ? undefined : 'alert'}>
        {problem === undefined ? text.none : text.failed}
      </p>
      {problem !== undefined && (
        <details className="tw-details">
          <summary>{text.technical}</summary>
          <code>{problem}</code>
        </details>
      )}
      <div className="tw-row">
        <Button purpose="primary" className="tw-small-button" iconStart={<Icon name="edit" />} onClick={onBegin}>
          {text.begin}
        </Button>
      </div>
    </>
  );
}

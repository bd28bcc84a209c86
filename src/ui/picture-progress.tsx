import { Button } from '@nl-design-system-candidate/button-react';
import { pictureText } from './text/picture.ts';
import type { JobStatus } from './use-picture-job.ts';
import { useLanguage } from './use-twin.ts';

interface PictureProgressProps {
  readonly status: JobStatus;
  readonly onCancel: () => void;
}

export function PictureProgress({ status, onCancel }: PictureProgressProps) {
  const text = pictureText[useLanguage()];
  if (status.kind === 'idle') return null;
  return (
    <div className="tw-picture__progress">
      <p className="nl-paragraph" role="status">
        {inWords()}
      </p>
      {status.kind === 'busy' && (
        <>
          <progress aria-label={text.busy} max={status.all} value={status.done} />
          <Button purpose="subtle" className="tw-small-button" onClick={onCancel}>
            {text.cancel}
          </Button>
        </>
      )}
      {status.kind === 'failed' && <p className="nl-paragraph tw-subtle">{status.detail}</p>}
    </div>
  );

  function inWords(): string {
    if (status.kind === 'busy')
      return status.all === undefined ? text.busy : text.progress(status.done ?? 0, status.all);
    if (status.kind === 'done') return text.done(status.file);
    return status.kind === 'stopped' ? text.stopped : text.failed;
  }
}

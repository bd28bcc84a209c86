import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { MOST_RUNS } from '../model/crowd-choice.ts';
import { setCrowdChoice } from '../store/crowd.ts';
import { stopCrowdRun } from '../store/crowd-run.ts';
import { startCrowdRun } from '../store/crowd-tasks.ts';
import { BoundedField } from './bounded-field.tsx';
import { useCrowdChoice } from './use-crowd.ts';
import { useCrowdRun, useResultText } from './use-crowd-result.ts';
import { useCrowdTasks, useIsStale } from './use-crowd-tasks.ts';
import { useFormat } from './use-twin.ts';

/** The button that computes, how far it is, and what went wrong. */
export function CrowdResultJob() {
  const text = useResultText();
  const choice = useCrowdChoice();
  const sides = useCrowdRun((state) => state.sides);
  const isRunning = useCrowdRun((state) => state.job.status === 'running');
  const { tasks, problems } = useCrowdTasks();
  const isOld = useIsStale();
  const [told, setTold] = useState('');
  const [a, b] = tasks;
  if (problems.length > 0)
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.cannot}</p>
        <ul className="tw-flood__points">
          {problems.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <>
      <BoundedField
        label={text.runsField}
        value={choice.runs}
        low={1}
        high={MOST_RUNS}
        onCommit={(runs) => setCrowdChoice({ runs: Math.round(runs) })}
      />
      <div className="tw-row">
        {isRunning ? (
          <button
            type="button"
            className="tw-chip"
            onClick={() => {
              stopCrowdRun();
              setTold(text.cancelled);
            }}
          >
            {text.cancel}
          </button>
        ) : (
          <Button
            purpose="primary"
            className="tw-small-button"
            disabled={!a}
            onClick={() => {
              setTold('');
              startCrowdRun().catch((error: unknown) =>
                setTold(text.notStarted(error instanceof Error ? error.message : String(error))),
              );
            }}
          >
            {sides.length > 0 ? text.again : a && b ? text.computeBoth(a.title, b.title) : text.compute}
          </Button>
        )}
      </div>
      <Job />
      <p role="status">{told}</p>
      {isOld && !isRunning && (
        <p className="nl-paragraph tw-crowd__stale" role="status">
          {text.stale}
        </p>
      )}
    </>
  );
}

function Job() {
  const text = useResultText();
  const format = useFormat();
  const job = useCrowdRun((state) => state.job);
  if (job.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.failed(job.title)}</p>
        <p className="nl-paragraph tw-subtle">{job.message}</p>
        <p className="nl-paragraph">{text.failedHelp}</p>
      </div>
    );
  if (job.status !== 'running') return null;
  return (
    <>
      <progress className="tw-flood__progress" value={job.share} aria-label={text.compute} />
      <p className="nl-paragraph tw-subtle">{text.computing(`${format.number(job.share * 100)}%`)}</p>
    </>
  );
}

import { useMemo } from 'react';
import { seenPlace } from '../store/crowd.ts';
import type { CrowdTask } from '../store/crowd-run.ts';
import { isStale, listTasks } from '../store/crowd-tasks.ts';
import { useCrowd, useCrowdChoice } from './use-crowd.ts';
import { useCrowdRun } from './use-crowd-result.ts';

interface CrowdTasks {
  readonly tasks: readonly CrowdTask[];
  /** Technical lines of what stands in the way. */
  readonly problems: readonly string[];
}

/** What would be computed now. Not while something is dragged: where it was is what was computed. */
export function useCrowdTasks(): CrowdTasks {
  const plan = useCrowd((state) => state.history?.present);
  const place = useCrowd(seenPlace);
  const { layout, other } = useCrowdChoice();
  return useMemo(() => {
    if (!plan || !place) return { tasks: [], problems: [] };
    try {
      return { tasks: listTasks(plan, place, { layout, other }), problems: [] };
    } catch (error) {
      return { tasks: [], problems: (error instanceof Error ? error.message : String(error)).split('\n') };
    }
  }, [plan, place, layout, other]);
}

/** Whether what is told is of another layout than what is planned now. */
export function useIsStale(): boolean {
  const { tasks, problems } = useCrowdTasks();
  const sides = useCrowdRun((state) => state.sides);
  return sides.length > 0 && (problems.length > 0 || isStale(sides, tasks));
}

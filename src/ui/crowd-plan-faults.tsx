import { useMemo } from 'react';
import { type EventFault, isBlocking, listEventFaults } from '../model/event-faults.ts';
import { seenPlace } from '../store/crowd.ts';
import { useCrowd, useEventLayout, useEventPlan } from './use-crowd.ts';
import { useCrowdPlanText, usePlanNames } from './use-crowd-plan.ts';

/** More would bury the answer. */
const MOST = 8;

/** What is odd about what is placed, by name. */
export function CrowdFaults() {
  const text = useCrowdPlanText().faults;
  const names = usePlanNames();
  const plan = useEventPlan();
  const layout = useEventLayout();
  const place = useCrowd(seenPlace);
  const faults = useMemo(
    () => (plan && layout && place ? listEventFaults(plan, layout, place) : []),
    [plan, layout, place],
  );
  if (faults.length === 0) return null;
  const tell = ({ kind, id, by = '' }: EventFault) => text[kind](names.get(id) ?? id, names.get(by) ?? by);
  const blocking = faults.filter(isBlocking);
  const others = faults.filter((fault) => !isBlocking(fault));
  const list = (items: readonly EventFault[]) => (
    <ul className="tw-crowd__faults">
      {items.slice(0, MOST).map((fault) => (
        <li key={`${fault.kind} ${fault.id} ${fault.by}`}>{tell(fault)}</li>
      ))}
    </ul>
  );
  return (
    <div className="utrecht-alert utrecht-alert--warning" role="status">
      <p>
        <strong>{text.title}</strong>
      </p>
      {blocking.length > 0 && <p>{text.blocking}</p>}
      {blocking.length > 0 && list(blocking)}
      {others.length > 0 && list(others)}
    </div>
  );
}

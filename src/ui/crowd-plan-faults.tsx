import { type EventFault, isBlocking } from '../model/event-faults.ts';
import { useCrowdPassages, useCrowdPlanText, usePlanNames } from './use-crowd-plan.ts';

/** More would bury the answer. */
const MOST = 8;

/** What is odd about what is placed, by name. */
export function CrowdFaults() {
  const text = useCrowdPlanText().faults;
  const names = usePlanNames();
  const faults = useCrowdPassages((state) => state.now?.faults) ?? [];
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

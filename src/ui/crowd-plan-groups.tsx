import { useState } from 'react';
import { clockAt } from '../model/event-clock.ts';
import type { EventPlan } from '../model/event-plan.ts';
import { CrowdGroupForm } from './crowd-plan-group.tsx';
import { useCrowdPeopleText } from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** Groups of people, each of which opens to be changed. */
export function CrowdGroups({ plan }: { readonly plan: EventPlan }) {
  const text = useCrowdPeopleText().people;
  const format = useFormat();
  const [open, setOpen] = useState<string>();
  return (
    <ul className="tw-draw-list" aria-label={text.groups}>
      {plan.groups.map((group) => {
        const { id, title, persons, fromSecond, untilSecond } = group;
        const clock = (second: number) => clockAt(plan.start, second);
        return (
          <li key={id}>
            <button
              type="button"
              className="tw-draw-item"
              aria-expanded={id === open}
              onClick={() => setOpen(id === open ? undefined : id)}
            >
              <span>{title}</span>
              <span className="tw-subtle">
                {text.summary(format.number(persons), clock(fromSecond), clock(untilSecond))}
              </span>
            </button>
            {id === open && <CrowdGroupForm plan={plan} group={group} />}
          </li>
        );
      })}
    </ul>
  );
}

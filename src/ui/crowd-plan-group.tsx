import { defaultAgents, MOST_PERSONS } from '../model/crowd.ts';
import { clockAt, secondAt } from '../model/event-clock.ts';
import { changeGroup, deleteGroup } from '../model/event-edit.ts';
import type { EventGroup, EventPlan } from '../model/event-plan.ts';
import { changePlan } from '../store/crowd.ts';
import { BoundedField } from './bounded-field.tsx';
import { CheckField } from './check-field.tsx';
import { Icon } from './icon.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { useCrowdPeopleText } from './use-crowd-plan.ts';

interface GroupFormProps {
  readonly plan: EventPlan;
  readonly group: EventGroup;
}

/** One group, filled in. */
export function CrowdGroupForm({ plan, group }: GroupFormProps) {
  const text = useCrowdPeopleText().people;
  const { id, title, persons, from, fromSecond, untilSecond, speed = defaultAgents.speed } = group;
  const change = (next: Partial<EventGroup>) => changePlan((before) => changeGroup(before, id, next));

  function setClock(clock: string, put: (second: number) => Partial<EventGroup>) {
    const second = secondAt(plan.start, clock);
    if (second !== undefined && second <= plan.seconds) change(put(second));
  }
  /** The others keep their distance to the mean. */
  function setSpeed(mean: number) {
    const { sd, min, max } = defaultAgents.speed;
    change({ speed: { mean, sd: Math.min(sd, mean / 4), min: Math.min(min, mean), max: Math.max(max, mean) } });
  }
  return (
    <div className="tw-draw-selected">
      <div className="tw-draw-grid">
        <TextField label={text.group} value={title} onCommit={(next) => change({ title: next })} />
        <BoundedField
          label={text.persons}
          value={persons}
          low={0}
          high={MOST_PERSONS}
          onCommit={(next) => change({ persons: Math.round(next) })}
        />
        <SelectField label={text.from} value={from} items={plan.entries} onChoose={(next) => change({ from: next })} />
        <TextField
          label={text.begin}
          type="time"
          value={clockAt(plan.start, fromSecond)}
          onCommit={(next) =>
            setClock(next, (second) => ({ fromSecond: second, untilSecond: Math.max(second, untilSecond) }))
          }
        />
        <TextField
          label={text.end}
          type="time"
          value={clockAt(plan.start, untilSecond)}
          onCommit={(next) =>
            setClock(next, (second) => ({ untilSecond: second, fromSecond: Math.min(second, fromSecond) }))
          }
        />
        <BoundedField
          label={text.speed}
          unit="m/s"
          value={speed.mean}
          low={0.3}
          high={2.5}
          decimals={1}
          onCommit={setSpeed}
        />
      </div>
      <Ways plan={plan} group={group} change={change} />
      <button type="button" className="tw-chip" onClick={() => changePlan((before) => deleteGroup(before, id))}>
        <Icon name="remove" />
        {text.remove}
      </button>
    </div>
  );
}

/** Where they go past, in which order, and where they leave. */
function Ways({ plan, group, change }: GroupFormProps & { readonly change: (next: Partial<EventGroup>) => void }) {
  const text = useCrowdPeopleText().people;
  const { via, to } = group;
  // Those that are gone past come first, in their order.
  const stops = [
    ...via.flatMap((id) => plan.stops.find((stop) => stop.id === id) ?? []),
    ...plan.stops.filter(({ id }) => !via.includes(id)),
  ];
  return (
    <>
      <fieldset className="tw-fieldset">
        <legend className="tw-subtle">{text.via}</legend>
        {stops.length === 0 && <p className="nl-paragraph tw-subtle">{text.noneVia}</p>}
        {stops.map(({ id, title }) => {
          const at = via.indexOf(id);
          return (
            <div className="tw-row" key={id}>
              <CheckField
                label={at < 0 ? title : `${at + 1}. ${title}`}
                checked={at >= 0}
                onCheck={(on) => change({ via: on ? [...via, id] : via.filter((other) => other !== id) })}
              />
              {at > 0 && (
                <button
                  type="button"
                  className="tw-icon-button"
                  aria-label={`${text.earlier}: ${title}`}
                  title={text.earlier}
                  onClick={() => change({ via: via.with(at, via[at - 1] as string).with(at - 1, id) })}
                >
                  <Icon name="up" />
                </button>
              )}
            </div>
          );
        })}
      </fieldset>
      <fieldset className="tw-fieldset">
        <legend className="tw-subtle">{text.to}</legend>
        {plan.entries.map(({ id, title }) => (
          <CheckField
            key={id}
            label={title}
            checked={to.includes(id)}
            // Who came in must be able to leave: the last one stays.
            onCheck={(on) => {
              const next = on ? [...to, id] : to.filter((other) => other !== id);
              if (next.length > 0) change({ to: next });
            }}
          />
        ))}
      </fieldset>
    </>
  );
}

import { clockAt } from '../model/event-clock.ts';
import { lineLength } from '../model/flood-measure-table.ts';
import { changePlan } from '../store/crowd.ts';
import { addPlanGroup } from '../store/crowd-plan.ts';
import { BoundedField } from './bounded-field.tsx';
import { CrowdGroups } from './crowd-plan-groups.tsx';
import { CrowdSection } from './crowd-plan-section.tsx';
import { CrowdItems } from './crowd-plan-things.tsx';
import { Icon } from './icon.tsx';
import { TextField } from './text-field.tsx';
import { useEventPlan } from './use-crowd.ts';
import { useCrowdPeopleText, useCrowdPlanText, useWidth } from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

const START = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
/** Of a day. */
const MOST_MINUTES = 1440;

/** Where people come from, how many and when, where they stay, and when it is too crowded. */
export function CrowdPeople() {
  const words = useCrowdPlanText();
  const text = useCrowdPeopleText().people;
  const format = useFormat();
  const width = useWidth();
  const plan = useEventPlan();
  if (!plan) return null;
  const { entries, stops, groups, routes, start } = plan;
  const persons = groups.reduce((sum, group) => sum + group.persons, 0);
  const first = Math.min(...groups.map(({ fromSecond }) => fromSecond));
  const last = Math.max(...groups.map(({ untilSecond }) => untilSecond));
  const stay = ([least, most]: readonly [number, number]) =>
    `${format.number(least)}–${format.number(most)} ${text.seconds}`;
  const lines = (items: typeof entries | typeof routes) =>
    items.map(({ id, title, line }) => ({ id, name: title, about: width(lineLength(line)) }));
  return (
    <CrowdSection id="crowd-people" title={text.title}>
      {groups.length > 0 && (
        <p className="nl-paragraph">
          {text.intro(format.number(persons), clockAt(start, first), clockAt(start, last))}
        </p>
      )}
      <h4 className="tw-heading">{text.groups}</h4>
      {groups.length === 0 ? <p className="nl-paragraph tw-subtle">{text.noGroups}</p> : <CrowdGroups plan={plan} />}
      <div className="tw-row">
        <button
          type="button"
          className="tw-chip"
          disabled={entries.length === 0}
          onClick={() => addPlanGroup(text.newGroup)}
        >
          <Icon name="plus" />
          {text.add}
        </button>
      </div>
      <details className="tw-details">
        <summary>{text.entries}</summary>
        <CrowdItems label={text.entries} items={lines(entries)} />
      </details>
      {stops.length > 0 && (
        <details className="tw-details">
          <summary>{text.stops}</summary>
          <CrowdItems
            label={text.stops}
            items={stops.map(({ id, title, seconds }) => ({ id, name: title, about: stay(seconds) }))}
          />
        </details>
      )}
      {routes.length > 0 && (
        <details className="tw-details">
          <summary>{words.routes.title}</summary>
          <CrowdItems label={words.routes.title} items={lines(routes)} />
        </details>
      )}
      <div className="tw-draw-grid">
        <TextField
          label={text.start}
          type="datetime-local"
          value={start.slice(0, 16)}
          onCommit={(next) => START.test(next) && changePlan((before) => ({ ...before, start: next }))}
        />
        <BoundedField
          label={text.minutes}
          value={Math.round(plan.seconds / 60)}
          low={1}
          high={MOST_MINUTES}
          onCommit={(next) => changePlan((before) => ({ ...before, seconds: Math.round(next * 60) }))}
        />
        <BoundedField
          label={text.limit}
          value={plan.limitPersonsPerM2}
          low={0.5}
          high={8}
          decimals={1}
          onCommit={(next) => changePlan((before) => ({ ...before, limitPersonsPerM2: next }))}
        />
      </div>
      <p className="nl-paragraph tw-subtle">{text.limitNote}</p>
    </CrowdSection>
  );
}

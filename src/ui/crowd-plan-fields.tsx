import { changeEntry, changeObject, changeRoute, changeStop, type Part } from '../model/event-edit.ts';
import { eventLibrary, OWN_SIZES } from '../model/event-library.ts';
import type { EventObject, EventStop } from '../model/event-plan.ts';
import { changePlan } from '../store/crowd.ts';
import { BoundedField } from './bounded-field.tsx';
import { NumberField } from './number-field.tsx';
import { TextField } from './text-field.tsx';
import { useEventLayout } from './use-crowd.ts';
import { useCrowdPeopleText, useCrowdPlanText } from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** What one fills in of what is chosen; a fence has its points only. */
export function CrowdPartFields({ part }: { readonly part: Part }) {
  const text = useCrowdPlanText();
  if (part.what === 'object') return <ObjectFields object={part.item} />;
  if (part.what === 'stop') return <StopFields stop={part.item} />;
  if (part.what === 'fence') return null;
  const { id, title } = part.item;
  const change = part.what === 'entry' ? changeEntry : changeRoute;
  return (
    <TextField
      label={text.things.name}
      value={title}
      onCommit={(next) => changePlan((plan) => change(plan, id, { title: next }))}
    />
  );
}

const sides = ['length', 'width', 'height'] as const;

function ObjectFields({ object }: { readonly object: EventObject }) {
  const text = useCrowdPlanText();
  const format = useFormat();
  const layout = useEventLayout();
  const { id, kind, name = '', turnDegrees } = object;
  const change = (next: Parameters<typeof changeObject>[3]) =>
    changePlan((plan) => (layout ? changeObject(plan, layout, id, next) : plan));
  const size = sides.map((side) => format.number(object[side], 2)) as [string, string, string];
  return (
    <>
      <div className="tw-draw-grid">
        <TextField
          label={text.things.name}
          value={name}
          canBeEmpty
          onCommit={(next) => change({ name: next === '' ? undefined : next })}
        />
        <BoundedField
          label={text.things.turn}
          value={turnDegrees}
          low={-360}
          high={360}
          onCommit={(next) => change({ turnDegrees: next })}
        />
        {kind === 'own' &&
          sides.map((side) => (
            <BoundedField
              key={side}
              label={text.things[side]}
              unit="m"
              value={object[side]}
              low={OWN_SIZES.least}
              high={side === 'height' ? OWN_SIZES.tallest : OWN_SIZES.most}
              decimals={1}
              onCommit={(next) => change({ [side]: next })}
            />
          ))}
      </div>
      {kind !== 'own' && (
        <p className="nl-paragraph tw-subtle">
          {text.size(...size)}, {text.basis[eventLibrary[kind].basis]}
        </p>
      )}
    </>
  );
}

function StopFields({ stop: { id, title, seconds, places } }: { readonly stop: EventStop }) {
  const text = useCrowdPlanText();
  const { people } = useCrowdPeopleText();
  const change = (next: Partial<EventStop>) => changePlan((plan) => changeStop(plan, id, next));
  const [least, most] = seconds;
  return (
    <div className="tw-draw-grid">
      <TextField label={text.things.name} value={title} onCommit={(next) => change({ title: next })} />
      <BoundedField
        label={people.stay}
        unit={people.seconds}
        value={least}
        low={0}
        high={86_400}
        onCommit={(next) => change({ seconds: [next, Math.max(next, most)] })}
      />
      <BoundedField
        label={people.stayUntil}
        unit={people.seconds}
        value={most}
        low={0}
        high={86_400}
        onCommit={(next) => change({ seconds: [Math.min(least, next), next] })}
      />
      <NumberField
        label={people.places}
        value={places}
        canBeEmpty
        onCommit={(next) =>
          change({ places: next === undefined ? undefined : Math.min(1000, Math.max(1, Math.round(next))) })
        }
      />
    </div>
  );
}

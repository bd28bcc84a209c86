import './flood.css';
import { useEffect, useId } from 'react';
import { chooseEvent, chooseLayout, NO_EVENTS, needCrowd } from '../store/crowd.ts';
import { useCrowd, useCrowdText, useEventLayout, useEventPlan } from './use-crowd.ts';
import { useTwin } from './use-twin.ts';

/** How narrow it gets beside what is placed, and how crowded. */
export function CrowdAnswer() {
  const text = useCrowdText();
  const town = useCrowd((state) => state.town);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const supported = useTwin((state) => state.scene !== 'unsupported');

  useEffect(() => {
    if (isReady) void needCrowd();
  }, [isReady]);

  if (town.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{town.message === NO_EVENTS ? text.none : text.failed}</p>
        <p className="nl-paragraph tw-subtle">{town.message}</p>
      </div>
    );
  if (town.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  return (
    <div className="tw-flood">
      <p className="nl-paragraph">{text.intro}</p>
      {!supported && <p className="nl-paragraph tw-subtle">{text.noWebGl}</p>}
      <Choose events={town.value.events} />
      <p className="nl-paragraph tw-subtle">{text.indicative}</p>
    </div>
  );
}

interface ChooseProps {
  readonly events: readonly { readonly id: string; readonly title: string }[];
}

function Choose({ events }: ChooseProps) {
  const text = useCrowdText();
  const plan = useEventPlan();
  const layout = useEventLayout();
  return (
    <>
      <Select label={text.event} value={plan?.id} items={events} onChoose={chooseEvent} />
      <Select label={text.layout} value={layout?.id} items={plan?.layouts ?? []} onChoose={chooseLayout} />
    </>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly items: ChooseProps['events'];
  readonly onChoose: (id: string) => void;
}

function Select({ label, value, items, onChoose }: SelectProps) {
  const id = useId();
  return (
    <div className="tw-number">
      <label htmlFor={id} className="tw-subtle">
        {label}
      </label>
      <select id={id} className="tw-select" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {item.title}
          </option>
        ))}
      </select>
    </div>
  );
}

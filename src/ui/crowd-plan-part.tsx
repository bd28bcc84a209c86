import { useState } from 'react';
import { listUsers, pointsOf } from '../model/event-edit.ts';
import { listCorners } from '../model/outline.ts';
import {
  actOnPlanKey,
  copyInPlan,
  deleteInPlan,
  moveInPlan,
  setPlanPoints,
  showInPlan,
  turnInPlan,
} from '../store/crowd-plan.ts';
import { Chips } from './chips.tsx';
import { CrowdPartFields } from './crowd-plan-fields.tsx';
import { Icon, type IconName } from './icon.tsx';
import { NumberField } from './number-field.tsx';
import { useEventPlan } from './use-crowd.ts';
import { useCrowdPlanText, usePart } from './use-crowd-plan.ts';

const steps = [0.1, 1] as const;
const ways = [
  ['north', 'up', 0, 1],
  ['south', 'down', 0, -1],
  ['west', 'left', -1, 0],
  ['east', 'right', 1, 0],
] as const satisfies readonly (readonly [string, IconName, number, number])[];

/** What is chosen: its figures, and by buttons and keys all that a pointer can do with it. */
export function CrowdPartForm() {
  const text = useCrowdPlanText().things;
  const plan = useEventPlan();
  const part = usePart();
  const [step, setStep] = useState<number>(steps[0]);
  if (!plan || !part) return null;
  const users = listUsers(plan, part.item.id);
  const canCopy = part.what === 'object' || part.what === 'fence';
  return (
    <div className="tw-draw-selected">
      <CrowdPartFields part={part} />
      <fieldset className="tw-fieldset tw-crowd__move">
        <legend className="tw-subtle">{text.move}</legend>
        <div className="tw-row">
          {ways.map(([way, icon, dx, dy]) => (
            <button
              key={way}
              type="button"
              className="tw-icon-button"
              aria-label={text.directions[way]}
              title={text.directions[way]}
              onClick={() => moveInPlan(dx * step, dy * step)}
            >
              <Icon name={icon} />
            </button>
          ))}
          <button
            type="button"
            className="tw-icon-button"
            aria-label={text.left}
            title={text.left}
            onClick={() => turnInPlan(-5)}
          >
            <Icon name="turnLeft" />
          </button>
          <button
            type="button"
            className="tw-icon-button"
            aria-label={text.right}
            title={text.right}
            onClick={() => turnInPlan(5)}
          >
            <Icon name="turnRight" />
          </button>
        </div>
        <Chips ids={steps} isPressed={(id) => id === step} onPress={setStep}>
          {(id) => text.steps[String(id)] ?? String(id)}
        </Chips>
      </fieldset>
      <button
        type="button"
        className="tw-chip tw-crowd__key-area"
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (actOnPlanKey(event.key, event.shiftKey)) event.preventDefault();
        }}
      >
        <Icon name="moves" />
        {text.keyArea}
      </button>
      <p className="nl-paragraph tw-subtle tw-crowd__keys">{text.keys}</p>
      <div className="tw-row">
        <button type="button" className="tw-chip" onClick={() => showInPlan(part.item.id)}>
          {text.show}
        </button>
        {canCopy && (
          <button type="button" className="tw-chip" onClick={copyInPlan}>
            <Icon name="copy" />
            {text.copy}
          </button>
        )}
        <button type="button" className="tw-chip" disabled={users.length > 0} onClick={deleteInPlan}>
          <Icon name="remove" />
          {text.remove}
        </button>
      </div>
      {users.length > 0 && <p className="nl-paragraph tw-subtle">{text.used(users.join(', '))}</p>}
      <Points />
    </div>
  );
}

/** By number: as exact as one likes. */
function Points() {
  const text = useCrowdPlanText();
  const part = usePart();
  if (!part) return null;
  const points = pointsOf(part);
  const corners = listCorners(points);
  const numbered = (i: number, name: string) => (corners.length > 1 ? `${i + 1}. ${name}` : name);
  return (
    <details className="tw-details">
      <summary>{text.things.points}</summary>
      {corners.map(([east, north], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the list
        <div className="tw-draw-grid" key={i}>
          <NumberField
            label={numbered(i, text.place.east)}
            value={east}
            onCommit={(value) => value !== undefined && setPlanPoints(points.with(2 * i, value))}
          />
          <NumberField
            label={numbered(i, text.place.north)}
            value={north}
            onCommit={(value) => value !== undefined && setPlanPoints(points.with(2 * i + 1, value))}
          />
        </div>
      ))}
    </details>
  );
}

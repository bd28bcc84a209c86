import { lineLength } from '../model/flood-measure-table.ts';
import { selectInPlan } from '../store/crowd.ts';
import { CrowdPartForm } from './crowd-plan-part.tsx';
import { CrowdSection } from './crowd-plan-section.tsx';
import { useCrowdChoice, useEventLayout } from './use-crowd.ts';
import { useCrowdPlanText, usePlanNames, useWidth } from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** What stands in the layout; the one that is chosen can be changed. */
export function CrowdThings() {
  const text = useCrowdPlanText();
  const format = useFormat();
  const width = useWidth();
  const layout = useEventLayout();
  const names = usePlanNames();
  if (!layout) return null;
  const metres = (value: number) => format.number(value, 2);
  const items = [
    ...layout.objects.map(({ id, length, width: across, height }) => ({
      id,
      about: text.size(metres(length), metres(across), metres(height)),
    })),
    ...layout.fences.map(({ id, line }) => ({ id, about: text.things.length2(width(lineLength(line))) })),
  ];
  return (
    <CrowdSection id="crowd-things" title={text.things.title}>
      {items.length === 0 ? (
        <p className="nl-paragraph tw-subtle">{text.things.none}</p>
      ) : (
        <CrowdItems
          label={text.things.objects}
          items={items.map((item) => ({ ...item, name: names.get(item.id) ?? '' }))}
        />
      )}
    </CrowdSection>
  );
}

interface ItemsProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly about: string }[];
}

/** Each is a button that chooses it; under the chosen one is its form. */
export function CrowdItems({ label, items }: ItemsProps) {
  const { selected } = useCrowdChoice();
  return (
    <ul className="tw-draw-list" aria-label={label}>
      {items.map(({ id, name, about }) => (
        <li key={id}>
          <button
            type="button"
            className="tw-draw-item"
            aria-pressed={id === selected}
            onClick={() => selectInPlan(id === selected ? undefined : id)}
          >
            <span>{name}</span>
            <span className="tw-subtle">{about}</span>
          </button>
          {id === selected && <CrowdPartForm />}
        </li>
      ))}
    </ul>
  );
}

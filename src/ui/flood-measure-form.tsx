import type { FloodMeasure } from '../model/flood-measure.ts';
import {
  costClass,
  costOf,
  figureOf,
  limitFigure,
  measureFigures,
  measureTable,
} from '../model/flood-measure-table.ts';
import { listCorners } from '../model/outline.ts';
import { sendCommand } from '../store/commands.ts';
import { changeMeasure, deleteMeasure } from '../store/flood-measures.ts';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';
import { useFlood } from './use-flood.ts';
import { useMeasureText } from './use-flood-measure.ts';
import { useFormat, useTwin } from './use-twin.ts';

interface FormProps {
  readonly measure: FloodMeasure;
  readonly row: (typeof measureTable)[FloodMeasure['kind']];
}

/** The chosen measure: its figures, its points by number, what it holds and costs. */
export function FloodMeasureForm({ measure, row }: FormProps) {
  const text = useMeasureText();
  const format = useFormat();
  const { id, kind, points, figures } = measure;
  const corners = listCorners([...points]);

  function setFigure(name: keyof typeof figures, value: number) {
    changeMeasure(id, { figures: { ...figures, [name]: limitFigure(kind, name, value) } });
  }
  function setPoint(at: number, value: number) {
    changeMeasure(id, { points: points.with(at, value) });
  }
  const [x, y] = corners[0] ?? [0, 0];
  return (
    <div className="tw-draw-selected">
      <div className="tw-draw-grid">
        {measureFigures(kind).map((name) => {
          const { least = 0, most = 0 } = row.figures[name] ?? {};
          const decimals = name.endsWith('M') ? 2 : 0;
          const limits = text.limits(format.number(least, decimals), format.number(most, decimals));
          return (
            <NumberField
              key={name}
              label={`${text.figures[name]} (${limits})`}
              unit={text.units[name]}
              value={figureOf(measure, name)}
              onCommit={(value) => value !== undefined && setFigure(name, value)}
            />
          );
        })}
      </div>
      <Facts measure={measure} />
      <details className="tw-details">
        <summary>{text.points}</summary>
        {corners.map(([east, north], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the list
          <div className="tw-draw-grid" key={i}>
            <NumberField
              label={`${i + 1}. ${text.east}`}
              value={east}
              onCommit={(value) => value !== undefined && setPoint(2 * i, value)}
            />
            <NumberField
              label={`${i + 1}. ${text.north}`}
              value={north}
              onCommit={(value) => value !== undefined && setPoint(2 * i + 1, value)}
            />
          </div>
        ))}
      </details>
      <div className="tw-row">
        <button type="button" className="tw-chip" onClick={() => sendCommand({ type: 'look-at', x, y, radius: 60 })}>
          {text.show}
        </button>
        <button type="button" className="tw-chip" onClick={() => deleteMeasure(id)}>
          <Icon name="remove" />
          {text.remove}
        </button>
      </div>
    </div>
  );
}

/** How much of it there is, what it holds, and what it costs; known once it was computed with. */
function Facts({ measure: { id, kind } }: { readonly measure: FloodMeasure }) {
  const text = useMeasureText();
  const format = useFormat();
  const found = useFlood((state) => state.compared.at(-1)?.after.amounts.find((amount) => amount.id === id));
  const own = useTwin(({ municipality }) =>
    municipality.status === 'ready' ? municipality.value.flood?.measureCosts : undefined,
  );
  if (!found) return null;
  const letter = costClass(costOf(kind, found.amount, own));
  return (
    <p className="nl-paragraph tw-subtle">
      {text.amounts[measureTable[kind].unit](format.number(found.amount))}
      {found.storage > 0 && `, ${text.storage(`${format.number(found.storage)} m³`)}`}.{' '}
      {text.costClass(letter, text.costs[letter])}
    </p>
  );
}

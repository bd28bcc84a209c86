import { useState } from 'react';
import {
  addPoint,
  clearPoints,
  movePointUp,
  pointAtCentre,
  removePoint,
  replacePoint,
  undoPoint,
} from '../store/measure.ts';
import { Icon } from './icon.tsx';
import { decimalsOf, writePoint } from './measure-rows.ts';
import { PointForm } from './point-form.tsx';
import { measureText } from './text/measure.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** The points in order, to move, correct and remove, and a form for one more. */
export function MeasurePoints() {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const points = useTwin((state) => state.measure.points);
  const hasCentre = useTwin((state) => state.footprint?.centre !== undefined);
  const [edited, setEdited] = useState<number>();
  const editing = edited !== undefined && edited < points.length ? edited : undefined;
  return (
    <section className="tw-measure" aria-labelledby="points-title">
      <h3 id="points-title" className="tw-heading">
        {text.points}
      </h3>
      {points.length > 0 && (
        <ol className="tw-points">
          {points.map((point, i) => {
            const name = text.number(i + 1);
            const off = point.error
              ? ` · ${text.off(`${format.number(point.error, decimalsOf(point.error))}\u00a0m`)}`
              : '';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the line
              <li key={i} className="tw-point">
                <span className="tw-point__number">{i + 1}</span>
                <span>
                  {writePoint(point, text, format)}
                  <span className="tw-subtle tw-block">
                    {text.on[point.on]}
                    {off}
                  </span>
                </span>
                <span className="tw-point__actions">
                  <IconButton icon="up" label={text.up(name)} disabled={i === 0} onClick={() => movePointUp(i)} />
                  <IconButton icon="edit" label={text.edit(name)} onClick={() => setEdited(i)} />
                  <IconButton icon="close" label={text.remove(name)} onClick={() => removePoint(i)} />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <div className="tw-row">
        {points.length > 0 && (
          <>
            <button type="button" className="tw-chip" onClick={undoPoint}>
              {text.undo}
            </button>
            <button type="button" className="tw-chip" onClick={clearPoints}>
              {text.clear}
            </button>
          </>
        )}
        {hasCentre && (
          <button type="button" className="tw-chip" onClick={pointAtCentre}>
            {text.centre}
          </button>
        )}
      </div>
      {editing === undefined ? (
        <PointForm key="new" title={text.form} submit={text.add} onPoint={addPoint} />
      ) : (
        <PointForm
          key={editing}
          title={text.formEdit(text.number(editing + 1))}
          submit={text.save}
          start={points[editing]}
          onPoint={(point) => {
            replacePoint(editing, point);
            setEdited(undefined);
          }}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

interface IconButtonProps {
  readonly icon: 'up' | 'edit' | 'close';
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function IconButton({ icon, label, disabled = false, onClick }: IconButtonProps) {
  return (
    <button type="button" className="tw-icon-button" aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

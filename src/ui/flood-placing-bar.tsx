import { cornersNeeded, measureTable } from '../model/flood-measure-table.ts';
import { finishMeasure, placeMeasure, removeMeasureCorner } from '../store/flood-measures.ts';
import { Icon } from './icon.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture of a phone while fingers place a measure: the panel's buttons lie below its edge there. */
export function FloodPlacingBar() {
  const text = useMeasureText();
  const placing = useTwin((state) => state.floodMeasures.placing);
  const count = useTwin((state) => state.floodMeasures.pending.length / 2);
  if (!placing) return null;
  const isPoint = measureTable[placing].shape === 'point';
  return (
    <div className="tw-flood-placing">
      <p role="status">
        {text.kinds[placing].name}: {isPoint ? text.tap : count === 0 ? text.tapCorners : text.corners(count)}
      </p>
      {!isPoint && (
        <>
          <button
            type="button"
            className="tw-icon-button"
            aria-label={text.removeLast}
            title={text.removeLast}
            disabled={count === 0}
            onClick={removeMeasureCorner}
          >
            <Icon name="turnLeft" />
          </button>
          <button type="button" className="tw-chip" disabled={count < cornersNeeded(placing)} onClick={finishMeasure}>
            {text.finish}
          </button>
        </>
      )}
      <button
        type="button"
        className="tw-icon-button"
        aria-label={text.stop}
        title={text.stop}
        onClick={() => placeMeasure(undefined)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

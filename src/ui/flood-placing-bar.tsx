import { cornersNeeded, measureTable } from '../model/flood-measure-table.ts';
import { finishMeasure, placeMeasure, removeMeasureCorner } from '../store/flood-measures.ts';
import { PlacingBar } from './placing-bar.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture of a phone while fingers place a measure. */
export function FloodPlacingBar() {
  const text = useMeasureText();
  const placing = useTwin((state) => state.floodMeasures.placing);
  const count = useTwin((state) => state.floodMeasures.pending.length / 2);
  if (!placing) return null;
  const isPoint = measureTable[placing].shape === 'point';
  const next = isPoint ? text.tap : count === 0 ? text.tapCorners : text.corners(count);
  return (
    <PlacingBar
      told={`${text.kinds[placing].name}: ${next}`}
      text={{ back: text.removeLast, done: text.finish, stop: text.stop }}
      {...(!isPoint && {
        corners: { count, needed: cornersNeeded(placing), onBack: removeMeasureCorner, onDone: finishMeasure },
      })}
      onStop={() => placeMeasure(undefined)}
    />
  );
}

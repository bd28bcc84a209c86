import { ARRIVAL_DEPTH } from '../model/flood.ts';
import { readFigures } from '../model/flood-figures.ts';
import { useDoubtText } from './flood-doubt.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useTwin } from './use-twin.ts';

/** The water under the pointer; without one, in the middle of the picture. */
export function FloodHere() {
  const text = useFloodText();
  const words = useFloodWords();
  const doubt = useDoubtText();
  const pointer = useTwin((state) => state.pointer);
  const centre = useTwin((state) => state.footprint?.centre);
  const sheets = useFlood((state) => state.sheets);
  const place = pointer ?? centre;
  if (!place || sheets.length === 0) return null;
  const figures = readFigures(
    sheets.map(({ sheet }) => sheet),
    place.x,
    place.y,
  );
  const where = pointer ? text.here : text.atCentre;
  return (
    <p className="tw-flood-here">
      <span className="tw-subtle">{where}: </span>
      {tell()}
    </p>
  );

  function tell(): string {
    if (!figures) return text.outside;
    if (figures.isBuilding) return text.building;
    if (figures.isWater) return text.alwaysWater;
    if (figures.deepest < ARRIVAL_DEPTH) return figures.isUndecided ? doubt.dry : text.dryHere;
    const { deepest, level, arrival } = figures;
    return [
      text.upTo(words.depth(deepest)),
      figures.isUndecided && doubt.wet,
      level !== undefined && words.level(level),
      arrival !== undefined && text.after(words.minutes(arrival)),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

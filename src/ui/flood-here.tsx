import { ARRIVAL_DEPTH, FLOOD_FIELDS } from '../model/flood.ts';
import { readFigures } from '../model/flood-figures.ts';
import { type Flow, readFlow } from '../model/flood-flow.ts';
import { isDoubtful, readDepth } from '../model/flood-picture.ts';
import { useDoubtText } from './flood-doubt.tsx';
import { useFlood, useFloodPictureText, useFloodText, useFloodWords } from './use-flood.ts';
import { useIsBreach } from './use-flood-breach.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** The water under the pointer; without one, in the middle of the picture. */
export function FloodHere() {
  const text = useFloodText();
  const pointer = useTwin((state) => state.pointer);
  const centre = useTwin((state) => state.footprint?.centre);
  const hasSheets = useFlood((state) => state.sheets.length > 0);
  const place = pointer ?? centre;
  if (!place || !hasSheets) return null;
  return (
    <p className="tw-flood-here">
      <span className="tw-subtle tw-flood-here__where">{pointer ? text.here : text.atCentre}: </span>
      <Figures x={place.x} y={place.y} />
    </p>
  );
}

function Figures({ x, y }: { readonly x: number; readonly y: number }) {
  const text = useFloodText();
  const words = useFloodWords();
  const told = useFloodPictureText();
  const doubt = useDoubtText();
  const sheets = useFlood((state) => state.sheets);
  const isBreach = useIsBreach();
  const isNow = useTwin((state) => state.flood.view === 'now');
  const now = useNow(x, y);
  const tellFlow = useFlowWords();
  const figures = readFigures(
    sheets.map(({ sheet }) => sheet),
    x,
    y,
  );
  if (!figures) return text.outside;
  if (figures.isBuilding) return text.building;
  if (figures.isWater) return text.alwaysWater;
  if (figures.deepest < ARRIVAL_DEPTH) return figures.isUndecided ? doubt.dry : text.dryHere;
  const { deepest, ground, level, arrival, duration } = figures;
  if (!isNow)
    return [
      text.upTo(words.depth(deepest)),
      figures.isUndecided && doubt.wet,
      level !== undefined && words.level(level),
      arrival !== undefined && text.after(words.minutes(arrival)),
      duration !== undefined && !isBreach && told.stays(words.minutes(duration)),
    ]
      .filter(Boolean)
      .join(' · ');
  const depth = now?.depth ?? 0;
  const isWet = depth >= ARRIVAL_DEPTH;
  return [
    isWet ? told.now(words.depth(depth)) : told.nowShallow,
    now?.isUndecided && (isWet ? doubt.wet : doubt.dry),
    isWet && ground !== undefined && words.level(ground + depth),
    isWet && tellFlow(now?.flow),
    told.upTo(words.depth(deepest)),
    figures.isUndecided && !now?.isUndecided && doubt.wet,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the picture shows there, of the finest part that holds the place; in steps, so that it is not written with each frame. */
function useNow(x: number, y: number) {
  const pictures = useFlood((state) => state.pictures);
  const share = useFlood((state) => Math.round(state.share * 20) / 20);
  for (const picture of pictures.toReversed()) {
    const depth = readDepth(picture, share, x, y);
    if (depth === undefined) continue;
    const flow = picture.flow && readFlow(picture.flow, share, x, y);
    return { depth, flow, isUndecided: isDoubtful(picture, share, x, y) };
  }
  return undefined;
}

function useFlowWords(): (flow: Flow | undefined) => string | undefined {
  const told = useFloodPictureText();
  const format = useFormat();
  const { step } = FLOOD_FIELDS.speed;
  return (flow) => {
    if (!flow) return undefined;
    const direction = Math.round(flow.degrees / 45) % 8;
    const speed = Math.round(flow.speed / step) * step;
    return speed < step ? told.flowsSlowly(direction) : told.flows(format.number(speed, 1), direction);
  };
}

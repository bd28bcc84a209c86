import { useEffect, useId, useMemo, useState } from 'react';
import { type DikeSection, distanceToDikes, listSections } from '../model/dike-index.ts';
import { sheetExtent } from '../model/flood-run.ts';
import type { WaterBarrier } from '../model/water-barrier.ts';
import { sendCommand } from '../store/commands.ts';
import { chooseInPicture } from '../store/flood-breach.ts';
import { twin } from '../store/twin.ts';
import { useFlood, useFloodWords } from './use-flood.ts';
import { useBreach, useBreachText } from './use-flood-breach.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** m from a dike: who points further off did not mean the dike. */
const NEAR = 100;
/** m within which a street tells where a section lies. */
const STREET = 600;
/** CSS pixels that a finger may slip and still point. */
const SLIP = 6;

interface PlaceProps {
  readonly dikes: readonly WaterBarrier[];
  readonly place: { readonly x: number; readonly y: number } | undefined;
  readonly onChoose: (place: { readonly x: number; readonly y: number }) => void;
}

/** Where the dike gives way: from a list, in the middle of the picture, or by a click in it. */
export function FloodBreachPlace({ dikes, place, onChoose }: PlaceProps) {
  const text = useBreachText();
  const words = useFloodWords();
  const id = useId();
  const sections = useSections(dikes);
  const isChoosing = useBreach((state) => state.isChoosing);
  const centre = useTwin((state) => state.footprint?.centre);
  const [pressed, setPressed] = useState<readonly [number, number]>([0, 0]);
  const [tooFar, setTooFar] = useState<number | undefined>();
  const row = sections.findIndex(({ x, y }) => x === place?.x && y === place.y);

  function take(point: { readonly x: number; readonly y: number } | undefined) {
    if (!point) return;
    const distance = distanceToDikes(dikes, point.x, point.y);
    setTooFar(distance > NEAR ? distance : undefined);
    chooseInPicture(false);
    if (distance <= NEAR) onChoose({ x: Math.round(point.x), y: Math.round(point.y) });
  }

  useEffect(() => {
    if (!isChoosing) return;
    const end = new AbortController();
    const { signal } = end;
    window.addEventListener('pointerdown', ({ clientX, clientY }) => setPressed([clientX, clientY]), { signal });
    // Not at the click, which ends a drag too, and comes when the pointer of a finger is gone. The scene hears of it first.
    const onUp = ({ target, clientX, clientY }: PointerEvent) => {
      const slipped = Math.hypot(clientX - pressed[0], clientY - pressed[1]);
      if (slipped <= SLIP && target instanceof HTMLCanvasElement) take(twin.getState().pointer);
    };
    window.addEventListener('pointerup', onUp, { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && chooseInPicture(false), { signal });
    return () => end.abort();
  });
  useEffect(() => () => chooseInPicture(false), []);

  return (
    <fieldset className="tw-fieldset">
      <legend className="tw-subtle">{text.place}</legend>
      <label htmlFor={id} className="tw-hidden">
        {text.place}
      </label>
      <select
        id={id}
        className="tw-select"
        value={row}
        onChange={(event) => {
          const section = sections[Number(event.currentTarget.value)];
          setTooFar(undefined);
          if (section) onChoose(section);
        }}
      >
        {row < 0 && <option value={-1}>{place ? text.ownPlace : '…'}</option>}
        {sections.map((section, i) => (
          <option key={section.label} value={i}>
            {section.label}
          </option>
        ))}
      </select>
      <div className="tw-row">
        <button type="button" className="tw-chip" disabled={!centre} onClick={() => take(centre)}>
          {text.atMiddle}
        </button>
        <button
          type="button"
          className="tw-chip"
          aria-pressed={isChoosing}
          onClick={() => chooseInPicture(!isChoosing)}
        >
          {isChoosing ? text.stopPicture : text.inPicture}
        </button>
        {place && (
          <button
            type="button"
            className="tw-chip"
            onClick={() => sendCommand({ type: 'look-at', x: place.x, y: place.y, radius: 250 })}
          >
            {text.show}
          </button>
        )}
      </div>
      <p className="nl-paragraph tw-subtle" role="status">
        {isChoosing && text.clickNow}
        {!isChoosing && tooFar !== undefined && text.tooFar(words.cells(Math.round(tooFar)))}
      </p>
    </fieldset>
  );
}

/** Sections of the dikes in the town, in whole metres, with the street that lies nearest. */
function useSections(dikes: readonly WaterBarrier[]): readonly (DikeSection & { readonly label: string })[] {
  const text = useBreachText();
  const format = useFormat();
  const index = useFlood((state) => state.index);
  const streets = useTwin((state) => state.streets);
  return useMemo(() => {
    if (index.status !== 'ready') return [];
    const labels = streets.status === 'ready' ? streets.value.streets : [];
    return listSections(dikes, sheetExtent(index.value.frame)).map((section) => {
      let nearest: string | undefined;
      let least = STREET;
      for (const { name, labels: points } of labels) {
        // The road over the dike is everywhere near.
        if (name === section.name) continue;
        for (const [x, y] of points) {
          const away = Math.hypot(x - section.x, y - section.y);
          if (away >= least) continue;
          least = away;
          nearest = name;
        }
      }
      const [x, y] = [Math.round(section.x), Math.round(section.y)];
      const kilometre = format.number(section.chainage / 1000, 2);
      return { ...section, x, y, label: text.section(section.name ?? text.dike, kilometre, nearest) };
    });
  }, [dikes, index, streets, text, format]);
}

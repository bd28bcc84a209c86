import './flood.css';
import './sunlight.css';
import { useEffect } from 'react';
import { readSunCells } from '../model/sun-cells.ts';
import { hourClasses, lossClasses, type SunClass } from '../model/sun-classes.ts';
import { followSunlight } from '../store/sunlight-follow.ts';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useSunChoice, useSunlight, useSunlightText, useSunWords } from './use-sunlight.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Over the picture while there is a map of sun in it: legend, and what stands under the pointer. */
export function SunlightOver() {
  const text = useSunlightText();
  const { map: view } = useSunChoice();
  const status = useSunlight((state) => state.mapStatus.status);

  useEffect(followSunlight, []);

  if (view === 'off') return null;
  const isLost = view === 'lost';
  return (
    <OverPicture label={text.over} className="tw-sunlight-bar">
      <div className="tw-flood-legend">
        <p className="tw-flood-legend__title">
          <strong>{isLost ? text.lostLegend : text.hoursLegend}</strong>
          {status === 'running' && <span>{text.mapComing}</span>}
        </p>
        <Legend classes={isLost ? lossClasses : hourClasses} />
        <p className="tw-subtle tw-sunlight-bar__note">{text.lines}</p>
      </div>
      <CloseOverlay overlay="sunlight" label={text.close} />
      <Here />
    </OverPicture>
  );
}

function Legend({ classes }: { readonly classes: readonly SunClass[] }) {
  const text = useSunlightText();
  const format = useFormat();
  const write = (hours: number) => format.number(hours, hours % 1 === 0 ? 0 : hours === 0.25 ? 2 : 1);
  return (
    <ol className="tw-flood-legend__classes tw-sunlight-legend">
      {classes.map(({ from, color, lines }, row) => {
        const until = classes[row + 1]?.from;
        return (
          <li key={from}>
            <span className="tw-sunlight-legend__swatch" style={{ backgroundColor: color }}>
              {lines > 0 && <Lines lines={lines} />}
            </span>
            <span>{until === undefined ? text.from(write(from)) : text.between(write(from), write(until))}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** As the picture draws them. */
function Lines({ lines }: { readonly lines: number }) {
  const id = `sunlight-lines-${lines}`;
  return (
    <svg aria-hidden="true">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d={lines > 1 ? 'M0 3h6M3 0v6' : 'M0 3h6'} stroke="#fff" strokeWidth="1.200" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** Under the pointer; where there is none, in the middle of the picture. */
function Here() {
  const text = useSunlightText();
  const words = useSunWords();
  const { map: view } = useSunChoice();
  const map = useSunlight((state) => state.map);
  const pointer = useTwin((state) => state.pointer);
  const isPlanShown = useTwin((state) => state.choice?.variant !== undefined || state.drawn !== undefined);
  if (!map || !pointer) return <p className="tw-flood-here" />;
  const read = (cells: typeof map.plan) => cells && readSunCells(cells, pointer, map.cellSize, map.facadeSize);
  const shown = (isPlanShown && read(map.plan)) || read(map.today);
  if (!shown) return <p className="tw-flood-here" />;
  const where = shown.isFacade ? text.facade : text.ground;
  const [today, plan, lost] = [read(map.today), read(map.plan), read(map.lost)];
  const write = (found: typeof shown | undefined) => words.short((found?.hours ?? 0) * 60);
  const isLost = view === 'lost' && lost && Number.isFinite(lost.hours);
  return (
    <p className="tw-flood-here">
      {today ? text.here(where, write(today), plan && write(plan)) : `${where}: ${write(shown)}`}
      {isLost && ` · ${text.hereLost(write(lost))}`}
    </p>
  );
}

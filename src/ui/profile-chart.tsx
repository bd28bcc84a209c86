import { type PointerEvent, useId, useMemo } from 'react';
import { type Profile, type ProfileCut, readProfile } from '../model/profile.ts';
import { ProfileAxes } from './profile-axes.tsx';
import { createProfileFrame, type ProfileFrame } from './profile-frame.ts';
import { measureText } from './text/measure.ts';
import { useFormat, useLanguage } from './use-twin.ts';

interface ProfileChartProps {
  readonly profile: Profile;
  /** Metres along the line. */
  readonly cursor: number;
  readonly onCursor: (distance: number) => void;
}

type Place = readonly [distance: number, nap: number];

const toPoints = (places: readonly Place[], { toX, toY }: ProfileFrame) =>
  places.map(([d, h]) => `${toX(d).toFixed(1)},${toY(h).toFixed(1)}`).join(' ');

/** Runs of known ground; a gap starts a new one. */
function listGroundRuns({ rows }: Profile): Place[][] {
  const runs: Place[][] = [[]];
  for (const { distance, ground } of rows) {
    if (ground === undefined) runs.push([]);
    else runs.at(-1)?.push([distance, ground]);
  }
  return runs.filter((run) => run.length > 1);
}

const listTops = ({ top }: ProfileCut): (readonly [Place, Place])[] =>
  Array.from({ length: top.length / 4 }, (_, i) => {
    const [d0, h0, d1, h1] = top.slice(4 * i, 4 * i + 4) as [number, number, number, number];
    return [
      [d0, h0],
      [d1, h1],
    ];
  });

export function ProfileChart({ profile, cursor, onCursor }: ProfileChartProps) {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const id = useId();
  const frame = useMemo(() => createProfileFrame(profile), [profile]);
  if (!frame) return null;
  const first = profile.rows.find(({ ground }) => ground !== undefined)?.ground ?? 0;
  const highest = profile.rows.reduce((most, { surface = most }) => Math.max(most, surface), Number.NEGATIVE_INFINITY);
  const times = frame.exaggeration;
  const isTrue = Math.abs(times - 1) < 0.05;
  const kinds = new Set(profile.cuts.map(({ kind }) => kind));

  function onPointer(event: PointerEvent<SVGSVGElement>) {
    if (!frame || (event.pointerType !== 'mouse' && event.buttons === 0)) return;
    const box = event.currentTarget.getBoundingClientRect();
    onCursor(frame.toDistance(((event.clientX - box.left) / box.width) * frame.width));
  }

  return (
    <figure className="tw-profile">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
      >
        <title id={`${id}-title`}>
          {text.chart(format.length(profile.length), format.height(first), format.height(highest))}
        </title>
        <ProfileAxes frame={frame} />
        <Drawing profile={profile} frame={frame} />
        <Cursor profile={profile} frame={frame} distance={cursor} />
      </svg>
      <figcaption className="tw-subtle">
        <span className="tw-profile__legend">
          <span className="tw-profile__key tw-profile__key--ground">{text.legend.ground}</span>
          {(['building', 'plan'] as const)
            .filter((kind) => kinds.has(kind))
            .map((kind) => (
              <span key={kind} className={`tw-profile__key tw-profile__key--${kind}`}>
                {text.legend[kind]}
              </span>
            ))}
        </span>
        {isTrue ? text.trueScale : text.exaggerated(format.number(times, times < 10 ? 1 : 0))}
      </figcaption>
    </figure>
  );
}

/** Buildings first, the ground over their feet. */
function Drawing({ profile, frame }: { readonly profile: Profile; readonly frame: ProfileFrame }) {
  const { bottom, toX } = frame;
  const under = (places: readonly Place[]) => {
    const [first, last] = [places[0], places.at(-1)] as [Place, Place];
    return `${toPoints(places, frame)} ${toX(last[0]).toFixed(1)},${bottom} ${toX(first[0]).toFixed(1)},${bottom}`;
  };
  return (
    <g>
      {profile.cuts.map((cut) => (
        <g key={`${cut.kind} ${cut.id}`} className={`tw-profile__${cut.kind}`}>
          {listTops(cut).map((piece) => (
            <polygon key={piece[0][0]} points={under(piece)} />
          ))}
          <path d={outlinePath(cut, frame)} />
        </g>
      ))}
      {listGroundRuns(profile).map((run) => (
        <g key={run[0]?.[0]} className="tw-profile__ground">
          <polygon points={under(run)} />
          <polyline points={toPoints(run, frame)} />
        </g>
      ))}
    </g>
  );
}

function outlinePath({ outline }: ProfileCut, { toX, toY }: ProfileFrame): string {
  let path = '';
  for (let i = 0; i < outline.length; i += 4) {
    const [d0, h0, d1, h1] = outline.slice(i, i + 4) as [number, number, number, number];
    path += `M${toX(d0).toFixed(1)} ${toY(h0).toFixed(1)}L${toX(d1).toFixed(1)} ${toY(h1).toFixed(1)}`;
  }
  return path;
}

interface CursorProps {
  readonly profile: Profile;
  readonly frame: ProfileFrame;
  readonly distance: number;
}

function Cursor({ profile, frame, distance }: CursorProps) {
  const surface = readProfile(profile, distance)?.surface;
  const x = frame.toX(distance);
  return (
    <g className="tw-profile__pointer">
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
      {surface !== undefined && <circle cx={x} cy={frame.toY(surface)} r={4} />}
    </g>
  );
}

import { useId } from 'react';
import type { CrowdClass } from '../model/crowd-levels.ts';

/** Side of the pattern, px. */
const SIDE = 6;

interface LevelPatternProps {
  readonly id: string;
  readonly look: Pick<CrowdClass, 'color' | 'hatch'>;
}

/** Colour and lines of a class, to fill with: they get denser with it, so that it is told without colour. */
export function LevelPattern({ id, look: { color, hatch } }: LevelPatternProps) {
  const stroke = hatch.isCrossed ? '#ffffff' : '#1c2a2c';
  const width = hatch.part * SIDE;
  return (
    <pattern id={id} width={SIDE} height={SIDE} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={SIDE} height={SIDE} fill={color} />
      {width > 0 && <path d={`M0 ${SIDE / 2}h${SIDE}`} stroke={stroke} strokeWidth={width} opacity="0.55" />}
      {hatch.isCrossed && <path d={`M${SIDE / 2} 0v${SIDE}`} stroke={stroke} strokeWidth={width} opacity="0.55" />}
    </pattern>
  );
}

/** A class beside its name; says nothing that the words beside it do not say. */
export const LevelMark = ({ look }: Look) => <Filled look={look} className="tw-mark tw-crowd-mark" />;

/** A class in a row of all of them. */
export const LevelSwatch = ({ look }: Look) => <Filled look={look} className="tw-crowd-legend__swatch" />;

interface Look {
  readonly look: LevelPatternProps['look'];
}

function Filled({ look, className }: Look & { readonly className: string }) {
  const id = useId();
  return (
    <svg className={className} aria-hidden="true">
      <defs>
        <LevelPattern id={id} look={look} />
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

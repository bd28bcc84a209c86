import { useId } from 'react';
import { CLAIM_HIGHEST, CLAIM_LOWEST } from '../model/claim-choice.ts';
import { claimStyle } from '../model/claim-themes.ts';
import { patternPaths } from './claim-mark.tsx';
import { type PlacedClaim, useClaimChoice, useClaimsText } from './use-claims.ts';
import { useFormat } from './use-twin.ts';

/** Units of the drawing: a metre is three of them. */
const [LEFT, RIGHT, TOP, SCALE] = [34, 320, 8, 3];
const MOST = 24;
const yOf = (nap: number) => TOP + (CLAIM_HIGHEST - nap) * SCALE;
const lines = [60, 50, 40, 30, 20, 10, 0, -10];
const clamp = (nap: number) => Math.min(Math.max(nap, CLAIM_LOWEST), CLAIM_HIGHEST);
/** Thin things are drawn as thick as a line that can be seen. */
const THINNEST = 3;

/** Heights of the claims beside each other, with the ground; the table says the same in numbers. */
export function ClaimsSection({ shown }: { readonly shown: readonly PlacedClaim[] }) {
  const text = useClaimsText();
  const format = useFormat();
  const id = useId();
  const { selected } = useClaimChoice();
  const drawn = shown.slice(0, MOST);
  const ground = drawn.find(({ groundNap }) => groundNap !== undefined)?.groundNap;
  const themes = [...new Set(drawn.map(({ claim }) => claim.theme))];
  const step = (RIGHT - LEFT) / Math.max(drawn.length, 1);
  const told = ground === undefined ? text.unknown : text.nap(format.number(ground, 1));
  return (
    <figure className="tw-claims__section">
      <figcaption className="tw-heading">{text.section}</figcaption>
      <svg
        viewBox={`0 0 ${RIGHT + 4} ${yOf(CLAIM_LOWEST) + 10}`}
        role="img"
        aria-label={text.sectionAlt(format.number(drawn.length), told)}
      >
        <defs>
          {themes.map((theme) => {
            const { color, pattern } = claimStyle(theme);
            return (
              <pattern key={theme} id={`${id}-${theme}`} width="8" height="8" patternUnits="userSpaceOnUse">
                <rect width="8" height="8" fill={color} />
                <path d={patternPaths[pattern]} className="tw-claims__lines" />
              </pattern>
            );
          })}
        </defs>
        {lines.map((nap) => (
          <g key={nap}>
            <line x1={LEFT} x2={RIGHT} y1={yOf(nap)} y2={yOf(nap)} className="tw-claims__grid" />
            <text x={LEFT - 4} y={yOf(nap) + 4} textAnchor="end">
              {format.number(nap)}
            </text>
          </g>
        ))}
        {ground !== undefined && (
          <rect
            x={LEFT}
            width={RIGHT - LEFT}
            y={yOf(clamp(ground))}
            height={yOf(CLAIM_LOWEST) - yOf(clamp(ground))}
            className="tw-claims__earth"
          />
        )}
        {drawn.map(({ claim, heights: { lowerNap, upperNap } }, i) => {
          const isKnown = lowerNap !== undefined && upperNap !== undefined;
          const [low, high] = isKnown ? [clamp(lowerNap), clamp(upperNap)] : [CLAIM_LOWEST, CLAIM_HIGHEST];
          const height = Math.max((high - low) * SCALE, THINNEST);
          return (
            <rect
              key={claim.id}
              x={LEFT + i * step + step * 0.15}
              width={Math.min(step * 0.7, 26)}
              y={yOf(high)}
              height={height}
              fill={isKnown ? `url(#${CSS.escape(`${id}-${claim.theme}`)})` : 'none'}
              className="tw-claims__bar"
              data-hardness={claim.hardness}
              data-known={isKnown}
              data-chosen={selected?.includes(claim.id)}
            >
              <title>{claim.name}</title>
            </rect>
          );
        })}
        {ground !== undefined && (
          <>
            <line x1={LEFT} x2={RIGHT} y1={yOf(ground)} y2={yOf(ground)} className="tw-claims__ground" />
            <text x={RIGHT} y={yOf(ground) - 3} textAnchor="end">
              {text.ground}
            </text>
          </>
        )}
      </svg>
      <p className="nl-paragraph tw-subtle">{text.sectionNote}</p>
    </figure>
  );
}

import type { CheckResult, ConflictKind } from '../model/claim.ts';
import { type ClaimPattern, claimStyle } from '../model/claim-themes.ts';

/** On a tile of 8 by 8 that repeats without a seam; nothing where a theme has no pattern. */
export const patternPaths: Readonly<Record<ClaimPattern, string>> = {
  none: '',
  rising: 'M-2 2 2-2M0 8 8 0M6 10l4-4',
  falling: 'M-2 6 2 10M0 0 8 8M6-2l4 4',
  crossed: 'M0 8 8 0M0 0 8 8',
  level: 'M0 2h8M0 6h8',
  upright: 'M2 0v8M6 0v8',
  grid: 'M0 4h8M4 0v8',
  dots: 'M1.500 2h1.500M5.500 6H7',
  rings: 'M6.200 4a2.200 2.200 0 1 1-4.400 0 2.200 2.200 0 0 1 4.400 0Z',
  plusses: 'M4 1.800v4.400M1.800 4h4.400',
  waves: 'M0 4q2-3 4 0t4 0',
  zigzag: 'M0 5.500 2 2.500l2 3 2-3 2 3',
};

interface ClaimMarkProps {
  readonly theme: string;
}

/** Colour and pattern of a theme as they are in the picture; says nothing that the words beside it do not say. */
export function ClaimMark({ theme }: ClaimMarkProps) {
  const { color, pattern } = claimStyle(theme);
  const d = patternPaths[pattern];
  return (
    <svg className="tw-claims__mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <rect width="16" height="16" fill={color} />
      {[0, 8].flatMap((x) =>
        [0, 8].map((y) => (
          <path key={`${x} ${y}`} d={d} transform={`translate(${x} ${y})`} className="tw-claims__lines" />
        )),
      )}
    </svg>
  );
}

const signs: Readonly<Record<ConflictKind | 'none', string>> = {
  excludes: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.500 6a2.500 2.500 0 1 1 3.700 2.200c-.8.5-1.200 1-1.200 1.800M8 12.600v.1',
  combinable: 'M3.500 8.500 6.500 11.500 12.500 5',
  none: 'M4 8h8',
};

/** A sign for whether two claims go together; the words are beside it. */
export function ConflictMark({ kind }: { readonly kind: keyof typeof signs }) {
  return (
    <svg className="tw-claims__kind" data-kind={kind} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={signs[kind]} />
    </svg>
  );
}

const verdicts: Readonly<Record<CheckResult, keyof typeof signs>> = {
  fails: 'excludes',
  unknown: 'unknown',
  meets: 'combinable',
  'not-checked': 'none',
};

/** A sign for a verdict; the words are beside it. */
export function CheckMark({ result }: { readonly result: CheckResult }) {
  return <ConflictMark kind={verdicts[result]} />;
}

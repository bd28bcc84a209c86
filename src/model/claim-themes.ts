/** How claims look by theme, in picture, table and legend: a colour, and a pattern for who does not see the colour. */
import { type ClaimTheme, claimThemes } from './claim.ts';

/** In the order in which the shader numbers them (`scene/claim-shader.ts`), from 0. */
export const claimPatterns = [
  'none',
  'rising',
  'falling',
  'crossed',
  'level',
  'upright',
  'grid',
  'dots',
  'rings',
  'plusses',
  'waves',
  'zigzag',
] as const;
export type ClaimPattern = (typeof claimPatterns)[number];

export interface ClaimStyle {
  /** CSS, six digits. */
  readonly color: string;
  readonly pattern: ClaimPattern;
}

/** Close to the colours of Dutch plan maps (SVBP2012), darker where those vanish on a pale map. */
const styles: Readonly<Record<ClaimTheme, ClaimStyle>> = {
  housing: { color: '#d99a00', pattern: 'rising' },
  business: { color: '#8a4fb5', pattern: 'grid' },
  green: { color: '#3c9a3f', pattern: 'dots' },
  water: { color: '#1f78c8', pattern: 'waves' },
  energy: { color: '#e0560f', pattern: 'zigzag' },
  mobility: { color: '#55606e', pattern: 'level' },
  underground: { color: '#7d4e24', pattern: 'crossed' },
  safety: { color: '#c2185b', pattern: 'falling' },
  noise: { color: '#00868b', pattern: 'rings' },
  heritage: { color: '#a8553a', pattern: 'upright' },
  amenity: { color: '#d8649b', pattern: 'plusses' },
};

/** Of a theme that this version does not know. */
const unknownStyle: ClaimStyle = { color: '#6f6f6f', pattern: 'none' };

const isKnownTheme = (theme: string): theme is ClaimTheme => (claimThemes as readonly string[]).includes(theme);

export const claimStyle = (theme: string): ClaimStyle => (isKnownTheme(theme) ? styles[theme] : unknownStyle);

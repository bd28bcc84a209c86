/** Streets: a centre line, a name and a class; the class gives the cross-section. */
import type { Path } from './point.ts';

export type Band = 'carriageway' | 'parking' | 'cycleway' | 'footway' | 'verge';

export type StreetClass =
  | 'ring'
  | 'avenue'
  | 'street'
  | 'home'
  | 'lane'
  | 'alley'
  | 'quay'
  | 'country'
  | 'dike'
  | 'works'
  | 'cyclepath'
  | 'path';

export interface Street {
  readonly name: string;
  readonly class: StreetClass;
  readonly line: Path;
  readonly district: string;
  /** m NAP of the road at distances along the line, where it does not lie on the ground: ramps, embankments. */
  readonly levels?: readonly (readonly [along: number, level: number])[];
}

/** Bands from the middle outward: each ends at this distance from the centre line, metres, on both sides. */
export const crossSections: Record<StreetClass, readonly (readonly [Band, number])[]> = {
  ring: [
    ['carriageway', 3.3],
    ['verge', 6.3],
    ['cycleway', 8.8],
    ['verge', 11.5],
  ],
  avenue: [
    ['carriageway', 3],
    ['verge', 4.8],
    ['cycleway', 6.8],
    ['footway', 9],
  ],
  street: [
    ['carriageway', 2.6],
    ['parking', 4.6],
    ['footway', 6.6],
  ],
  home: [
    ['carriageway', 2.4],
    ['footway', 4.3],
  ],
  lane: [
    ['carriageway', 2.2],
    ['footway', 4.2],
  ],
  alley: [['footway', 2.2]],
  quay: [
    ['carriageway', 2.1],
    ['footway', 6],
  ],
  country: [
    ['carriageway', 2.6],
    ['verge', 6],
  ],
  dike: [
    ['carriageway', 2.8],
    ['verge', 4.2],
  ],
  works: [
    ['carriageway', 3.5],
    ['verge', 5],
    ['footway', 6.8],
  ],
  cyclepath: [['cycleway', 1.6]],
  path: [['footway', 1.2]],
};

export const halfWidth = (street: Street): number => crossSections[street.class].at(-1)?.[1] ?? 0;

export const carriageHalfWidth = (street: Street): number => crossSections[street.class][0]?.[1] ?? 0;

/** Streets that carry motor traffic. */
export const isDriven = (street: Street): boolean => crossSections[street.class][0]?.[0] === 'carriageway';

export const streetKinds: Record<StreetClass, 'hoofdweg' | 'straat' | 'fietspad' | 'voetpad'> = {
  ring: 'hoofdweg',
  avenue: 'hoofdweg',
  street: 'straat',
  home: 'straat',
  lane: 'straat',
  alley: 'voetpad',
  quay: 'straat',
  country: 'hoofdweg',
  dike: 'hoofdweg',
  works: 'straat',
  cyclepath: 'fietspad',
  path: 'voetpad',
};

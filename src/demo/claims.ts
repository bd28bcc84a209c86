/** Spatial claims of Markerwaard: cables and pipes, zones, and wishes, about four hundred, of which some tens exclude each other. */
import type { Claim } from '../model/claim.ts';
import { boxOf, doBoxesMeet, without } from './area.ts';
import { band, type ClaimSketch, type KeepClear, toClaims } from './claim-sketch.ts';
import { drawNetworks } from './claims-networks.ts';
import { drawWishes } from './claims-wishes.ts';
import { drawZones } from './claims-zones.ts';
import { type Path, type Point, points } from './point.ts';
import type { Street } from './street.ts';

export interface DemoClaims {
  readonly cables: readonly Claim[];
  readonly zones: readonly Claim[];
  readonly wishes: readonly Claim[];
}

/** Pipes that follow no street. m NAP. */
const crossings: readonly (readonly [group: string, name: string, line: Path, bottom?: number, top?: number])[] = [
  ['RIO', 'Riool Grote Markt', points('1340,1730 1390,1742 1428,1738'), -5.1, -4.3],
  ['WAT', 'Waterleiding Grote Markt', points('1342,1752 1395,1762 1426,1750'), -4.1, -3.9],
  ['LSP', 'Laagspanningskabel Grote Markt', points('1342,1765 1395,1774 1426,1760'), -3.5, -3.3],
  ['RIO', 'Persleiding Stationsplein', points('1228,590 1320,592 1444,588'), -6.2, -5.6],
  ['RIO', 'Persleiding Spoorzone', points('1455,600 1500,560 1520,470'), -7, -6.2],
  // Of the old works nobody knows how deep it lies.
  ['RIO', 'Oud riool zuivelfabriek', points('1700,965 1712,1030 1735,1090')],
  ['MSP', 'Middenspanningskabel zuivelfabriek', points('1830,1010 1760,1020 1700,1080'), -4.8, -4.6],
];
const holders: Readonly<Record<string, string>> = {
  RIO: 'Gemeente Markerwaard, riolering',
  WAT: 'Drinkwaterbedrijf',
  LSP: 'Netbeheerder elektriciteit',
  MSP: 'Netbeheerder elektriciteit',
};

const drawCrossings = (): ClaimSketch[] =>
  crossings.map(([group, name, line, bottom, top]) => ({
    group,
    name,
    theme: 'underground',
    hardness: 'hard',
    line,
    diameterM: 0.3,
    bufferM: 0.5,
    heights: bottom === undefined || top === undefined ? ['nap'] : ['nap', bottom, top],
    basis: ['leggerzone', 'Leidingenverordening (verzonnen), artikel 4'],
    holder: holders[group] as string,
    status: 'in gebruik',
    accuracyM: 0.2,
    priority: 2,
  }));

/** Metres kept clear around pipes by what is planned around them. */
const ROOM = 0.9;

/** `groundAt`: m NAP. The same town gives the same claims. */
export function drawClaims(streets: readonly Street[], groundAt: (p: Point) => number): DemoClaims {
  const pipes = [...drawNetworks(streets, groundAt), ...drawCrossings()];
  const strips = pipes.map(({ name, line = [], diameterM = 0 }) => {
    const area = band(line, diameterM / 2 + ROOM, 'round');
    return { name, area, box: boxOf(area) };
  });
  const keepClear: KeepClear = (area, ownStreet) => {
    const box = boxOf(area);
    const near = strips.filter((pipe) => doBoxesMeet(pipe.box, box) && !(ownStreet && pipe.name.endsWith(ownStreet)));
    return without(
      area,
      near.flatMap((pipe) => pipe.area),
    );
  };
  return {
    cables: toClaims(pipes),
    zones: toClaims(drawZones(streets, keepClear)),
    wishes: toClaims(drawWishes(streets, keepClear)),
  };
}

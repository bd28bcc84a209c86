/** What the forms of an event share: their size, colours of canvas, timber and steel, and how deep they stand. */
import { type Tint, tintOf } from './crowd-solid.ts';

export interface FormSize {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 1, for what differs from one to the next. */
  readonly luck: number;
}

export const formColors = {
  cabin: tintOf('#3f7f8f'),
  cabinDoor: tintOf('#6ba3ae'),
  paper: tintOf('#f1efe8'),
  white: tintOf('#fbfaf6'),
  steel: tintOf('#aeb4b6'),
  dark: tintOf('#33383c'),
  deck: tintOf('#6e5f50'),
  cloth: tintOf('#2b2f36'),
  wood: tintOf('#a67c52'),
  woodDark: tintOf('#6f5138'),
  concrete: tintOf('#b9b5ab'),
  green: tintOf('#1f7a4a'),
  leaf: tintOf('#5c8a45'),
  soil: tintOf('#4a3b2c'),
  red: tintOf('#b9352f'),
  yellow: tintOf('#e2b53c'),
  own: tintOf('#c9bfa9'),
  ownTop: tintOf('#dcd4c2'),
  blue: tintOf('#2d5f93'),
  canopy: tintOf('#d9d4c8'),
};
export const canvases = ['#b5483f', '#3b7a70', '#d0913a', '#4c6a9a', '#8a5378'].map(tintOf);
export const containers = ['#4f7a72', '#7d6a55', '#5a6f86'].map(tintOf);

/** By luck, 0 to 1. */
export const pickTint = (tints: readonly Tint[], luck: number): Tint =>
  tints[Math.min(Math.floor(luck * tints.length), tints.length - 1)] as Tint;

/** Under the ground, so that nothing gapes where it slopes. */
export const FOOT = -0.25;

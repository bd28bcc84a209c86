/** The view from a window: what it is asked for, what comes back, and how high an eye is on a floor. */
import type { PlanModel } from './plan-model.ts';

/** What a piece of the picture shows. A share is a part, 0 to 1, of the picture's area. */
export const outlookClasses = ['sky', 'ground', 'existing', 'new'] as const;
export type OutlookClass = (typeof outlookClasses)[number];
export type Shares = Readonly<Record<OutlookClass, number>>;

/** The picture of a 50 mm lens on 36 × 24 mm film, level: half its width and height at unit distance. */
export const LENS = { halfWidth: 18 / 50, halfHeight: 12 / 50 };
/** 2 atan(18 / 50) = 39.6°. */
export const HORIZONTAL_FIELD_DEGREES = (2 * Math.atan(LENS.halfWidth) * 180) / Math.PI;

/** That can be asked for; 0 is the ground floor. */
export const HIGHEST_FLOOR = 40;
/** Metres from floor to floor, and from a floor to the eye of someone who stands. */
const STOREY = 2.8;
const EYE_ABOVE_FLOOR = 1.5;
/** Metres that the eye may be higher or lower: floors and people differ. */
export const EYE_TOLERANCE = 0.5;

/** Metres above the ground at the house; floor 0 is the ground floor. */
export const eyeAboveGround = (floor: number) => floor * STOREY + EYE_ABOVE_FLOOR;

/** Whose window, as the tool for it last had it: what a link says of the view from a house. */
export interface HouseWindow {
  /** Of the address, RD New metres. */
  readonly x: number;
  readonly y: number;
  /** House number with what follows it: many addresses may have one place. */
  readonly number: string;
  /** 0 is the ground floor. */
  readonly floor: number;
}

/** RD New, metres NAP, clockwise from north; pitch 0. */
export interface OutlookEye {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly headingDegrees: number;
}

/** What was counted, to look at. */
export interface OutlookPicture {
  readonly width: number;
  readonly height: number;
  /** `width * height`, index `row * width + column`, row 0 highest, column 0 left: a row of `outlookClasses`, plus `OUTLINE` where something nearer begins. */
  readonly samples: Uint8Array;
}
export const OUTLINE = 16;

/** A share of the picture with its lowest and highest. */
export interface ShareRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Of one picture: today's, or that of a variant. */
export interface OutlookFigure {
  readonly shares: Shares;
  /** Lowest and highest over the eye's tolerance, widened by half a sample along every outline. */
  readonly low: Shares;
  readonly high: Shares;
  /** The same parts of what the eye sees in all, as solid angle: the edge of a flat picture is drawn larger than it looks. */
  readonly solidAngle: Shares;
  /** Sky of today less that of this picture, as share of the picture; negative where a view opens. */
  readonly skyLost: ShareRange;
  /** What the new buildings stand before, by what is seen there today: together `shares.new`. */
  readonly hides: Shares;
  /** Half a sample along the outlines: the most that `shares` can be off by sampling. */
  readonly sampling: Shares;
  readonly picture: OutlookPicture;
}

interface OutlookHouse {
  /** The address, RD New. */
  readonly x: number;
  readonly y: number;
  /** Id of its building, which the eye looks out of; undefined where unknown. */
  readonly building: string | undefined;
  /** Metres NAP; undefined where unknown: then read from the heights. */
  readonly ground: number | undefined;
}

export interface OutlookRequest {
  readonly house: OutlookHouse;
  readonly floor: number;
  /** What the eye turns to: the middle of the plan. */
  readonly target: { readonly x: number; readonly y: number };
  /** Metres: buildings within it count. */
  readonly reach: number;
  /** Addresses of tilesets, whole. */
  readonly tilesets: readonly { readonly url: string; readonly isNap: boolean }[];
  /** Address of heights in RD and NAP, whole; undefined: ground is level. */
  readonly heights: string | undefined;
  /** `base`: what the addresses of its placed models are relative to. */
  readonly variants: readonly { readonly id: string; readonly model: PlanModel; readonly base: string }[];
}

/** `straight`: where the line to the plan leaves the house; `facade`: the outer wall that faces it most; `point`: no building known. */
export type WindowPlace = 'straight' | 'facade' | 'point';

export interface OutlookResult {
  readonly eye: OutlookEye;
  /** Metres NAP that the eye's height was counted from. */
  readonly ground: number;
  readonly window: WindowPlace;
  readonly today: OutlookFigure;
  /** Those that could be read. `isHouseGone`: it makes way, or new building stands where its window is. */
  readonly variants: readonly { readonly id: string; readonly figure: OutlookFigure; readonly isHouseGone: boolean }[];
  /** What it was computed from. */
  readonly reach: number;
  readonly buildings: number;
  readonly triangles: number;
  readonly samples: readonly [number, number];
  /** Over every triangle and the eye: equal for equal input. */
  readonly hash: string;
}

/** Why there is no view to compute; the interface says it in words. */
export type OutlookFailure = 'no-window' | 'no-buildings';

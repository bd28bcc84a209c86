/** What rules are held against: a plan and what stands around it, the same whether it comes from files, a variant or a drawing. */
import type { Claim, ClaimHeights } from './claim.ts';
import type { Localised } from './municipality.ts';
import type { groundSurfaces } from './plan-model.ts';

/** Rings of flat x, y pairs in RD New metres, outer first, not closed. */
export type CheckPolygon = readonly (readonly number[])[];

/** A building of the plan, or a claim looked at as if it were one. */
export interface CheckPart {
  readonly id: string;
  readonly name?: string;
  readonly use?: string;
  readonly phase?: string;
  /** ISO 8601 day from which it stands; claims that have ended by then do not count. Absent: all count. */
  readonly from?: string;
  readonly polygons: readonly CheckPolygon[];
  /** m NAP; absent: not known. */
  readonly lowerNap?: number;
  readonly upperNap?: number;
  readonly eavesNap?: number;
  /** m above the plan's zero, also where that is not known in NAP. */
  readonly upperPeil?: number;
  readonly eavesPeil?: number;
  /** Standard error of its heights beside that of the drawing, m. */
  readonly heightErrorM: number;
  readonly dwellings?: number;
  /** Of floors with other uses than homes. */
  readonly floorM2?: number;
}

export interface CheckGround {
  readonly surface: (typeof groundSurfaces)[number];
  readonly areaM2: number;
  /** Together the piece; they touch and do not overlap. */
  readonly polygons: readonly CheckPolygon[];
}

export interface CheckTree {
  readonly x: number;
  readonly y: number;
  /** m across. */
  readonly crown: number;
}

/** What the plan's makers say of it, which its geometry does not tell. */
export interface PlanFigures {
  readonly parkingPlaces?: number;
  /** m³ of rain that it holds beside its open water. */
  readonly waterStorageM3?: number;
  /** m² of its area that is paved or built on today. */
  readonly pavedTodayM2?: number;
}

export interface CheckPlan {
  readonly id: string;
  readonly name?: string | Localised;
  /** m that its lines may be off. */
  readonly precisionM: number;
  /** Its outline; absent: not known. */
  readonly area?: readonly number[];
  readonly parts: readonly CheckPart[];
  /** Absent: not drawn, which is not the same as without. */
  readonly ground?: readonly CheckGround[];
  /** That it plants; absent: not known. */
  readonly trees?: readonly CheckTree[];
  readonly figures: PlanFigures;
  /** Names of buildings of which no outline is known, such as placed glTF models: of them nothing is said. */
  readonly leftOut: readonly string[];
}

export interface CheckInput {
  /** Absent: only claims are held against rules. */
  readonly plan?: CheckPlan;
  readonly claims: readonly Claim[];
  /** As {@link claims}. */
  readonly heights: readonly ClaimHeights[];
  /** Today's trees that stay, as far as rules look; absent: no source. */
  readonly trees?: readonly CheckTree[];
}

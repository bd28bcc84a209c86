/** Claims in the picture: volumes and tubes at their height, overlaps over them, and the ground open where one looks under it. */
import { PerspectiveFrustum, type Scene } from 'cesium';
import type { Claim, ClaimConflict } from '../model/claim.ts';
import type { ClaimChoice } from '../model/claim-choice.ts';
import { claimStates, PAINT_BYTES, paintClaims, paintConflicts } from '../model/claim-paint.ts';
import { boxOf } from '../model/claim-place.ts';
import { type ClaimShape, conflictId, listClaimShapes, listConflictShapes } from '../model/claim-shape.ts';
import type { ClaimTown } from '../model/claim-town.ts';
import type { LayerView } from '../store/twin.ts';
import { createGroundReader } from './claim-ground.ts';
import type { ClaimOrigin } from './claim-mesh.ts';
import { type ClaimSheetScene, createClaimSheet, type GroundWindow } from './claim-sheet.ts';
import { createClaimWindow } from './claim-window.ts';
import { type Looking, placeWindow } from './claim-window-place.ts';
import { cartesianToRd } from './frames.ts';
import { readOrbit } from './orbit.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

interface ClaimsView {
  readonly layer: LayerView;
  readonly town: ClaimTown | undefined;
  /** Of conflicts with claims that are drawn otherwise: buildings of a plan. */
  readonly others?: readonly Claim[] | undefined;
  /** Of the whole town. */
  readonly conflicts: readonly ClaimConflict[];
  readonly choice: ClaimChoice;
  /** Id of a claim, or of a conflict (`conflictId`). */
  readonly hovered: string | undefined;
  /** Ids of what lies at the place where one asked; undefined: nobody asked. */
  readonly here: readonly string[] | undefined;
}

/** Our terrain is drawn this many times better than CesiumJS is told (`pipeline/terrain/tiling.ts`). */
const BETTER = 12;
const NO_CONFLICTS: readonly ClaimConflict[] = [];

/** Metres a CSS pixel at one metre, and metres of height a metre of distance by which terrain may be drawn wrong. */
function measureView({ camera, canvas, drawingBufferHeight, globe }: Scene): { pixel: number; lift: number } {
  const { frustum } = camera;
  const fov = frustum instanceof PerspectiveFrustum ? (frustum.fovy ?? 1) : 1;
  const high = 2 * Math.tan(fov / 2);
  return {
    pixel: high / Math.max(canvas.clientHeight, 1),
    lift: (globe.maximumScreenSpaceError * high) / Math.max(drawingBufferHeight, 1) / BETTER,
  };
}

export interface Claims extends SceneLayer<ClaimsView> {
  /** What is drawn now, for the pointer; undefined: nothing. */
  read():
    | {
        /** As the town's claims, with their paint. */
        readonly shapes: readonly ClaimShape[];
        readonly paint: Uint8Array;
        readonly planes: readonly [lowNap: number, highNap: number];
        readonly window: GroundWindow | undefined;
        /** Metres a CSS pixel at one metre. */
        readonly pixel: number;
      }
    | undefined;
}

export function createClaims(scene: Scene, onError: OnError): Claims {
  const all = createClaimSheet(scene as ClaimSheetScene, onError);
  const overlaps = createClaimSheet(scene as ClaimSheetScene, onError);
  const window = createClaimWindow(scene);
  let view: ClaimsView | undefined;
  let town: ClaimTown | undefined;
  let conflicts = NO_CONFLICTS;
  let shapes: readonly ClaimShape[] = [];
  let conflictShapes: readonly ClaimShape[] = [];
  let paint: Uint8Array = new Uint8Array(0);
  let looking: Looking | undefined;
  let origin: ClaimOrigin = [0, 0];
  let open: GroundWindow | undefined;

  function takeTown(next: ClaimTown | undefined) {
    town = next;
    shapes = next ? listClaimShapes(next) : [];
    const [west, south, east, north] = boxOf(shapes.map(({ box }) => box));
    origin = shapes.length > 0 ? [Math.round((west + east) / 2), Math.round((south + north) / 2)] : [0, 0];
    all.show(shapes, origin);
    conflicts = NO_CONFLICTS;
  }

  function paintAll({ choice, hovered, here, others = [] }: ClaimsView) {
    if (!town) return;
    const places = here && new Set(here);
    paint = paintClaims(town, shapes, choice, { hovered, here: places });
    all.paint(paint);
    const rows = new Map([...town.claims, ...others].map((claim) => [claim.id, claim]));
    const claimOf = (id: string) => rows.get(id);
    overlaps.paint(paintConflicts(conflicts, conflictShapes, choice, hovered, claimOf));
    const selected = new Set<string>(choice.selected);
    const name = choice.selected?.length === 2 ? choice.selected : undefined;
    const conflict = name && conflictShapes.find(({ id }) => id === conflictId({ a: name[0], b: name[1] }));
    looking = {
      choice,
      shown: shapes.filter((_, row) => paint[row * PAINT_BYTES] !== claimStates.hidden),
      selected: conflict ? [conflict] : shapes.filter(({ id }) => selected.has(id)),
      here: places ? shapes.filter(({ id }) => places.has(id)) : [],
    };
  }

  function eachFrame() {
    if (!view?.layer.visible || !looking) return;
    const seen = looking;
    const { pixel, lift } = measureView(scene);
    open = placeWindow(
      seen,
      () => {
        const { pivot, range } = readOrbit(scene);
        const middle = cartesianToRd(pivot);
        return middle && { ...middle, range };
      },
      readGround,
    );
    window.update(open);
    for (const sheet of [all, overlaps]) sheet.frame(pixel, lift, open);
  }
  const readGround = createGroundReader(scene.globe);
  const stop = scene.preUpdate.addEventListener(eachFrame);

  return {
    update(next) {
      const before = view;
      view = next;
      const { layer, choice } = next;
      const isShown = layer.visible;
      all.setShown(isShown);
      overlaps.setShown(isShown);
      if (!isShown) {
        open = undefined;
        window.update(undefined);
        return;
      }
      if (next.town !== town) takeTown(next.town);
      if (next.conflicts !== conflicts) {
        conflicts = next.conflicts;
        conflictShapes = listConflictShapes(conflicts, shapes);
        overlaps.show(conflictShapes, origin);
      }
      const isSame =
        before?.layer.visible &&
        before.town === next.town &&
        before.conflicts === next.conflicts &&
        before.others === next.others &&
        before.choice === choice &&
        before.hovered === next.hovered &&
        before.here === next.here;
      if (!isSame) paintAll(next);
      const look = { ...choice, opacity: layer.opacity };
      all.look(look);
      overlaps.look(look);
    },
    read: () =>
      view?.layer.visible
        ? {
            shapes,
            paint,
            planes: [view.choice.lowNap, view.choice.highNap],
            window: open,
            pixel: measureView(scene).pixel,
          }
        : undefined,
    destroy() {
      stop();
      all.destroy();
      overlaps.destroy();
      window.destroy();
    },
  };
}

/** Claims in the picture, tied to their own store: what is known, what overlaps, and where one asked. */
import type { Scene } from 'cesium';
import type { ClaimConflict } from '../model/claim.ts';
import type { ClaimChoice } from '../model/claim-choice.ts';
import { listClaimsAt } from '../model/claim-place.ts';
import type { ClaimTown } from '../model/claim-town.ts';
import { claims } from '../store/claims.ts';
import type { Language, LayerView } from '../store/twin.ts';
import { createClaimPointer } from './claim-pointer.ts';
import { createClaims } from './claims.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface ClaimOverlayView {
  readonly layer: LayerView;
  readonly choice: ClaimChoice;
  readonly language: Language;
}

const noConflicts: readonly ClaimConflict[] = [];

export function tieClaims(scene: Scene, onError: OnError): SceneLayer<ClaimOverlayView> {
  const layer = createClaims(scene, onError);
  let hovered: string | undefined;
  const pointer = createClaimPointer(scene, layer, (id) => {
    hovered = id;
    apply();
  });
  let view: ClaimOverlayView | undefined;
  /** The same list while it is the same place in the same town. */
  let asked: { readonly town: ClaimTown; readonly place: ClaimChoice['place']; readonly ids: string[] } | undefined;

  function listHere(town: ClaimTown | undefined, { place }: ClaimChoice): readonly string[] | undefined {
    if (!town || !place) return undefined;
    if (asked?.town !== town || asked.place !== place) {
      const rows = listClaimsAt(town.claims, place);
      asked = { town, place, ids: rows.map((row) => town.claims[row]?.id ?? '') };
    }
    return asked.ids;
  }

  function apply() {
    if (!view) return;
    const { town: loaded, answer, plan } = claims.getState();
    const town = loaded.status === 'ready' ? loaded.value : undefined;
    layer.update({
      layer: view.layer,
      town,
      others: plan?.claims,
      conflicts: answer.status === 'ready' ? answer.value.conflicts : noConflicts,
      choice: view.choice,
      hovered,
      here: listHere(town, view.choice),
    });
    pointer.update();
  }

  const untie = claims.subscribe((now, before) => {
    if (now.town !== before.town || now.answer !== before.answer || now.corners !== before.corners) apply();
  });
  return {
    update(next) {
      view = next;
      apply();
    },
    destroy() {
      untie();
      pointer.destroy();
      layer.destroy();
    },
  };
}

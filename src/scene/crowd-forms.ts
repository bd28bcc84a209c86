/**
 * What stands on an event as simple forms of its true size, on the ground around its middle. Its front (door, counter, audience) looks
 * across, to the right of its length.
 */
import type { EventFence, EventObject, EventObjectKind } from '../model/event-plan.ts';
import type { FormSize } from './crowd-form-colors.ts';
import { addBar, addFirstAid, addStage, addStall } from './crowd-form-shelters.ts';
import {
  addBarrier,
  addBlock,
  addCabin,
  addClosure,
  addContainer,
  addFence,
  addOwn,
  addTree,
} from './crowd-form-street.ts';
import { createSolid, type Solid, type SolidLists } from './crowd-solid.ts';

type FormKind = EventObjectKind | EventFence['kind'];

const forms: Record<FormKind, (solid: Solid, size: FormSize) => void> = {
  'toilet-cabin': (solid, size) => addCabin(solid, size, false),
  'accessible-toilet': (solid, size) => addCabin(solid, size, true),
  container: addContainer,
  stage: addStage,
  bar: addBar,
  stall: addStall,
  'first-aid': addFirstAid,
  tree: addTree,
  barrier: addBarrier,
  block: addBlock,
  own: addOwn,
  fence: addFence,
  closure: addClosure,
};

export interface FormOf extends Pick<EventObject, 'id' | 'length' | 'width' | 'height'> {
  readonly kind: FormKind;
}

/** 0 to 1, the same for the same text. */
function luckOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return ((hash >>> 8) & 0xffff) / 0x10000;
}

export function buildForm({ id, kind, length, width, height }: FormOf): SolidLists {
  const solid = createSolid();
  forms[kind](solid, { length, width, height, luck: luckOf(id) });
  return solid;
}

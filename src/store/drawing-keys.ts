/** What keys do to the selected volume, in the panel and in the picture alike. */
import { deleteSelected, moveSelected, turnSelected } from './drawing.ts';

/** Metres that an arrow key moves, alone and with Shift. */
const KEY_MOVE = { near: 0.5, far: 5 };
/** Degrees that a bracket turns. */
const KEY_TURN = 5;

const directions: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** By `KeyboardEvent.key`. True when it meant something. Arrows are compass directions: up is north. */
export function actOnSelected(key: string, isShifted: boolean): boolean {
  const direction = directions[key];
  if (direction) {
    const metres = isShifted ? KEY_MOVE.far : KEY_MOVE.near;
    moveSelected(direction[0] * metres, direction[1] * metres);
  } else if (key === '[' || key === '{') turnSelected(-KEY_TURN);
  else if (key === ']' || key === '}') turnSelected(KEY_TURN);
  else if (key === 'Delete') deleteSelected();
  else return false;
  return true;
}

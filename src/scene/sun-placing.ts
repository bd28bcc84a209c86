/** A click, or Enter for the middle of the picture, chooses where sun is asked for; Escape ends it. The camera keeps its own. */
import { Cartesian2, type Scene } from 'cesium';
import { middleOfView } from '../store/middle-of-view.ts';
import { chooseSpot } from '../store/sunlight.ts';
import { twin } from '../store/twin.ts';
import { cartesianToRd } from './frames.ts';
import { pickGround } from './orbit.ts';

/** CSS pixels that a click may slip. */
const SLIP = 6;

/** Until the returned function is called. */
export function placeSun(scene: Scene): () => void {
  const { canvas } = scene;
  let pressed: { readonly x: number; readonly y: number } | undefined;
  const isPlacing = () => twin.getState().placesSun;

  function onDown(event: PointerEvent) {
    pressed = isPlacing() && event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : undefined;
  }
  function onUp(event: PointerEvent) {
    const start = pressed;
    pressed = undefined;
    if (!start || !isPlacing() || Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLIP) return;
    const box = canvas.getBoundingClientRect();
    const ground = pickGround(scene, new Cartesian2(event.clientX - box.left, event.clientY - box.top));
    const place = ground && cartesianToRd(ground);
    // After the picking of buildings has seen that this click is not its own.
    if (place) setTimeout(() => chooseSpot(place.x, place.y));
  }
  function onKey(event: KeyboardEvent) {
    if (!isPlacing() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Escape') twin.setState({ placesSun: false });
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      const middle = middleOfView();
      if (middle) chooseSpot(...middle);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  canvas.addEventListener('pointerdown', onDown, { capture: true });
  canvas.addEventListener('pointerup', onUp, { capture: true });
  canvas.addEventListener('keydown', onKey, { capture: true });
  return () => {
    canvas.removeEventListener('pointerdown', onDown, { capture: true });
    canvas.removeEventListener('pointerup', onUp, { capture: true });
    canvas.removeEventListener('keydown', onKey, { capture: true });
  };
}

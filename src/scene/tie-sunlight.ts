/** Sun hours in the picture, tied to their own store: the map, the path of the sun over the place, and clicks that choose one. */
import type { Scene } from 'cesium';
import { hourClasses, lossClasses } from '../model/sun-classes.ts';
import type { SunDay } from '../model/sunlight.ts';
import { chosenPlace, sunDate, sunlight } from '../store/sunlight.ts';
import { type LayerView, type TwinState, twin } from '../store/twin.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';
import { createSunHours, type SunHours } from './sun-hours.ts';
import { createSunPath } from './sun-path.ts';
import { placeSun } from './sun-placing.ts';

/** What the twin says; the sun itself comes from its own store. */
export interface SunlightOverlayView extends Pick<TwinState, 'sunlight' | 'moment' | 'language'> {
  readonly layer: LayerView;
  /** A variant or a drawing is in the picture. */
  readonly isPlanShown: boolean;
}

export interface TiedSunlight extends SceneLayer<SunlightOverlayView>, Pick<SunHours, 'setToday'> {}

/** Days whose path is drawn beside the chosen one: the highest, the middle and the lowest. */
const arcDays = ['12-21', '03-21', '06-21'];

export function tieSunlight(scene: Scene, onError: OnError): TiedSunlight {
  const hours = createSunHours(scene, onError);
  const path = createSunPath(scene);
  const stopPlacing = placeSun(scene);
  let view: SunlightOverlayView | undefined;
  /** The same list while it is the same place: the path looks at identity. */
  let known:
    | { readonly from: unknown; readonly chosen: string; readonly days: ReturnType<typeof listDays> }
    | undefined;

  function listDays(): readonly SunDay[] {
    if (!view) return [];
    const place = chosenPlace(sunlight.getState(), view.sunlight);
    const planned = place?.plan === 'gone' ? undefined : place?.plan;
    const chosen = sunDate(view.sunlight);
    const all = (view.isPlanShown ? planned : undefined) ?? place?.today;
    if (known && known.from === all && known.chosen === chosen) return known.days;
    const days = all?.days.filter(({ date }) => date === chosen || arcDays.includes(date.slice(5))) ?? [];
    known = { from: all, chosen, days };
    return days;
  }

  function apply() {
    if (!view) return;
    const { layer, sunlight: choice, moment, language, isPlanShown } = view;
    const { map } = sunlight.getState();
    const isMapped = layer.visible && choice.map !== 'off';
    const isLost = choice.map === 'lost';
    const shown = isLost ? map?.lost : isPlanShown ? (map?.plan ?? map?.today) : map?.today;
    hours.update({
      cells: isMapped ? shown : undefined,
      today: isMapped && !isLost && isPlanShown && map?.plan ? map.today : undefined,
      classes: isLost ? lossClasses : hourClasses,
      opacity: layer.opacity,
    });
    const place = layer.visible ? chosenPlace(sunlight.getState(), choice) : undefined;
    path.update({ point: place?.point, days: listDays(), chosen: sunDate(choice), moment, language });
  }

  const untie = sunlight.subscribe(apply);
  return {
    update(next) {
      view = next;
      apply();
    },
    setToday: hours.setToday,
    destroy() {
      untie();
      stopPlacing();
      hours.destroy();
      path.destroy();
      if (twin.getState().placesSun) twin.setState({ placesSun: false });
    },
  };
}

/**
 * Sunrise and sunset: when the upper edge of the sun stands on a flat horizon at sea level, which is when its middle is 0.833°
 * below the true one (16′ of half disc, 34′ of refraction). Within a minute; buildings, trees and hills are not in it.
 */
import { momentToDate } from './local-time.ts';
import { locateSun } from './sun.ts';

const HORIZON_DEGREES = -0.833;
/** Closer than a second. */
const HALVINGS = 13;

export interface SunTimes {
  /** Minutes after midnight of the clock on the wall in Amsterdam, with decimals. */
  readonly rise: number;
  /** When it stands right in the south (of the northern half of the earth), and highest. */
  readonly south: number;
  readonly set: number;
}

/** Of a day (ISO 8601) at a place in degrees; undefined where the sun does not both rise and set that day. */
export function sunTimes(date: string, place: { readonly lon: number; readonly lat: number }): SunTimes | undefined {
  const heightAt = (minutes: number) =>
    locateSun(momentToDate({ date, minutes }), place).elevationDegrees - HORIZON_DEGREES;

  /** Between two times of which it is up at one only. */
  function findCrossing(from: number, until: number): number {
    let [low, high] = [from, until];
    const isUpAtLow = heightAt(low) > 0;
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (heightAt(middle) > 0 === isUpAtLow) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  function findSouth(from: number, until: number): number {
    let [low, high] = [from, until];
    for (let i = 0; i < 2 * HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (locateSun(momentToDate({ date, minutes: middle }), place).azimuthDegrees < 180) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  const times: Partial<Record<'rise' | 'set', number>> = {};
  for (let hour = 0; hour < 24; hour++) {
    const [from, until] = [hour * 60, hour * 60 + 60];
    const [wasUp, isUp] = [heightAt(from) > 0, heightAt(until) > 0];
    if (wasUp !== isUp) times[isUp ? 'rise' : 'set'] = findCrossing(from, until);
  }
  const { rise, set } = times;
  if (rise === undefined || set === undefined) return undefined;
  return { rise, south: findSouth(rise, set), set };
}

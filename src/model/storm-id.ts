/** Names of storms that a visitor makes up, short enough for a link: `85mm-60min`. */
import type { Storm } from './storm.ts';

export const ownStorm = (millimetres: number, minutes: number): Storm => ({
  id: `${millimetres}mm-${minutes}min`,
  millimetres,
  minutes,
  shape: 'block',
});

/** Undefined for other names, and for amounts that no cloud and no model can bear. */
export function parseOwnStorm(id: string | undefined): Storm | undefined {
  const match = /^(\d{1,4})mm-(\d{1,4})min$/.exec(id ?? '');
  const [millimetres, minutes] = [Number(match?.[1]), Number(match?.[2])];
  return match && millimetres >= 1 && millimetres <= 1000 && minutes >= 5 && minutes <= 1440
    ? ownStorm(millimetres, minutes)
    : undefined;
}

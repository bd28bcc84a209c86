import { expect, it } from 'vitest';
import { customaryStorms } from '../../src/model/storm.ts';
import { ownStorm, parseOwnStorm } from '../../src/model/storm-id.ts';

it('a storm of one’s own comes back by its name, and no other name is taken for one', () => {
  for (const [millimetres, minutes] of [
    [5, 10],
    [85, 60],
    [250, 720],
  ] as const)
    expect(parseOwnStorm(ownStorm(millimetres, minutes).id)).toEqual(ownStorm(millimetres, minutes));
  for (const { id } of customaryStorms) expect(parseOwnStorm(id)).toBeUndefined();
  for (const id of [undefined, '', 'mm-min', '0mm-60min', '10000mm-60min', '70mm-1min', '70mm-99999min', '7e1mm-60min'])
    expect(parseOwnStorm(id)).toBeUndefined();
});

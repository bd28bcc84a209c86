import { afterEach, describe, expect, it } from 'vitest';
import { offerPictures, type Picture, takePicture, takeSeries } from '../../src/store/picture.ts';
import { setMoment } from '../../src/store/plans.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';

const picture: Picture = { blob: new Blob(), columns: 4, rows: 3, scale: 1 };
const wish = { scale: 1, type: 'image/jpeg' } as const;
const moments = [9, 10, 11].map((hour) => ({ date: '2026-03-21', minutes: hour * 60 }));
const never = new AbortController().signal;

let withdraw = (): void => {};
afterEach(() => {
  withdraw();
  twin.setState(initialTwin, true);
});

describe('pictures', () => {
  it('cannot be taken while there is no scene, nor after it is gone', async () => {
    await expect(takePicture(wish, never)).rejects.toThrow('no picture');
    offerPictures(async () => picture)();
    await expect(takePicture(wish, never)).rejects.toThrow('no picture');
  });

  it('of a series are taken at each moment, and the sun goes back to where it stood', async () => {
    const before = { date: '2026-06-21', minutes: 700 };
    setMoment(before);
    const seen: unknown[] = [];
    withdraw = offerPictures(async () => {
      seen.push(twin.getState().moment);
      return picture;
    });
    const done: number[] = [];
    const items = await takeSeries(moments, wish, never, (count) => done.push(count));
    expect(seen).toEqual(moments);
    expect(items.map(({ moment }) => moment)).toEqual(moments);
    expect(done).toEqual([1, 2, 3]);
    expect(twin.getState().moment).toBe(before);
  });

  it('of a series that is stopped end there, with the sun back', async () => {
    const controller = new AbortController();
    let taken = 0;
    withdraw = offerPictures(async () => {
      taken++;
      controller.abort(new Error('enough'));
      return picture;
    });
    await expect(takeSeries(moments, wish, controller.signal, () => {})).rejects.toThrow('enough');
    expect(taken).toBe(1);
    expect(twin.getState().moment).toBeUndefined();
  });
});

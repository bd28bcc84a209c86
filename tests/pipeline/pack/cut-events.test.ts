import { describe, expect, it } from 'vitest';
import { parseEventTown } from '../../../src/model/parse-event-town.ts';
import { cutEvents } from '../../../src/pipeline/pack/cut-events.ts';
import { SOUTH, smallTown, WEST } from '../../fixtures/small-event.ts';

describe('events of a part', () => {
  it('are those on places that reach into it, with all of their ground', () => {
    expect(cutEvents(smallTown, [WEST + 35, SOUTH + 35, WEST + 90, SOUTH + 90])).toEqual(smallTown);
  });

  it('are none elsewhere, which can be read', () => {
    const cut = cutEvents(smallTown, [WEST + 50, SOUTH, WEST + 90, SOUTH + 90]);
    expect(cut).toMatchObject({ places: [], events: [] });
    expect(parseEventTown(JSON.parse(JSON.stringify(cut)), 'events.json').events).toEqual([]);
  });
});

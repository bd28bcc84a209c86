import { afterEach, describe, expect, it } from 'vitest';
import { setFloodChoice, setFloodStorm } from '../../src/store/flood.ts';
import { breach, changeSettings, needDikes } from '../../src/store/flood-breach.ts';
import { readLink } from '../../src/store/share-link.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';

const start = breach.getState();
afterEach(() => {
  breach.setState(start, true);
  twin.setState(initialTwin, true);
});

const dikes = { schema: 1, dikes: [{ name: 'Ringdijk', requiredNap: 2.8, line: [0, 0, 10, 0] }] };
const source = { title: { nl: 'Dijken' }, holder: 'Waterschap', date: '2026-01-01', licence: 'CC0-1.0' };

function place(url?: string): void {
  const value = { waterBarriers: { source, ...(url === undefined ? {} : { url }) } };
  twin.setState({ municipality: { status: 'ready', value: value as never }, baseUrl: 'https://example.test/made/' });
}

describe('from rain to a breach and back', () => {
  const id = 'breach:147060:509048:-30:sand';
  const choose = (storm: string) => {
    setFloodStorm(storm);
    const { view, scheme, second } = twin.getState().flood;
    return { view, scheme, second };
  };

  it('shows when deep water comes, and how deep rain stands', () => {
    setFloodChoice({ storm: '70mm-1h', view: 'now', second: 60 });
    expect(choose(id)).toEqual({ view: 'arrival', scheme: 'atlas', second: undefined });
    expect(choose('70mm-1h')).toEqual({ view: 'deepest', scheme: 'street', second: undefined });
  });

  it('keeps what is looked at from one breach to another', () => {
    choose(id);
    setFloodChoice({ view: 'deepest', scheme: 'street' });
    expect(choose(id.replace('sand', 'clay'))).toMatchObject({ view: 'deepest', scheme: 'street' });
  });

  it('has its own colours in a link that names none', () => {
    expect(readLink(`#v=2&flood=${encodeURIComponent(id)}/arrival`).view.flood?.choice.scheme).toBe('atlas');
    expect(readLink('#v=2&flood=70mm-1h').view.flood?.choice.scheme).toBe('street');
  });
});

describe('dikes that may give way', () => {
  it('are read once, from the address in the municipality', async () => {
    place('dikes.json');
    const asked: string[] = [];
    const read = async (url: string) => {
      asked.push(url);
      return dikes;
    };
    expect(await needDikes(read)).toEqual([{ name: 'Ringdijk', requiredNap: 2.8, line: [0, 0, 10, 0] }]);
    await needDikes(read);
    expect(asked).toEqual(['https://example.test/made/dikes.json']);
  });

  it('are none in a municipality that names none', async () => {
    place();
    expect(await needDikes(async () => dikes)).toEqual([]);
    expect(breach.getState().dikes).toEqual({ status: 'ready', value: [] });
  });

  it('say in words why they cannot be read', async () => {
    place('dikes.json');
    await needDikes(async () => ({ schema: 2 }));
    const { dikes: failed } = breach.getState();
    expect(failed.status === 'failed' && failed.message).toContain('dikes.json is no list of dikes');
  });

  it('keep the other settings when one changes', () => {
    changeSettings({ width: 25 });
    expect(breach.getState().settings).toEqual({ ...start.settings, width: 25 });
  });
});

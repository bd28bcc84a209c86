import { describe, expect, it } from 'vitest';
import { LINK_VERSION, readLink, roundPose, type SharedView, writeLink } from '../../src/store/share-link.ts';
import { initialTwin, layerIds } from '../../src/store/twin.ts';
import { createRandom, randomPicture } from '../fixtures/random-picture.ts';

function expectedView(state: Parameters<typeof writeLink>[0]): SharedView {
  const changed = layerIds.some((id) => !state.layers[id].visible || state.layers[id].opacity !== 1);
  return {
    ...(state.camera && { camera: roundPose(state.camera) }),
    ...(changed && { layers: state.layers }),
    ...(state.selection && { building: state.selection.id }),
    ...(state.walking && { walking: true }),
    ...(state.language !== 'nl' && { language: state.language }),
    ...(state.question && { question: state.question }),
    ...(state.choice && { choice: state.choice }),
    ...(state.choice && state.compare.mode !== 'off' && { compare: state.compare }),
    ...(state.moment && { moment: state.moment }),
    ...(state.overlays.flood.visible && { flood: { choice: state.flood, opacity: state.overlays.flood.opacity } }),
    ...(state.choice &&
      state.evening && { evening: { stop: state.evening.stop, idleSeconds: state.evening.idleSeconds } }),
  };
}

describe('a shared address', () => {
  it('brings back every one of 2,000 random pictures', () => {
    const random = createRandom(20261122);
    for (let i = 0; i < 2000; i++) {
      const evening = {
        stop: Math.floor(random() * 12),
        idleSeconds: [0, 45, 180, 3600][i % 4] as number,
        isAlone: true,
      };
      const picture = randomPicture(random);
      const state = { ...picture, evening: i % 2 === 0 ? undefined : { ...evening, variant: 'b' } };
      const link = writeLink(state);
      const { view, complaints, isNewer } = readLink(`#${link}`);
      expect(complaints, link).toEqual([]);
      expect(isNewer).toBe(false);
      expect(view, link).toEqual(expectedView(state));
      // Written again it is the same address: opening a link does not change it.
      const again = { ...state, camera: view.camera };
      expect(writeLink(again)).toBe(link);
    }
  });

  it('keeps water in words that one can read, and opens without it when it is not there or not readable', () => {
    const water = { visible: true, opacity: 0.8 };
    const choice = { storm: '70mm-1h', view: 'now', second: 1800, scheme: 'street', hasPattern: false } as const;
    const state = { ...initialTwin, overlays: { flood: water }, flood: choice };
    expect(writeLink(state)).toBe('v=2&flood=70mm-1h/now/1800///80');
    expect(writeLink({ ...initialTwin, overlays: { flood: { visible: true, opacity: 1 } } })).toBe('v=2&flood=');
    expect(readLink('#v=2&flood=').view.flood).toEqual({ choice: initialTwin.flood, opacity: 1 });
    expect(readLink('#v=2&eye=147012.3,507880.1,412.5').view.flood).toBeUndefined();
    for (const wrong of ['70mm-1h/tomorrow', 'x/now/-5', 'x/now/5/street/lines/200', 'a/now/5/street/lines/20/7']) {
      const { view, complaints } = readLink(`#v=2&flood=${wrong}`);
      expect(view.flood).toBeUndefined();
      expect(complaints[0]).toContain('flood=');
    }
  });

  it('says only what differs from the start, in words that one can read', () => {
    const camera = { x: 147012.3, y: 507880.1, nap: 412.5, headingDegrees: 12, pitchDegrees: -31 };
    expect(writeLink({ ...initialTwin, camera })).toBe('v=2&eye=147012.3,507880.1,412.5&look=12,-31');
    const layers = {
      ...initialTwin.layers,
      trees: { visible: false, opacity: 1 },
      map: { visible: true, opacity: 0.5 },
    };
    expect(writeLink({ ...initialTwin, layers })).toBe('v=2&layers=-trees,map:50');
  });

  it('survives what mail programs and browsers do to it', () => {
    const id = 'NL.IMBAG.Pand.0999100000000014';
    expect(readLink(`#v=1&building=${encodeURIComponent(id)}`).view.building).toBe(id);
    expect(readLink('').view).toEqual({});
    expect(readLink('#').complaints).toEqual([]);
  });
});

describe('an address with the data it was made with', () => {
  const data = { hash: '0123456789abcdef'.repeat(4), date: '2026-01-01' };

  it('names them by the first eight of their hash, and by their date', () => {
    expect(writeLink(initialTwin, data)).toBe('v=2&data=01234567/2026-01-01');
    expect(writeLink(initialTwin, { ...data, date: undefined })).toBe('v=2&data=01234567');
    expect(readLink('#v=2&data=01234567/2026-01-01').view.data).toEqual({ hash: '01234567', date: '2026-01-01' });
    expect(readLink('#v=2&data=01234567').view.data).toEqual({ hash: '01234567', date: undefined });
  });

  it.each(['data=0123', 'data=ABCDEFGH', 'data=', 'data=01234567/2026/1'])('%s is told', (part) => {
    const { view, complaints } = readLink(`#v=2&${part}&question=age`);
    expect([complaints.length, view.data, view.question]).toEqual([1, undefined, 'age']);
  });
});

describe('an address of another version', () => {
  it('that is older opens in full', () => {
    const { view, complaints, isNewer } = readLink('#v=1&eye=147000,508000,200&look=10,-20&layers=-trees&question=age');
    expect([complaints, isNewer]).toEqual([[], false]);
    expect(view).toMatchObject({ camera: { x: 147000, headingDegrees: 10 }, question: 'age' });
  });

  it('that is later opens what is understood and says that it is later', () => {
    const { view, complaints, isNewer } = readLink(`#v=${LINK_VERSION + 1}&eye=147000,508000,200&rain=70`);
    expect(isNewer).toBe(true);
    expect(view.camera).toMatchObject({ x: 147000, y: 508000, nap: 200 });
    expect(complaints).toEqual(['rain=70: this version knows no such part']);
  });

  it('that is none opens nothing and says so', () => {
    for (const hash of ['#v=0&eye=147000,508000,200', '#eye=147000,508000,200', '#v=new', '#v=1.5']) {
      const { view, complaints } = readLink(hash);
      expect(view).toEqual({});
      expect(complaints).toHaveLength(1);
    }
  });
});

describe('a broken part', () => {
  it.each([
    ['eye=147000,508000', 'expected 3 numbers'],
    ['eye=147000,,200', 'expected 3 numbers'],
    ['eye=4.9,52.4,200', 'outside RD New'],
    ['eye=147000,508000,1e9', 'no height'],
    ['eye=NaN,508000,3', 'expected 3 numbers'],
    ['plan=a/b/c/d', 'expected plan/variant/phase'],
    ['compare=blink', 'expected off or swipe or side'],
    ['compare=swipe:200', 'from 0 to 100'],
    ['time=2026-03-21T25:00', 'a local time'],
    ['time=2026-13-21T10:00', 'a local time'],
    ['evening=0', 'expected a stop'],
    ['evening=two', 'expected a stop'],
    ['evening=1:', 'expected a stop'],
    ['evening=1', 'expected a plan'],
    ['layers=-sky', '-sky is no layer'],
    ['layers=trees:101', 'trees:101 is no layer'],
    ['lang=de', 'expected nl or en'],
    ['walk=yes', 'expected 1'],
    ['question=why', 'expected view or'],
    ['building=%E0%A4%A', 'malformed'],
  ])('%s is told and the rest opens', (part, reason) => {
    const { view, complaints } = readLink(
      `#v=1&${part}&look=0,-10&building=x`.replace(/(&building=.*)&building=x/, '$1'),
    );
    expect(complaints.join()).toMatch(new RegExp(reason, 'i'));
    expect(view.camera).toBeUndefined();
  });

  it('of the direction leaves a plain look forward and down', () => {
    const { view, complaints } = readLink('#v=1&eye=147000,508000,200&look=10,-95');
    expect(complaints).toHaveLength(1);
    expect(view.camera).toMatchObject({ headingDegrees: 0, pitchDegrees: -45 });
  });

  it('never throws, whatever stands there', () => {
    const random = createRandom(7);
    const pieces = [
      'v=1',
      '&',
      '=',
      'eye',
      'look=',
      '%',
      ',',
      '-',
      '1e999',
      'layers=',
      ':',
      '\u0000',
      '💧',
      'building=',
    ];
    for (let i = 0; i < 3000; i++) {
      const hash = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      expect(() => readLink(`#v=1&${hash}`)).not.toThrow();
    }
  });
});

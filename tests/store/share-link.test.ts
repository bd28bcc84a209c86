import { describe, expect, it } from 'vitest';
import { EVENING_LINK } from '../../src/model/evening.ts';
import { seedRandom } from '../../src/model/random.ts';
import { LINK_VERSION, readLink, roundPose, type SharedView, writeLink } from '../../src/store/share-link.ts';
import { initialTwin, layerIds } from '../../src/store/twin.ts';
import { randomPicture } from '../fixtures/random-picture.ts';

/** A plan's evening needs its plan; the list of a window is in no address. */
function keptEvening({ evening, choice }: Parameters<typeof writeLink>[0]): Pick<SharedView, 'evening'> {
  if (!evening || evening.programme === 'list' || (evening.programme === 'plan' && !choice)) return {};
  const { programme, stop, idleSeconds } = evening;
  return { evening: { programme, stop, idleSeconds } };
}

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
    ...(state.overlays.solar.visible && { solar: { choice: state.solar, opacity: state.overlays.solar.opacity } }),
    ...(state.overlays.sunlight.visible && { sunlight: state.sunlight }),
    ...(state.overlays.heat.visible && { heat: state.heat }),
    ...(state.overlays.claims.visible && { claims: '' }),
    ...(state.overlays.crowd.visible && { crowd: '' }),
    ...(state.overlays.counts.visible && { counts: '' }),
    ...keptEvening(state),
  };
}

describe('a shared address', () => {
  it('brings back every one of 2,000 random pictures', () => {
    const random = seedRandom(20261122);
    let evenings = 0;
    for (let i = 0; i < 2000; i++) {
      const evening = {
        stop: Math.floor(random() * 12),
        idleSeconds: [0, 45, 180, undefined][Math.floor(random() * 4)],
        isAlone: true,
        programme: (['plan', 'file', 'list'] as const)[i % 3] ?? 'plan',
        seen: { plan: 'a', variant: 'b', phase: undefined },
      };
      const picture = randomPicture(random);
      const state = { ...picture, evening: i % 2 === 0 ? undefined : evening };
      const link = writeLink(state);
      const { view, complaints, isNewer } = readLink(`#${link}`);
      expect(complaints, link).toEqual([]);
      expect(isNewer).toBe(false);
      expect(view, link).toEqual(expectedView(state));
      if (view.evening) evenings++;
      // Written again it is the same address: opening a link does not change it.
      const again = { ...state, camera: view.camera };
      expect(writeLink(again)).toBe(link);
    }
    expect(evenings).toBeGreaterThan(300);
  });

  it('keeps sun on roofs in words that one can read, and opens without it when it is not readable', () => {
    const overlays = { ...initialTwin.overlays, solar: { visible: true, opacity: 1 } };
    const write = (solar: Partial<typeof initialTwin.solar>) =>
      writeLink({ ...initialTwin, overlays, solar: { ...initialTwin.solar, ...solar } });
    expect(write({})).toBe('v=5&solar=');
    const filter = { ...initialTwin.solar.filter, fewestPanels: 6, permit: 'any', district: 'De Werf' } as const;
    expect(write({ colour: 'suitability', filter, changes: { peakW: 450, priceKwh: 0.3 } })).toBe(
      'v=5&solar=suitability///panels:6,permit:any,district:De%20Werf/peakW:450,priceKwh:0.3',
    );
    expect(readLink('#v=5&solar=').view.solar).toEqual({ choice: initialTwin.solar, opacity: 1 });
    expect(readLink('#v=5&solar=///classes:').view.solar?.choice.filter.classes).toEqual([]);
    for (const wrong of [
      'rain',
      '/dots',
      '//200',
      '///panels:-1',
      '///roofs:3',
      '////peakW:1e9',
      '////colour:1',
      '/////',
    ])
      expect(readLink(`#v=5&solar=${wrong}`).view.solar, wrong).toBeUndefined();
  });

  it('keeps water in words that one can read, and opens without it when it is not there or not readable', () => {
    const water = { visible: true, opacity: 0.8 };
    const choice = {
      storm: '70mm-1h',
      view: 'now',
      second: 1800,
      scheme: 'street',
      hasPattern: false,
      hasEffects: false,
      hasArrows: true,
    } as const;
    const state = { ...initialTwin, overlays: { ...initialTwin.overlays, flood: water }, flood: choice };
    expect(writeLink(state)).toBe('v=2&flood=70mm-1h/now/1800///80');
    const plain = { ...initialTwin.overlays, flood: { visible: true, opacity: 1 } };
    expect(writeLink({ ...initialTwin, overlays: plain })).toBe('v=2&flood=');
    expect(readLink('#v=2&flood=').view.flood).toEqual({ choice: initialTwin.flood, opacity: 1 });
    expect(readLink('#v=2&eye=147012.3,507880.1,412.5').view.flood).toBeUndefined();
    for (const wrong of ['70mm-1h/tomorrow', 'x/now/-5', 'x/now/5/street/lines/200', 'a/now/5/street/lines/20/7']) {
      const { view, complaints } = readLink(`#v=2&flood=${wrong}`);
      expect(view.flood).toBeUndefined();
      expect(complaints[0]).toContain('flood=');
    }
  });

  it('keeps whose window loses sun, of which day and by which rule, and tells what is no such place', () => {
    const visible = { ...initialTwin.overlays.sunlight, visible: true };
    const state = { ...initialTwin, overlays: { ...initialTwin.overlays, sunlight: visible } };
    const place = { kind: 'window', x: 147012.3, y: 507880.1, floor: 1, number: '12-a,b', facing: 135 } as const;
    const { own } = initialTwin.sunlight;
    const sunlight = { place, date: '2026-02-19', rule: 'haagse-norm', own, map: 'lost', trees: 'no' } as const;
    expect(writeLink(state)).toBe('v=5&sunlight=');
    expect(writeLink({ ...state, sunlight })).toBe(
      'v=5&sunlight=147012.3,507880.1,1,12-a%2Cb,135/2026-02-19/haagse-norm/lost',
    );
    const changed = { from: '03-01', until: '09-30', hours: 2.5, minElevationDegrees: 7 };
    expect(writeLink({ ...state, sunlight: { ...sunlight, place: undefined, own: changed, trees: 'summer' } })).toBe(
      'v=5&sunlight=/2026-02-19/haagse-norm/lost/03-01,09-30,2.5,7/summer',
    );
    expect(readLink('#v=5&sunlight=').view.sunlight).toEqual(initialTwin.sunlight);
    for (const wrong of [
      '1,2',
      '147012,507880,99,1',
      '147012,507880,1,1,400',
      '/2026-13-45',
      '///all',
      '////02-30,10-21,2,0',
      '////09-30,03-01,2,0',
      '////02-19,10-21,20,0',
      '////02-19,10-21,,0',
      '/////always',
      '//////',
    ])
      expect(readLink(`#v=5&sunlight=${wrong}`).complaints[0]).toContain('sunlight=');
  });

  it('keeps how heat of homes is judged, and tells what is beyond its bounds', () => {
    const visible = { ...initialTwin.overlays.heat, visible: true };
    const state = { ...initialTwin, overlays: { ...initialTwin.overlays, heat: visible } };
    expect(writeLink(state)).toBe('v=5&heat=');
    const heat = { ...initialTwin.heat, near: 1.75, hasLabels: false, hasOldStandard: true };
    expect(writeLink({ ...state, heat })).toBe('v=5&heat=/1.75///0/1');
    expect(readLink('#v=5&heat=/1.75///0/1').view.heat).toEqual(heat);
    const filter = { classes: ['ready', 'far'], district: 'Oud, west', withoutMonuments: true } as const;
    expect(writeLink({ ...state, heat: { ...heat, filter } })).toBe(
      'v=5&heat=/1.75///0/1/classes:ready.far,district:Oud%2C%20west,plain',
    );
    for (const wrong of ['9', 'x', '///40', '////2', '////0.5', '/////1/1'])
      expect(readLink(`#v=5&heat=${wrong}`).complaints[0], wrong).toContain('heat=');
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

  it('opens the evening of a plan, or of the file that the municipality names', () => {
    const read = (part: string) => readLink(`#v=2&${part}`).view.evening;
    expect(read('plan=a&evening=3:60')).toEqual({ programme: 'plan', stop: 2, idleSeconds: 60 });
    expect(read('plan=a&evening=3')).toEqual({ programme: 'plan', stop: 2, idleSeconds: undefined });
    expect(read('evening=file')).toEqual({ programme: 'file', stop: 0, idleSeconds: undefined });
    expect(read('plan=a/b&evening=file:2:0')).toEqual({ programme: 'file', stop: 1, idleSeconds: 0 });
    expect(readLink(EVENING_LINK)).toMatchObject({ view: { evening: { programme: 'file' } }, complaints: [] });
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

describe('an address with a drawing', () => {
  const text = '1~nh~pf0.1e0.nBlok_1fvfk8.64vd0g.334.0.0.1z4';

  it('holds it as it is, and is of the version that brought drawings; one without is of the version before', () => {
    const drawn = { ...initialTwin, sharedDrawing: { text, lacks: undefined } };
    expect(writeLink(drawn)).toBe(`v=3&draw=${text}`);
    expect(readLink(`#v=3&draw=${text}`)).toEqual({ view: { drawing: text }, complaints: [], isNewer: false });
    const lacking = { ...initialTwin, sharedDrawing: { text: '', lacks: 'drawing' as const } };
    expect(writeLink(lacking)).toBe('v=2');
  });

  it('of the second version, without one, opens as before', () => {
    const { view, complaints, isNewer } = readLink('#v=2&plan=a/b&time=2026-03-21T17:00');
    expect([complaints, isNewer, view.drawing, view.choice?.variant]).toEqual([[], false, undefined, 'b']);
  });

  it('that is cut off or holds signs that no drawing has is told, and the rest opens', () => {
    for (const part of ['draw=', 'draw=<b>', 'draw=1~nh,pf']) {
      const { view, complaints } = readLink(`#v=3&question=age&${part}`);
      expect([view, complaints.length]).toEqual([{ question: 'age' }, 1]);
    }
  });
});

describe('an address with the view from a window', () => {
  const camera = { x: 146975.12, y: 508216.4, nap: -1.3, headingDegrees: 140, pitchDegrees: 0 };
  const houseWindow = { x: 146974.5, y: 508216.4, number: '2-a', floor: 1 };

  it('holds the eye, its lens, the address and the floor', () => {
    const state = { ...initialTwin, camera, houseWindow, lens: true };
    const link = writeLink(state);
    expect(link).toBe('v=3&eye=146975.12,508216.4,-1.3&look=140,0&lens=1&window=146974.5,508216.4,1,2-a');
    expect(readLink(link)).toEqual({ view: { camera, lens: true, houseWindow }, complaints: [], isNewer: false });
  });

  it('says nothing of a window that the camera no longer looks out of, while its tool is closed', () => {
    expect(writeLink({ ...initialTwin, camera, houseWindow })).toBe('v=2&eye=146975.12,508216.4,-1.3&look=140,0');
  });

  it('that is broken is told, and the rest opens', () => {
    for (const part of ['window=1,2,3,4', 'window=146974,508216,41,2', 'window=146974,508216,1', 'lens=50']) {
      const { view, complaints } = readLink(`#v=3&${part}&question=age`);
      expect([view, complaints.length], part).toEqual([{ question: 'age' }, 1]);
    }
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
    ['evening=file:', 'expected a stop'],
    ['evening=list:1', 'expected a stop'],
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
    const random = seedRandom(7);
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

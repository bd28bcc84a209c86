/**
 * Five thousand people in the picture beside none, in one page: a frame from the air and one at eye height among them, and the upload of a
 * new moment. Frames are drawn in software here: what counts are the ratios.
 */
import type { Browser, Page } from '@playwright/test';
import { eventLibrary } from '../../src/model/event-library.ts';
import type { EventTown } from '../../src/model/event-plan.ts';
import { seedRandom } from '../../src/model/random.ts';
import { median, printFigure, printNote } from './figures.ts';
import { openPage } from './page.ts';
import { withBrowser } from './viewer.ts';

const PEOPLE = 5000;
/** The market square, and its middle part where people walk: 80 × 62 m. */
const [WEST, SOUTH, WIDTH, DEPTH] = [146_846, 508_505, 80, 62];
const views = {
  'from the air': 'eye=146885,508420,55&look=0,-30',
  'at eye height': 'eye=146886,508512,-0.7&look=0,-3',
} as const;
const ROUNDS = 3;
/** Models of the layer with people in it: what stands, three of people, density and paint, beside its texts. */
const LAYER = 6;
const source = { title: { nl: 'Proef', en: 'Trial' }, holder: 'bench', date: '2026-01-01', licence: 'CC0' };

function makeTown(): EventTown {
  const { length, width, height } = eventLibrary.stall;
  const ring = [WEST, SOUTH, WEST + WIDTH, SOUTH, WEST + WIDTH, SOUTH + DEPTH, WEST, SOUTH + DEPTH];
  const objects = Array.from({ length: 40 }, (_, i) => ({
    id: `stall-${i}`,
    kind: 'stall' as const,
    x: WEST + 6 + 7.5 * (i % 10),
    y: SOUTH + 8 + 14 * Math.floor(i / 10),
    turnDegrees: 90,
    length,
    width,
    height,
  }));
  const event = {
    id: 'fair',
    title: 'Proef',
    place: 'square',
    start: '2026-06-13T13:00',
    seconds: 600,
    entries: [{ id: 'north', title: 'Noord', line: [WEST, SOUTH + DEPTH, WEST + 8, SOUTH + DEPTH] }],
    stops: [],
    groups: [],
    routes: [],
    layouts: [{ id: 'a', title: 'A', objects, fences: [] }],
    limitPersonsPerM2: 2.5,
    source,
  };
  const place = { id: 'square', title: 'Plein', walkable: [[ring]], fixed: [], groundNap: -2.4 };
  return { places: [place], events: [event], source };
}

async function openSquare(browser: Browser, base: string, view: string): Promise<Page> {
  const page = await openPage(browser);
  const body = JSON.stringify(makeTown());
  await page.route('**/bench-events.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.route('**/municipality.json', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({ response, json: { ...json, crowd: { source, url: 'bench-events.json' } } });
  });
  await page.goto(`${base}?quality=medium#v=2&${view}`);
  await page.waitForFunction(() => window.twin, undefined, { timeout: 60_000 });
  await page.evaluate(() => window.twin?.idle());
  return page;
}

/** Two moments a second apart, as a run would have brought them; the same people walk a metre. */
function putPeople(page: Page): Promise<void> {
  const random = seedRandom(5);
  const people = Array.from({ length: PEOPLE }, (_, i) => [
    Math.round(100 * random() * (WIDTH - 2)),
    Math.round(100 * random() * (DEPTH - 2)),
    Math.round(100 * random()),
    i % 6,
  ]);
  return page.evaluate(
    async ([rows, west, south]) => {
      const run = await window.twin?.loadCrowdRun();
      const moment = (second: number) => ({
        second,
        person: Uint32Array.from(rows, (_, i) => i),
        x: Uint16Array.from(rows, ([x, , step]) => (x as number) + second * (step as number)),
        y: Uint16Array.from(rows, ([, y, step]) => (y as number) + second * (100 - (step as number))),
        group: Uint8Array.from(rows, ([, , , group]) => group as number),
      });
      const moments = [moment(0), moment(1)];
      const scenario = { sources: [] } as never;
      const side = { layout: 'a', title: 'A', key: '', scenario, origin: { west, south }, moments, answers: [] };
      run?.setState({ sides: [side], clock: 0.4 });
    },
    [people, WEST, SOUTH] as const,
  );
}

function setShown(page: Page, visible: boolean, hasPeople: boolean): Promise<void> {
  return page.evaluate(
    async ([isShown, people]) => {
      const handle = window.twin;
      if (!handle) throw new Error('no handle');
      const { overlays, crowd } = handle.store.getState();
      const shows = people ? (['objects', 'walkers'] as const) : (['objects'] as const);
      handle.store.setState({
        question: 'crowd',
        overlays: { ...overlays, crowd: { visible: isShown, opacity: 1 } },
        crowd: { ...crowd, shows },
      });
      await handle.idle();
    },
    [visible, hasPeople] as const,
  );
}

/** Median milliseconds of a frame while the eye looks round where it stands, drawn to the last pixel. */
function timeFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scene = window.twin?.scene;
    const run = await window.twin?.loadCrowdRun();
    if (!scene || !run) throw new Error('no scene');
    const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl;
    const pixel = new Uint8Array(4);
    const times: number[] = [];
    for (let i = 0; i < 15; i++) {
      scene.camera.lookRight(i % 2 === 0 ? 0.004 : -0.004);
      run.setState({ clock: 0.05 * i });
      scene.requestRender();
      const start = performance.now();
      scene.render();
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      if (i >= 3) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] as number;
  });
}

/** Milliseconds that the page is busy with a moment that it has not drawn yet. */
function timeMoments(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const run = await window.twin?.loadCrowdRun();
    const side = run?.getState().sides[0];
    if (!run || !side) throw new Error('no run');
    const times: number[] = [];
    for (let i = 0; i < 9; i++) {
      const moments = side.moments.map((moment) => ({ ...moment }));
      const start = performance.now();
      run.setState({ sides: [{ ...side, moments }] });
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return times;
  });
}

export function benchCrowdScene(): Promise<void> {
  return withBrowser(async (browser, base) => {
    for (const [name, view] of Object.entries(views)) {
      const page = await openSquare(browser, base, view);
      const before = await page.evaluate(() => window.twin?.scene.primitives.length ?? 0);
      await setShown(page, true, true);
      await putPeople(page);
      // Without them the ratio would be a fine one too.
      await page.waitForFunction((count) => (window.twin?.scene.primitives.length ?? 0) >= count, before + LAYER, {
        timeout: 60_000,
      });
      await page.waitForTimeout(2000);
      const times = { none: [] as number[], people: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        await setShown(page, true, false);
        times.none.push(await timeFrames(page));
        await setShown(page, true, true);
        times.people.push(await timeFrames(page));
      }
      const list = (values: number[]) => values.map((time) => time.toFixed(0)).join(', ');
      printFigure(
        `frame with ${PEOPLE} people ${name} beside one without`,
        `${list(times.people)} ms beside ${list(times.none)} ms`,
        median(times.people) / median(times.none),
        '≤',
        1.5,
      );
      if (name === 'from the air') {
        const moments = await timeMoments(page);
        printNote(`a new moment of ${PEOPLE} people`, list(moments), median(moments), 'ms');
      }
      await page.context().close();
    }
  });
}

/** What comes out of the civil servant's story, held against what went in. */
import { expect, type Page } from '@playwright/test';
import { readImport } from '../../../src/model/import-file.ts';
import { walkedSolids } from '../../model/city-solids.ts';
import type { ScreenPlace } from './act.ts';
import { countShades, readPdf, readPixels, readZip } from './files.ts';
import { readGround } from './ground.ts';
import { toScreen } from './project.ts';
import { readState } from './twin.ts';

export const readDrawing = (page: Page) => readState(page, (state) => state.drawing?.history.present);

/** m³ of what is drawn with a flat roof: area times height. */
export async function volumesOf(page: Page): Promise<number[]> {
  const { volumes = [] } = (await readDrawing(page)) ?? {};
  return volumes.map(({ footprint: [ring = []], lower, upper }) => {
    // Counted from the first corner: RD's six digits would cost as many behind the point.
    const [left = 0, bottom = 0] = ring;
    let double = 0;
    for (let i = 0; i < ring.length; i += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [...ring, ...ring.slice(0, 2)].slice(i, i + 4);
      double += (x0 - left) * (y1 - bottom) - (x1 - left) * (y0 - bottom);
    }
    return (Math.abs(double) / 2) * (upper - lower);
  });
}

/** Both exports hold what is drawn, as our own reader and the divergence theorem say. */
export async function checkExports(page: Page, geojson: Buffer, city: Buffer): Promise<void> {
  const drawn = await readDrawing(page);
  const back = readImport('terug.geojson', geojson);
  if ('problem' in back || back.value.kind !== 'volumes') throw new Error(JSON.stringify(back));
  expect(back.value.volumes.map(({ lower, upper }) => [lower, upper])).toEqual(
    drawn?.volumes.map(({ lower, upper }) => [lower, upper]),
  );
  for (const [i, { footprint }] of back.value.volumes.entries())
    for (const [k, value] of (footprint[0] ?? []).entries())
      expect(Math.abs(value - (drawn?.volumes[i]?.footprint[0]?.[k] ?? Number.NaN))).toBeLessThan(0.01);
  const parsed = readImport('terug.city.json', city);
  if ('problem' in parsed || parsed.value.kind !== 'buildings') throw new Error(JSON.stringify(parsed));
  const wanted = await volumesOf(page);
  expect(parsed.value.buildings).toHaveLength(wanted.length);
  const solids = walkedSolids(JSON.parse(city.toString()));
  for (const [i, { volume, openEdges }] of solids.entries()) {
    expect(openEdges).toBe(0);
    expect(volume / (wanted[i] ?? Number.NaN)).toBeCloseTo(1, 3);
  }
}

/** Every row of ground in the CSV is the height that the file has there. */
export async function checkCsv(
  csv: string,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const [head, ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  expect(head).toBe('distance_m;ground_nap_m;surface_nap_m;what');
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const groundAt = await readGround();
  expect(lines.length).toBeGreaterThan(length);
  for (const line of lines) {
    const [distance = Number.NaN, ground = Number.NaN, surface = Number.NaN] = line
      .split(';')
      .slice(0, 3)
      .map((text) => Number(text.replace(',', '.')));
    const part = distance / length;
    // Rounded to the centimetre, as the distance is.
    const wanted = groundAt(from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]));
    expect(Math.abs(ground - wanted), `at ${distance} m`).toBeLessThan(0.03);
    expect(surface).toBeGreaterThanOrEqual(ground);
  }
}

export async function checkPng(page: Page, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  expect(name).toBe('beeld.png');
  const png = await readPixels(bytes);
  const { width, height } = (await page.locator('.tw-scene canvas').first().boundingBox()) ?? {};
  expect([png.width, png.height]).toEqual([width, height]);
  expect(countShades(png)).toBeGreaterThan(40);
}

/** `metres`: across the picture's width on the ground. Seen straight from above, so that a scale means something. */
export function checkPdf(bytes: Buffer, metres: number, url: string): void {
  const { texts, link, pictureWidth } = readPdf(bytes);
  const all = texts.join(' ');
  expect(texts[0]).toBe('Proef aan de kade');
  expect(all).toContain(new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date()));
  expect(all).toContain('Impressie: indicatief, geen besluit.');
  expect(link).toBe(url);
  const scale = Number(/Ongeveer 1 : ([\d.]+)/.exec(all)?.[1]?.replace('.', ''));
  // It is told in two digits.
  expect(Math.abs(scale / (metres / ((pictureWidth / 72) * 0.0254)) - 1)).toBeLessThan(0.07);
}

/** Four days at one hour, each another picture, and a page that shows them all. */
export async function checkSeries(bytes: Buffer): Promise<void> {
  const files = readZip(bytes);
  const year = new Date().getFullYear();
  const names = ['03-21', '06-21', '09-23', '12-22'].map((day) => `${year}-${day}-1600.jpg`);
  expect([...files.keys()].sort()).toEqual([...names, 'index.html']);
  const page = files.get('index.html')?.toString() ?? '';
  for (const name of names) expect(page).toContain(`<img src="${name}" alt=`);
  const pictures = await Promise.all(names.map((name) => readPixels(files.get(name) as Buffer)));
  for (const picture of pictures) expect(countShades(picture)).toBeGreaterThan(40);
  // The sun of June and of December do not draw the same picture.
  const [, june, , december] = pictures;
  const other = june?.data.filter((value, i) => Math.abs(value - (december?.data[i] ?? 0)) > 24).length ?? 0;
  expect(other / (june?.data.length ?? 1)).toBeGreaterThan(0.005);
}

/** Metres of ground across the width of the picture, in its middle. */
export async function metresAcross(page: Page): Promise<number> {
  const camera = await readState(page, (state) => state.camera);
  const nap = await readState(page, (state) => state.footprint?.centre?.nap ?? 0);
  const [cx = 0, cy = 0] = [camera?.x, camera?.y];
  const [a, b] = (await toScreen(page, [
    [cx - 10, cy, nap],
    [cx + 10, cy, nap],
  ])) as [ScreenPlace, ScreenPlace];
  const width = (await page.locator('.tw-scene canvas').first().boundingBox())?.width ?? Number.NaN;
  return (20 / Math.hypot(b.x - a.x, b.y - a.y)) * width;
}

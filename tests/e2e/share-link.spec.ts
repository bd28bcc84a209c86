import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

test('a share link brings back camera, layers, selection and drawing, and tells when the data are others', async ({
  page,
  context,
}) => {
  await openTwin(page);
  await page.evaluate(() => {
    const twin = window.twin;
    if (!twin) throw new Error('no handle');
    const { layers, buildingTable } = twin.store.getState();
    const id = buildingTable.status === 'ready' ? buildingTable.value.id[100] : undefined;
    if (id === undefined) throw new Error('no building table');
    twin.store.setState({
      layers: { ...layers, trees: { visible: false, opacity: 1 }, buildings: { visible: true, opacity: 0.6 } },
      selection: { id, attributes: {} },
    });
    twin.send({ type: 'turn', degrees: 40 });
    twin.send({ type: 'zoom', factor: 0.7 });
  });
  await waitForPicture(page);
  // The address follows when the camera has come to rest.
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('building=');
  const [before, address] = [
    await readState(page, ({ camera, layers, selection }) => ({ camera, layers, id: selection?.id })),
    await page.evaluate(() => new Promise<string>((resolve) => setTimeout(() => resolve(location.href), 1500))),
  ];

  expect(address).toContain('data=');
  const second = await context.newPage();
  await second.route('**/made/markerwaard/municipality.json', async (route) => {
    const response = await route.fetch();
    const made = (await response.json()) as object;
    await route.fulfill({ json: { ...made, dataHash: '89abcdef'.repeat(8), dataDate: '2026-05-01' } });
  });
  // A box of 20 by 12.5 m, as the drawing tool writes it.
  const drawing = 'draw=1~iv~pf0.1e0.nBlok_hi56o.1ohn28.334.0.0.1xg.333.0';
  const older = address.replace('#v=2', '#v=3').replace(/data=[^&]*/, 'data=01234567/2026-01-01');
  await second.goto(`${older}&${drawing}`);
  await waitForPicture(second);
  await expect.poll(() => readState(second, ({ drawn }) => drawn?.solids.map(({ name }) => name))).toEqual(['Blok']);
  await expect.poll(() => second.evaluate(() => location.hash)).toContain(drawing);
  const after = await readState(second, ({ camera, layers, selection }) => ({ camera, layers, id: selection?.id }));
  expect(after.layers).toEqual(before.layers);
  expect(after.id).toBe(before.id);
  for (const key of ['x', 'y', 'nap'] as const) {
    expect(Math.abs((after.camera?.[key] ?? Number.NaN) - (before.camera?.[key] ?? Number.NaN))).toBeLessThan(0.2);
  }
  for (const key of ['headingDegrees', 'pitchDegrees'] as const) {
    expect(Math.abs((after.camera?.[key] ?? Number.NaN) - (before.camera?.[key] ?? Number.NaN))).toBeLessThan(0.2);
  }
  await expect(second.getByText(/Toen waren ze van 1 januari 2026, nu zijn ze van 1 mei 2026/)).toBeVisible();
});

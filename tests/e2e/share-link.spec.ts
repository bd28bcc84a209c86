import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

test('a share link brings back camera, layers and selection', async ({ page, context }) => {
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

  const second = await context.newPage();
  await second.goto(address);
  await waitForPicture(second);
  const after = await readState(second, ({ camera, layers, selection }) => ({ camera, layers, id: selection?.id }));
  expect(after.layers).toEqual(before.layers);
  expect(after.id).toBe(before.id);
  for (const key of ['x', 'y', 'nap'] as const) {
    expect(Math.abs((after.camera?.[key] ?? Number.NaN) - (before.camera?.[key] ?? Number.NaN))).toBeLessThan(0.2);
  }
  for (const key of ['headingDegrees', 'pitchDegrees'] as const) {
    expect(Math.abs((after.camera?.[key] ?? Number.NaN) - (before.camera?.[key] ?? Number.NaN))).toBeLessThan(0.2);
  }
});

import { describe, expect, it } from 'vitest';
import { claimMarks } from '../../src/scene/claim-marks.ts';
import { square } from '../fixtures/claim-scene.ts';

const ground = () => -4;
const nothing = { place: undefined, corners: [], pointer: undefined, named: undefined };

describe('marks of where one asks about claims', () => {
  it('are a point, a closed outline, or an outline on its way with its corners', () => {
    const spot = claimMarks({ ...nothing, place: { x: 147000, y: 508000 } }, ground);
    expect(spot.handles).toEqual([{ kind: 'turn', index: 0, at: { x: 147000, y: 508000, nap: -3.6 } }]);
    const area = claimMarks({ ...nothing, place: { ring: square(147000, 508000, 10) } }, ground);
    expect(area.lines.map(({ points }) => points.length)).toEqual([5]);
    expect(area.lines[0]?.points.at(-1)).toEqual(area.lines[0]?.points[0]);
    const drawn = claimMarks({ ...nothing, corners: [0, 0, 9, 0], pointer: [9, 9] }, ground);
    expect(drawn.lines.map(({ points, isFaint }) => [points.length, isFaint])).toEqual([
      [3, false],
      [2, true],
    ]);
    expect(drawn.handles.map(({ kind, index }) => [kind, index])).toEqual([
      ['corner', 0],
      ['corner', 1],
    ]);
  });

  it('wait for the ground', () => {
    const none = () => undefined;
    expect(claimMarks({ ...nothing, place: { x: 0, y: 0 } }, none).handles).toEqual([]);
    expect(claimMarks({ ...nothing, corners: [0, 0, 9, 0] }, none).lines).toEqual([]);
  });
});

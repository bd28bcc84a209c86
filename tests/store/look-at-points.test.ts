import { expect, it } from 'vitest';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { lookAtPoints } from '../../src/store/look-at-points.ts';

it('flies to the middle of what must be seen, never too near, and nowhere without a place', () => {
  const sent: Command[] = [];
  const stop = onCommand((command) => sent.push(command));
  lookAtPoints([0, 0, 300, 400]);
  lookAtPoints([10, 20]);
  lookAtPoints([]);
  stop();
  expect(sent).toEqual([
    { type: 'look-at', x: 150, y: 200, radius: 250 },
    { type: 'look-at', x: 10, y: 20, radius: 60 },
  ]);
});

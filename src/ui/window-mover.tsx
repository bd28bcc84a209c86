import { type Command, sendCommand } from '../store/commands.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Text } from './text/nl.ts';
import { useText } from './use-twin.ts';

type Move = 'north' | 'west' | 'east' | 'south' | 'larger' | 'smaller';

const moves: readonly (readonly [keyof Text['view'] & Move, IconName, Command])[] = [
  ['north', 'up', { type: 'move', right: 0, forward: 0.5 }],
  ['west', 'left', { type: 'move', right: -0.5, forward: 0 }],
  ['east', 'right', { type: 'move', right: 0.5, forward: 0 }],
  ['south', 'down', { type: 'move', right: 0, forward: -0.5 }],
  ['larger', 'plus', { type: 'zoom', factor: 2 }],
  ['smaller', 'minus', { type: 'zoom', factor: 0.5 }],
];

/** Moves the square that the text is about, where there is no picture to move. */
export function WindowMover() {
  const text = useText();
  return (
    <fieldset className="tw-mover">
      <legend>{text.view.move}</legend>
      {moves.map(([name, icon, command]) => (
        <button key={name} type="button" className="tw-chip" onClick={() => sendCommand(command)}>
          <Icon name={icon} />
          {text.view[name]}
        </button>
      ))}
    </fieldset>
  );
}

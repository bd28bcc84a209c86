import './map-controls.css';
import { useState } from 'react';
import { windOf } from '../model/wind.ts';
import { type Command, sendCommand } from '../store/commands.ts';
import { FullScreenButton } from './full-screen-button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useText, useTwin } from './use-twin.ts';

/** Every movement that a drag or a wheel can make also has a button. */
export function MapControls() {
  const text = useText();
  const walking = useTwin((state) => state.walking);
  const [more, setMore] = useState(false);
  const { controls } = text;
  return (
    <section className="tw-controls" aria-label={controls.label}>
      <Compass />
      <div className="tw-controls__group">
        <ControlButton icon="plus" label={controls.zoomIn} command={{ type: 'zoom', factor: 0.6 }} />
        <ControlButton icon="minus" label={controls.zoomOut} command={{ type: 'zoom', factor: 1 / 0.6 }} />
      </div>
      <div className="tw-controls__group">
        <ControlButton icon="home" label={controls.home} command={{ type: 'home' }} />
        <ControlButton icon="above" label={controls.topDown} command={{ type: 'top-down' }} />
        <button
          type="button"
          className="tw-icon-button"
          aria-pressed={walking}
          aria-label={walking ? controls.stopWalking : controls.walk}
          title={walking ? controls.stopWalking : controls.walk}
          onClick={() => sendCommand({ type: walking ? 'stop-walking' : 'walk' })}
        >
          <Icon name="walk" />
        </button>
      </div>
      <div className="tw-controls__group">
        <button
          type="button"
          className="tw-icon-button"
          aria-expanded={more}
          aria-controls="more-moves"
          aria-label={controls.moves}
          title={controls.moves}
          onClick={() => setMore(!more)}
        >
          <Icon name="moves" />
        </button>
        <FullScreenButton />
      </div>
      <MovePad hidden={!more} />
    </section>
  );
}

interface ControlButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly command: Command;
}

function ControlButton({ icon, label, command }: ControlButtonProps) {
  return (
    <button
      type="button"
      className="tw-icon-button"
      aria-label={label}
      title={label}
      onClick={() => sendCommand(command)}
    >
      <Icon name={icon} />
    </button>
  );
}

function Compass() {
  const text = useText();
  const heading = useTwin((state) => state.camera?.headingDegrees ?? 0);
  const label = text.controls.northUp(windOf(heading), Math.round(heading) % 360);
  return (
    <button
      type="button"
      className="tw-compass"
      aria-label={label}
      title={label}
      onClick={() => sendCommand({ type: 'north-up' })}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false" style={{ rotate: `${-heading}deg` }}>
        <circle className="tw-compass__ring" cx="24" cy="24" r="17" />
        <path className="tw-compass__north" d="M24 9l5 15H19Z" />
        <path className="tw-compass__south" d="M24 39l-5-15h10Z" />
      </svg>
    </button>
  );
}

function MovePad({ hidden }: { readonly hidden: boolean }) {
  const { controls } = useText();
  return (
    <div id="more-moves" className="tw-move-pad" hidden={hidden}>
      <ControlButton icon="turnLeft" label={controls.turnLeft} command={{ type: 'turn', degrees: -15 }} />
      <ControlButton icon="up" label={controls.forward} command={{ type: 'move', right: 0, forward: 0.25 }} />
      <ControlButton icon="turnRight" label={controls.turnRight} command={{ type: 'turn', degrees: 15 }} />
      <ControlButton icon="left" label={controls.left} command={{ type: 'move', right: -0.25, forward: 0 }} />
      <ControlButton icon="down" label={controls.back} command={{ type: 'move', right: 0, forward: -0.25 }} />
      <ControlButton icon="right" label={controls.right} command={{ type: 'move', right: 0.25, forward: 0 }} />
      <ControlButton icon="tiltUp" label={controls.tiltUp} command={{ type: 'tilt', degrees: 10 }} />
      <ControlButton icon="tiltDown" label={controls.tiltDown} command={{ type: 'tilt', degrees: -10 }} />
      <span />
      <ControlButton
        icon="previousBuilding"
        label={controls.previousBuilding}
        command={{ type: 'select-next', step: -1 }}
      />
      <ControlButton icon="nextBuilding" label={controls.nextBuilding} command={{ type: 'select-next', step: 1 }} />
    </div>
  );
}

/**
 * Keys for the camera while the canvas has the focus, and only then. Tab is never touched, so the focus can always leave;
 * neither are combinations with Ctrl, Alt or Meta, which belong to the browser.
 */
export interface KeyMotion {
  /** −1, 0 or 1 each, while keys are held. */
  readonly right: number;
  readonly forward: number;
  readonly turn: number;
  readonly tilt: number;
  readonly zoom: number;
}

type Axis = keyof KeyMotion;
type Effect = readonly [axis: Axis, sign: 1 | -1];

const flyingKeys: Readonly<Record<string, Effect>> = {
  ArrowUp: ['forward', 1],
  ArrowDown: ['forward', -1],
  ArrowLeft: ['right', -1],
  ArrowRight: ['right', 1],
  'Shift+ArrowUp': ['tilt', 1],
  'Shift+ArrowDown': ['tilt', -1],
  'Shift+ArrowLeft': ['turn', -1],
  'Shift+ArrowRight': ['turn', 1],
  KeyQ: ['turn', -1],
  KeyE: ['turn', 1],
  Equal: ['zoom', 1],
  'Shift+Equal': ['zoom', 1],
  NumpadAdd: ['zoom', 1],
  PageUp: ['zoom', 1],
  Minus: ['zoom', -1],
  NumpadSubtract: ['zoom', -1],
  PageDown: ['zoom', -1],
};

const walkingKeys: Readonly<Record<string, Effect>> = {
  ...flyingKeys,
  ArrowLeft: ['turn', -1],
  ArrowRight: ['turn', 1],
  KeyW: ['forward', 1],
  KeyS: ['forward', -1],
  KeyA: ['right', -1],
  KeyD: ['right', 1],
};

const none: KeyMotion = { right: 0, forward: 0, turn: 0, tilt: 0, zoom: 0 };

/** Sum of what the held keys ask. */
export function keysToMotion(held: Iterable<string>, walking: boolean): KeyMotion {
  const motion: Record<Axis, number> = { ...none };
  const keys = walking ? walkingKeys : flyingKeys;
  for (const key of held) {
    const effect = keys[key];
    if (effect) motion[effect[0]] = Math.max(-1, Math.min(1, motion[effect[0]] + effect[1]));
  }
  return motion;
}

export interface KeyboardActions {
  isWalking(): boolean;
  /** Once per key press: Home, KeyN, KeyT, KeyW, Escape. True when it did something. */
  press(code: string): boolean;
}

export interface Keyboard {
  /** What keys ask that are held, or were pressed since the last reading; undefined when there are none. */
  read(): KeyMotion | undefined;
  isHeld(): boolean;
  destroy(): void;
}

export function createKeyboard(canvas: HTMLElement, actions: KeyboardActions): Keyboard {
  const held = new Map<string, string>();
  /** On a slow machine a key may come and go between two ticks: it counts for one. */
  const tapped = new Set<string>();

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const name = event.shiftKey ? `Shift+${event.code}` : event.code;
    const keys = actions.isWalking() ? walkingKeys : flyingKeys;
    const key = name in keys ? name : event.code;
    if (key in keys) {
      held.set(event.code, key);
      tapped.add(key);
    }
    if (!(key in keys) && (event.repeat || !actions.press(event.code))) return;
    event.preventDefault();
  }

  const onKeyUp = (event: KeyboardEvent) => {
    held.delete(event.code);
    // Letting go of Shift first would leave a key held under its shifted name.
    if (event.key === 'Shift') held.clear();
  };
  const letGo = () => held.clear();

  canvas.addEventListener('keydown', onKeyDown);
  canvas.addEventListener('keyup', onKeyUp);
  canvas.addEventListener('blur', letGo);
  return {
    read() {
      const keys = new Set([...held.values(), ...tapped]);
      tapped.clear();
      return keys.size === 0 ? undefined : keysToMotion(keys, actions.isWalking());
    },
    isHeld: () => held.size > 0,
    destroy() {
      canvas.removeEventListener('keydown', onKeyDown);
      canvas.removeEventListener('keyup', onKeyUp);
      canvas.removeEventListener('blur', letGo);
    },
  };
}

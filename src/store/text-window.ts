/**
 * The camera's stand-in where there is no WebGL: a square window on the ground, looked at from straight above, that the
 * same commands move. So search, text, tables and share links keep working without a picture.
 */
import { type Command, onCommand } from './commands.ts';
import { roundPose } from './share-link.ts';
import { type CameraPose, reportCamera, setLens, twin } from './twin.ts';

const START_HALF_WIDTH = 250;
const [MINIMUM_HALF_WIDTH, MAXIMUM_HALF_WIDTH] = [25, 5000];

interface Window {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
}

/** Where the middle of the picture would lie on flat ground at NAP, not further than 1 km off. */
function groundAhead({ x, y, nap, headingDegrees, pitchDegrees }: CameraPose): { x: number; y: number } {
  const down = Math.max(-pitchDegrees, 1) * (Math.PI / 180);
  const ahead = Math.min(Math.max(nap, 0) / Math.tan(down), 1000);
  const heading = headingDegrees * (Math.PI / 180);
  return { x: x + ahead * Math.sin(heading), y: y + ahead * Math.cos(heading) };
}

/** A link made here looks straight down from twice the half width; any other gets the width of the start. */
function halfWidthOf({ nap, pitchDegrees }: CameraPose): number {
  return pitchDegrees === -90 && nap > 0 ? nap / 2 : START_HALF_WIDTH;
}

function homeWindow(): Window | undefined {
  const { municipality } = twin.getState();
  const home = municipality.status === 'ready' ? municipality.value.viewpoints[0] : undefined;
  if (!home) return undefined;
  const [x, y, nap] = home.position;
  return { ...groundAhead({ ...home, x, y, nap }), halfWidth: START_HALF_WIDTH };
}

function moveWindow(window: Window, command: Command): Window | undefined {
  switch (command.type) {
    case 'home':
      return homeWindow();
    case 'look-at':
      return { x: command.x, y: command.y, halfWidth: command.radius };
    case 'fly-to-pose':
    case 'look-from':
      return { ...window, ...groundAhead(command.pose) };
    case 'walk':
      return command.at && { ...window, ...command.at, halfWidth: MINIMUM_HALF_WIDTH };
    case 'zoom':
      return { ...window, halfWidth: window.halfWidth * command.factor };
    case 'move':
      return {
        ...window,
        x: window.x + command.right * 2 * window.halfWidth,
        y: window.y + command.forward * 2 * window.halfWidth,
      };
    default:
      return undefined;
  }
}

function report({ x, y, halfWidth: d }: Window): void {
  const pose = roundPose({ x, y, nap: 2 * d, headingDegrees: 0, pitchDegrees: -90 });
  reportCamera(pose, {
    polygon: [x - d, y - d, x + d, y - d, x + d, y + d, x - d, y + d],
    centre: undefined,
    metresPerPixel: undefined,
  });
}

/** Starts when the scene turns out to be unsupported and the municipality is there. Returns the function that stops it. */
export function startTextWindow(): () => void {
  let window: Window | undefined;

  function startWhenNeeded(): void {
    if (window || twin.getState().scene !== 'unsupported') return;
    const { camera } = twin.getState();
    const home = homeWindow();
    if (!home) return;
    window = camera ? { ...groundAhead(camera), halfWidth: halfWidthOf(camera) } : home;
    setLens(false);
    report(window);
  }

  const stopListening = onCommand((command) => {
    const moved = window && moveWindow(window, command);
    if (!moved) return;
    const halfWidth = Math.min(Math.max(moved.halfWidth, MINIMUM_HALF_WIDTH), MAXIMUM_HALF_WIDTH);
    window = { ...moved, halfWidth };
    report(window);
  });
  const unsubscribe = twin.subscribe(startWhenNeeded);
  startWhenNeeded();
  return () => {
    stopListening();
    unsubscribe();
  };
}

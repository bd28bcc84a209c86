/** Owns the camera: obeys commands and keys, keeps it within bounds, and tells the store where it came to rest. */
import {
  CameraEventType,
  Cartesian2,
  Cartesian3,
  Cartographic,
  Math as CesiumMath,
  KeyboardEventModifier,
  type Scene,
} from 'cesium';
import { HORIZONTAL_FIELD_DEGREES } from '../model/outlook.ts';
import { type Command, onCommand } from '../store/commands.ts';
import { type CameraPose, reportCamera, setLens, setWalking, twin } from '../store/twin.ts';
import { readPose } from './camera-pose.ts';
import { createFlight } from './flight.ts';
import { readFootprint } from './footprint.ts';
import { rdToCartesian, rdToCartographic } from './frames.ts';
import { prefersReducedMotion } from './glide.ts';
import { createKeyboard } from './keyboard.ts';
import { createLens } from './lens.ts';
import { createLookDrag } from './look-drag.ts';
import { MAXIMUM_RANGE, pickGround } from './orbit.ts';
import { createPerch } from './perch.ts';
import { createSteady } from './steady.ts';
import { createWalk } from './walk.ts';

const { PI_OVER_TWO, toRadians } = CesiumMath;
/** Metres from the municipality's middle that the eye may go. */
const REACH = 45_000;
/** Per second, for held keys: parts of the distance, radians, and e-foldings of the distance. */
const KEY_SPEED = { move: 0.55, turn: toRadians(60), tilt: toRadians(40), zoom: 1.3 };

export interface SceneCamera {
  readonly isMoving: () => boolean;
  destroy(): void;
}

export interface CameraPlan {
  readonly home: CameraPose;
  /** RD New; the eye stays within 45 km of it. */
  readonly middle: { readonly x: number; readonly y: number };
  /** What one walks through: trees. */
  readonly listUnsolid: () => object[];
}

type Handlers = { readonly [Type in Command['type']]?: (command: Extract<Command, { type: Type }>) => void };

export function createCamera(scene: Scene, { home, middle, listUnsolid }: CameraPlan): SceneCamera {
  const { camera, canvas } = scene;
  const controller = scene.screenSpaceCameraController;
  controller.tiltEventTypes = [
    CameraEventType.RIGHT_DRAG,
    CameraEventType.MIDDLE_DRAG,
    CameraEventType.PINCH,
    { eventType: CameraEventType.LEFT_DRAG, modifier: KeyboardEventModifier.CTRL },
  ];
  controller.zoomEventTypes = [CameraEventType.WHEEL, CameraEventType.PINCH];
  controller.minimumZoomDistance = 3;
  controller.maximumZoomDistance = MAXIMUM_RANGE;
  if (prefersReducedMotion()) {
    controller.inertiaSpin = 0;
    controller.inertiaTranslate = 0;
    controller.inertiaZoom = 0;
  }
  camera.percentageChanged = 0.02;

  const flight = createFlight(scene);
  const walk = createWalk(scene, listUnsolid);
  const lens = createLens(scene, () => flight.isMoving(), setLens);
  const perch = createPerch(scene, flight.isMoving);
  const centre = rdToCartesian({ ...middle, nap: 0 });
  let moving = false;

  function groundAhead(): Cartographic {
    const { clientWidth, clientHeight } = canvas;
    const seen = pickGround(scene) ?? pickGround(scene, new Cartesian2(clientWidth / 2, clientHeight * 0.8));
    return seen ? Cartographic.fromCartesian(seen) : Cartographic.clone(camera.positionCartographic);
  }

  function stopWalking() {
    if (!walk.isWalking()) return;
    walk.stop();
    setWalking(false);
  }

  /** In the air: leave the street first. */
  const inTheAir =
    <T>(act: (command: T) => void) =>
    (command: T) => {
      stopWalking();
      act(command);
    };

  const handlers: Handlers = {
    'fly-to-pose': inTheAir(({ pose, instantly }) => {
      flight.toPose(pose, instantly ?? false);
      perch.hold(rdToCartesian(pose));
    }),
    'look-from': inTheAir(({ pose, fieldOfViewDegrees, instantly }) => {
      flight.toPose(pose, instantly ?? false);
      perch.hold(rdToCartesian(pose));
      lens.fit(rdToCartesian(pose), fieldOfViewDegrees);
    }),
    'look-at': inTheAir(({ x, y, radius, heights }) => flight.toCircle(x, y, radius, heights)),
    home: inTheAir(() => flight.toPose(home, false)),
    'top-down': inTheAir(() => flight.face(undefined, -PI_OVER_TWO)),
    'north-up': () => (walk.isWalking() ? walk.faceNorth() : flight.face(0, undefined)),
    zoom: ({ factor }) => (walk.isWalking() ? walk.step(0, factor < 1 ? 3 : -3) : flight.change({ zoom: factor })),
    turn: ({ degrees }) =>
      walk.isWalking() ? walk.look(toRadians(degrees), 0) : flight.change({ turn: toRadians(degrees) }),
    tilt: ({ degrees }) =>
      walk.isWalking() ? walk.look(0, toRadians(degrees)) : flight.change({ tilt: toRadians(degrees) }),
    move: ({ right, forward }) => (walk.isWalking() ? walk.step(right, forward) : flight.change({ right, forward })),
    walk: ({ at }) => {
      flight.stop();
      walk.start(at ? rdToCartographic(at.x, at.y) : groundAhead());
      setWalking(true);
    },
    'stop-walking': () => {
      if (!walk.isWalking()) return;
      stopWalking();
      flight.change({ tilt: toRadians(-30), zoom: 3 });
    },
  };

  function obey(command: Command) {
    const handler = handlers[command.type] as ((command: Command) => void) | undefined;
    if (command.type !== 'look-from') lens.remove();
    perch.release();
    handler?.(command);
    scene.requestRender();
  }

  const keyPresses: Readonly<Record<string, Command>> = {
    Home: { type: 'home' },
    KeyN: { type: 'north-up' },
    KeyT: { type: 'top-down' },
    KeyW: { type: 'walk' },
  };
  const keyboard = createKeyboard(canvas, {
    isWalking: walk.isWalking,
    press(code) {
      const command: Command | undefined =
        code === 'Escape' && walk.isWalking() ? { type: 'stop-walking' } : keyPresses[code];
      if (command) obey(command);
      return command !== undefined;
    },
  });
  const lookDrag = createLookDrag(canvas, walk.isWalking, (across, down) => {
    const perPixel = camera.frustum.projectionMatrix[5]
      ? 2 / (camera.frustum.projectionMatrix[5] * canvas.clientHeight)
      : 0;
    walk.look(-across * perPixel, down * perPixel);
  });

  const steady = createSteady(camera);
  let lastTick = performance.now();
  function tick() {
    const now = performance.now();
    const seconds = CesiumMath.clamp((now - lastTick) / 1000, 0.016, 0.1);
    lastTick = now;
    const keys = keyboard.read();
    if (keys) {
      const turn = keys.turn * KEY_SPEED.turn * seconds;
      const tilt = keys.tilt * KEY_SPEED.tilt * seconds;
      if (walk.isWalking()) {
        if (turn || tilt) walk.look(turn, tilt);
        walk.drive(keys.right, keys.forward, seconds);
      } else {
        const distance = KEY_SPEED.move * seconds;
        const zoom = Math.exp(-keys.zoom * KEY_SPEED.zoom * seconds);
        flight.drive({ right: keys.right * distance, forward: keys.forward * distance, turn, tilt, zoom });
      }
    }
    keepNear();
    steady();
  }

  function keepNear() {
    const offset = Cartesian3.subtract(camera.positionWC, centre, new Cartesian3());
    const distance = Cartesian3.magnitude(offset);
    if (distance <= REACH) return;
    flight.stop();
    Cartesian3.multiplyByScalar(offset, REACH / distance, offset);
    camera.position = Cartesian3.add(centre, offset, offset);
  }

  function report() {
    moving = false;
    const pose = readPose(camera);
    if (pose) reportCamera(pose, readFootprint(scene));
  }

  /** Finer terrain has come under a camera that stands still: what it looks at lies at another height than it seemed. */
  function lookAgain() {
    const { camera: known } = twin.getState();
    if (known && !moving) reportCamera(known, readFootprint(scene));
  }

  const stops = [
    onCommand(obey),
    twin.subscribe((now, before) => {
      if (now.pendingTiles === 0 && before.pendingTiles > 0) lookAgain();
    }),
    camera.moveStart.addEventListener(() => {
      moving = true;
    }),
    camera.moveEnd.addEventListener(report),
    scene.preUpdate.addEventListener(tick),
  ];

  const { camera: known, walking, lens: isLensOn } = twin.getState();
  flight.toPose(known ?? home, true);
  perch.hold(rdToCartesian(known ?? home));
  if (isLensOn && known) lens.fit(rdToCartesian(known), HORIZONTAL_FIELD_DEGREES);
  if (walking && known) {
    perch.release();
    walk.start(rdToCartographic(known.x, known.y, known.nap));
  }

  return {
    isMoving: () => moving || flight.isMoving() || keyboard.isHeld(),
    destroy() {
      for (const stop of stops) stop();
      keyboard.destroy();
      lookDrag.destroy();
      lens.destroy();
      perch.release();
      flight.stop();
      walk.stop();
    },
  };
}

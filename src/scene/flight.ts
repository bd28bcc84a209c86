/** The camera in the air: flights to places, and turning, tilting and moving around what is in the middle. */
import { Cartesian3, Cartographic, Math as CesiumMath, type Scene } from 'cesium';
import type { CameraPose } from '../store/twin.ts';
import { poseToView } from './camera-pose.ts';
import { rdToCartographic } from './frames.ts';
import { createGlide, prefersReducedMotion } from './glide.ts';
import { applyOrbit, fieldOfView, limitOrbit, type Orbit, orbitToView, readOrbit, shiftOrbit } from './orbit.ts';

/** Changes of one orbit: shifts as parts of the range, angles in radians, `zoom` a factor on the range. */
interface OrbitChange {
  readonly right?: number;
  readonly forward?: number;
  readonly turn?: number;
  readonly tilt?: number;
  readonly zoom?: number;
}

/** Degrees within which one looks down on a place; into the ground one looks from higher up. */
const [PITCH, UNDER_PITCH] = [
  [-70, -32],
  [-75, -48],
] as const;
/** Metres under the ground from where on something lies in it. */
const UNDER = 0.3;
/** m above or under NAP: no ground of the Netherlands lies farther from it. */
const HIGHEST = 400;

export interface Flight {
  toPose(pose: CameraPose, instantly: boolean): void;
  /** So that a circle of `radius` metres around an RD point fills the picture; `heights`: of what is looked at, m NAP. */
  toCircle(x: number, y: number, radius: number, heights?: readonly [number, number]): void;
  /** Glides there in a third of a second; repeated calls add up. */
  change(change: OrbitChange): void;
  /** At once, for held keys. */
  drive(change: OrbitChange): void;
  face(heading: number | undefined, pitch: number | undefined): void;
  stop(): void;
  isMoving(): boolean;
}

const mix = (a: number, b: number, t: number) => a + (b - a) * t;

export function createFlight(scene: Scene): Flight {
  const glide = createGlide(scene);
  let target: Orbit | undefined;
  let flying = false;

  function stop() {
    glide.stop();
    target = undefined;
    scene.camera.cancelFlight();
    flying = false;
  }

  function flyTo(view: { destination: Cartesian3; orientation: object }) {
    stop();
    const distance = Cartesian3.distance(scene.camera.positionWC, view.destination);
    if (prefersReducedMotion()) {
      scene.camera.setView(view);
      return;
    }
    flying = true;
    const end = () => {
      flying = false;
    };
    scene.camera.flyTo({
      ...view,
      duration: CesiumMath.clamp(0.6 + Math.log10(1 + distance / 20) * 0.9, 0.8, 3.2),
      complete: end,
      cancel: end,
    });
  }

  function changed(orbit: Orbit, { right = 0, forward = 0, turn = 0, tilt = 0, zoom = 1 }: OrbitChange): Orbit {
    const moved = right || forward ? shiftOrbit(scene, orbit, right * orbit.range, forward * orbit.range) : orbit;
    return limitOrbit({
      ...moved,
      heading: moved.heading + turn,
      pitch: moved.pitch + tilt,
      range: moved.range * zoom,
    });
  }

  function glideTo(next: Orbit) {
    const from = readOrbit(scene);
    target = next;
    const turn = CesiumMath.negativePiToPi(next.heading - from.heading);
    glide.start(0.35, (t) => {
      applyOrbit(scene, {
        pivot: Cartesian3.lerp(from.pivot, next.pivot, t, new Cartesian3()),
        heading: from.heading + turn * t,
        pitch: mix(from.pitch, next.pitch, t),
        range: from.range * (next.range / from.range) ** t,
      });
      if (t === 1) target = undefined;
    });
  }

  return {
    toPose(pose, instantly) {
      if (instantly) {
        stop();
        scene.camera.setView(poseToView(pose));
      } else flyTo(poseToView(pose));
    },
    toCircle(x, y, radius, heights) {
      const place = rdToCartographic(x, y);
      const ground = scene.globe.getHeight(place);
      // Before the town's ground has come the globe's is a chord, kilometres under it.
      if (ground !== undefined && Math.abs(ground - place.height) < HIGHEST) place.height = ground;
      const level = place.height - rdToCartographic(x, y).height;
      const isUnder = heights !== undefined && heights[0] < level - UNDER;
      // In the middle of what stands there, not of the ground.
      if (heights && !isUnder) place.height += Math.max((heights[1] - level) / 2, 0);
      const tall = heights ? Math.abs(heights[1] - heights[0]) / 2 : 0;
      const [steepest, flattest] = isUnder ? UNDER_PITCH : PITCH;
      const { horizontal, vertical } = fieldOfView(scene);
      const { heading, pitch } = scene.camera;
      flyTo(
        orbitToView(
          limitOrbit({
            pivot: Cartographic.toCartesian(place),
            heading,
            pitch: CesiumMath.clamp(pitch, CesiumMath.toRadians(steepest), CesiumMath.toRadians(flattest)),
            range: (1.15 * Math.max(radius, tall)) / Math.tan(Math.min(horizontal, vertical) / 2),
          }),
        ),
      );
    },
    change(change) {
      scene.camera.cancelFlight();
      glideTo(changed(target ?? readOrbit(scene), change));
    },
    drive(change) {
      if (glide.isMoving() || flying) stop();
      target = changed(target ?? readOrbit(scene), change);
      applyOrbit(scene, target);
    },
    face(heading, pitch) {
      scene.camera.cancelFlight();
      const orbit = target ?? readOrbit(scene);
      glideTo(limitOrbit({ ...orbit, heading: heading ?? orbit.heading, pitch: pitch ?? orbit.pitch }));
    },
    stop,
    isMoving: () => flying || glide.isMoving(),
  };
}

import { Cartesian3, Event } from 'cesium';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPerch } from '../../src/scene/perch.ts';

const eye = new Cartesian3(3_890_000, 330_000, 5_030_000);
const beside = (metres: number) => Cartesian3.add(eye, new Cartesian3(metres, 0, 0), new Cartesian3());

const controller = { enableCollisionDetection: true };
const preUpdate = new Event();
const camera = { positionWC: beside(500) };
let isFlying = true;
const perch = createPerch({ camera, preUpdate, screenSpaceCameraController: controller }, () => isFlying);

describe('a camera that is sent to an eye', () => {
  beforeEach(() => {
    perch.release();
    isFlying = true;
    camera.positionWC = beside(500);
    perch.hold(eye);
  });

  /** As the ticks of the scene do. */
  const isFree = () => {
    preUpdate.raiseEvent();
    return !controller.enableCollisionDetection;
  };

  it('may be lower than the ground allows while it flies there and rests there', () => {
    expect(isFree()).toBe(true);
    camera.positionWC = beside(0.1);
    isFlying = false;
    expect([isFree(), isFree()]).toEqual([true, true]);
  });

  it('is kept above the ground again when someone moves it away, or breaks off the flight', () => {
    isFlying = false;
    expect(isFree()).toBe(false);
    expect(preUpdate.numberOfListeners).toBe(0);
    perch.hold(eye);
    camera.positionWC = beside(0);
    expect(isFree()).toBe(true);
    camera.positionWC = beside(0.7);
    expect(isFree()).toBe(false);
  });

  it('leaves nothing behind when it is sent on or released', () => {
    perch.hold(beside(10));
    expect(preUpdate.numberOfListeners).toBe(1);
    perch.release();
    expect([preUpdate.numberOfListeners, controller.enableCollisionDetection]).toEqual([0, true]);
  });
});

// What JavaScript calls.
export { stepFull } from './full';
export { setupFull } from './full-state';
export { step } from './inertial';
export { soak } from './soak';
export { copyBorder, setup } from './state';

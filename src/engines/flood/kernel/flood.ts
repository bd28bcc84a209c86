// What JavaScript calls.
export { scratchBytes, step } from './inertial';
export { soak } from './soak';
export { copyBorder, setup } from './state';

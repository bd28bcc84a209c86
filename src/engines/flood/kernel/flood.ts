// What JavaScript calls.
export { step } from './inertial';
export { soak } from './soak';
export { copyBorder, setup } from './state';

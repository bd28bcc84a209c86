// Where everything lies in the memory that JavaScript writes too, and the numbers of the model.

export let radius: f64 = 0;
export let headway: f64 = 0;
export let gap: f64 = 0;
export let strength: f32 = 0;
export let perRange: f32 = 0;
export let wallStrength: f32 = 0;
export let perWallRange: f32 = 0;
export let passing: f64 = 0;
export let keepRight: f64 = 0;

export let width: i32 = 0;
export let height: i32 = 0;
export let columns: i32 = 0;
export let rows: i32 = 0;
/** Bytes of the directions of one destination. */
export let wayBytes: usize = 0;

export let directions: usize = 0;
export let clearance: usize = 0;
export let walls: usize = 0;
export let wallStart: usize = 0;
export let nearWalls: usize = 0;
export let starts: usize = 0;
export let nearX: usize = 0;
export let nearY: usize = 0;
export let singleX: usize = 0;
export let singleY: usize = 0;
export let order: usize = 0;
export let placeX: usize = 0;
export let placeY: usize = 0;
export let speedX: usize = 0;
export let speedY: usize = 0;
export let freeSpeed: usize = 0;
export let startTime: usize = 0;
export let fromX: usize = 0;
export let fromY: usize = 0;
export let destination: usize = 0;
export let onward: usize = 0;
export let heldFor: usize = 0;
export let stepAside: usize = 0;
export let turnBy: usize = 0;
export let isOwn: usize = 0;
export let goalX: usize = 0;
export let goalY: usize = 0;

/** Addresses and sizes (32 bits each), then numbers (64 bits each), in the order of `kernel-step.ts`. */
export function setup(sizes: usize, numbers: usize): void {
  width = load<i32>(sizes);
  height = load<i32>(sizes, 4);
  columns = load<i32>(sizes, 8);
  rows = load<i32>(sizes, 12);
  directions = load<u32>(sizes, 16);
  clearance = load<u32>(sizes, 20);
  walls = load<u32>(sizes, 24);
  wallStart = load<u32>(sizes, 28);
  nearWalls = load<u32>(sizes, 32);
  starts = load<u32>(sizes, 36);
  nearX = load<u32>(sizes, 40);
  nearY = load<u32>(sizes, 44);
  singleX = load<u32>(sizes, 48);
  singleY = load<u32>(sizes, 52);
  order = load<u32>(sizes, 56);
  placeX = load<u32>(sizes, 60);
  placeY = load<u32>(sizes, 64);
  speedX = load<u32>(sizes, 68);
  speedY = load<u32>(sizes, 72);
  freeSpeed = load<u32>(sizes, 76);
  startTime = load<u32>(sizes, 80);
  fromX = load<u32>(sizes, 84);
  fromY = load<u32>(sizes, 88);
  destination = load<u32>(sizes, 92);
  onward = load<u32>(sizes, 96);
  heldFor = load<u32>(sizes, 100);
  stepAside = load<u32>(sizes, 104);
  turnBy = load<u32>(sizes, 108);
  isOwn = load<u32>(sizes, 112);
  goalX = load<u32>(sizes, 116);
  goalY = load<u32>(sizes, 120);
  wayBytes = <usize>(width * height) << 3;
  radius = load<f64>(numbers);
  headway = load<f64>(numbers, 8);
  gap = load<f64>(numbers, 16);
  strength = <f32>load<f64>(numbers, 24);
  perRange = <f32>(1 / load<f64>(numbers, 32));
  wallStrength = <f32>load<f64>(numbers, 40);
  perWallRange = <f32>(1 / load<f64>(numbers, 48));
  passing = load<f64>(numbers, 56);
  keepRight = load<f64>(numbers, 64);
}

/** Forms of an event that stand in the street: cabin, container, tree, barrier, block, fence and closure. */
import { containers, FOOT, type FormSize, formColors, pickTint } from './crowd-form-colors.ts';
import type { Solid } from './crowd-solid.ts';

export function addCabin(solid: Solid, { length: l, width: w, height: h }: FormSize, isWide: boolean) {
  const [u, v] = [w / 2, l / 2];
  const eaves = h - 0.25;
  solid.box([-u + 0.04, -v + 0.04, FOOT], [u - 0.04, v - 0.04, eaves], formColors.cabin);
  solid.box([-u, -v, FOOT], [u, v, 0.12], formColors.dark);
  solid.box([-u, -v, eaves], [u, v, eaves + 0.08], formColors.paper);
  solid.box([-u, -v, eaves + 0.08], [u, v, h], formColors.white, Math.min(0.28, w / 4));
  const door = Math.min(isWide ? 1 : 0.72, l * 0.75) / 2;
  const front = u - 0.01;
  solid.box([front - 0.04, -door, 0.14], [front + 0.01, door, eaves - 0.12], formColors.cabinDoor);
  solid.box([front, -door + 0.06, 0.95], [front + 0.05, -door + 0.12, 1.15], formColors.dark);
  solid.box([front, -0.12, eaves - 0.42], [front + 0.02, 0.12, eaves - 0.2], formColors.white);
  if (isWide) {
    solid.box([front, -0.16, 1.25], [front + 0.02, 0.16, 1.57], formColors.blue);
    solid.box([front, -0.05, 1.33], [front + 0.03, 0.05, 1.5], formColors.white);
  }
  for (const side of [-1, 1])
    for (const rise of [eaves - 0.3, eaves - 0.22])
      solid.box(
        [-u * 0.5, side * (v - 0.04) - 0.01, rise],
        [u * 0.5, side * (v - 0.04) + 0.01, rise + 0.04],
        formColors.dark,
      );
}

export function addContainer(solid: Solid, { length: l, width: w, height: h, luck }: FormSize) {
  const tint = pickTint(containers, luck);
  const [u, v] = [w / 2, l / 2];
  const inner = 0.05;
  solid.box([-u + inner, -v + inner, FOOT], [u - inner, v - inner, h - 0.03], tint);
  for (const [a, b] of [
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ] as const)
    solid.box(
      [a < 0 ? -u : u - 0.16, b < 0 ? -v : v - 0.16, FOOT],
      [a < 0 ? -u + 0.16 : u, b < 0 ? -v + 0.16 : v, h],
      tint,
    );
  for (const side of [-1, 1]) {
    solid.box([side < 0 ? -u : u - 0.1, -v, h - 0.14], [side < 0 ? -u + 0.1 : u, v, h], tint);
    solid.box([side < 0 ? -u : u - 0.1, -v, FOOT], [side < 0 ? -u + 0.1 : u, v, 0.16], tint);
    const ribs = Math.max(Math.round((l - 0.4) / 0.28), 1);
    for (let i = 0; i < ribs; i++) {
      const at = -v + 0.2 + ((i + 0.5) * (l - 0.4)) / ribs;
      solid.box(
        [side < 0 ? -u + 0.01 : u - inner, at - 0.07, 0.16],
        [side < 0 ? -u + inner : u - 0.01, at + 0.07, h - 0.14],
        tint,
      );
    }
  }
  // Doors with their rods at one end.
  for (const side of [-0.5, 0.5]) {
    solid.box([side * w * 0.48 - w * 0.22, v - inner, 0.2], [side * w * 0.48 + w * 0.22, v - 0.02, h - 0.2], tint);
    for (const rod of [-0.1, 0.1])
      solid.bar([side * w * 0.48 + rod * w, v, 0.2], [side * w * 0.48 + rod * w, v, h - 0.2], 0.05, formColors.steel);
  }
}

export function addTree(solid: Solid, { length: l, width: w, height: h }: FormSize) {
  const tub = Math.min(0.8, h / 3);
  solid.box([-w / 2, -l / 2, FOOT], [w / 2, l / 2, tub], formColors.wood, -0.06);
  solid.box([-w / 2 + 0.1, -l / 2 + 0.1, tub - 0.02], [w / 2 - 0.1, l / 2 - 0.1, tub + 0.03], formColors.soil);
  const crown = (h - tub) * 0.62;
  solid.tube([0, 0, tub], h - tub - crown * 0.6, [0.08, 0.05], 6, formColors.woodDark);
  solid.ball([0, 0, h - crown / 2], Math.max(Math.min(w, l) * 0.62, crown * 0.4), crown, formColors.leaf);
}

export function addBarrier(solid: Solid, { length: l, height: h }: FormSize) {
  const v = l / 2;
  const low = 0.18;
  for (const up of [low, h - 0.03]) solid.bar([0, -v, up], [0, v, up], 0.045, formColors.steel);
  for (const end of [-1, 1]) {
    solid.bar([0, end * (v - 0.02), 0.02], [0, end * (v - 0.02), h], 0.045, formColors.steel);
    solid.bar([-0.28, end * (v - 0.25), 0.03], [0.28, end * (v - 0.25), 0.03], 0.05, formColors.steel);
  }
  const bars = Math.max(Math.round(l / 0.14) - 1, 1);
  for (let i = 1; i <= bars; i++) {
    const at = -v + (i * l) / (bars + 1);
    solid.bar([0, at, low], [0, at, h - 0.03], 0.022, formColors.steel);
  }
}

export function addBlock(solid: Solid, { length: l, width: w, height: h }: FormSize) {
  const [u, v] = [w / 2, l / 2];
  solid.box([-u, -v, FOOT], [u, v, h * 0.35], formColors.concrete);
  solid.box([-u, -v, h * 0.35], [u, v, h], formColors.concrete, Math.min(0.12, w / 5));
  for (const side of [-1, 1])
    for (const end of [-0.32, 0, 0.32])
      solid.box(
        [side * u - 0.012, end * l - l * 0.07, h * 0.1],
        [side * u + 0.012, end * l + l * 0.07, h * 0.26],
        formColors.yellow,
      );
}

export function addOwn(solid: Solid, { length: l, width: w, height: h }: FormSize) {
  const [u, v] = [w / 2, l / 2];
  solid.box([-u, -v, FOOT], [u, v, h - 0.06], formColors.own);
  solid.box([-u + 0.03, -v + 0.03, h - 0.06], [u - 0.03, v - 0.03, h], formColors.ownTop);
}

/** A panel of building fence: tubes with thin bars, on two blocks. */
export function addFence(solid: Solid, { length: l, height: h }: FormSize) {
  const v = l / 2;
  for (const up of [0.16, h * 0.55, h - 0.03]) solid.bar([0, -v + 0.02, up], [0, v - 0.02, up], 0.04, formColors.steel);
  for (const end of [-1, 1]) {
    solid.bar([0, end * (v - 0.03), 0.05], [0, end * (v - 0.03), h], 0.045, formColors.steel);
    solid.box([-0.32, end * (v - 0.02) - 0.1, FOOT], [0.32, end * (v - 0.02) + 0.1, 0.14], formColors.concrete, 0.02);
  }
  const bars = Math.max(Math.round(l / 0.2), 2);
  for (let i = 1; i < bars; i++) {
    const at = -v + (i * l) / bars;
    solid.bar([0, at, 0.16], [0, at, h - 0.03], 0.014, formColors.steel);
  }
}

/** A board in red and white across a street. */
export function addClosure(solid: Solid, { length: l, height: h }: FormSize) {
  const v = l / 2;
  const boards = Math.max(Math.round(l / 0.4), 2);
  for (const up of [h - 0.26, h * 0.42])
    for (let i = 0; i < boards; i++) {
      const [from, to] = [-v + (i * l) / boards, -v + ((i + 1) * l) / boards];
      solid.box([-0.03, from, up], [0.03, to, up + 0.22], i % 2 === 0 ? formColors.red : formColors.white);
    }
  for (const end of [-1, 1]) {
    solid.bar([0, end * (v - 0.15), FOOT], [0, end * (v - 0.15), h], 0.06, formColors.steel);
    solid.bar([-0.4, end * (v - 0.15), 0.05], [0.4, end * (v - 0.15), 0.05], 0.09, formColors.dark);
  }
}

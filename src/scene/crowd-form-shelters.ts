/** Forms with a roof of an event: stage, bar, stall and first aid. Their front looks across, to the right of their length. */
import { canvases, FOOT, type FormSize, formColors, pickTint } from './crowd-form-colors.ts';
import type { Solid, Spot, Tint } from './crowd-solid.ts';

function addTruss(solid: Solid, from: Spot, to: Spot, steps: number) {
  const isUp = Math.abs(to[2] - from[2]) > 0.1;
  const offsets: readonly Spot[] = isUp
    ? [
        [-0.15, -0.15, 0],
        [0.15, -0.15, 0],
        [0.15, 0.15, 0],
        [-0.15, 0.15, 0],
      ]
    : [
        [0, 0, 0.15],
        [0, 0, -0.15],
      ];
  const at = (share: number, offset: Spot): Spot => [
    from[0] + (to[0] - from[0]) * share + offset[0],
    from[1] + (to[1] - from[1]) * share + offset[1],
    from[2] + (to[2] - from[2]) * share + offset[2],
  ];
  for (const offset of offsets) solid.bar(at(0, offset), at(1, offset), 0.06, formColors.steel);
  for (let i = 0; i < steps; i++) {
    const [a, b] = [offsets[i % offsets.length] as Spot, offsets[(i + 1) % offsets.length] as Spot];
    solid.bar(at(i / steps, a), at((i + 1) / steps, b), 0.04, formColors.steel);
  }
}

export function addStage(solid: Solid, { length: l, width: w, height: h }: FormSize) {
  const [u, v] = [w / 2, l / 2];
  const deck = Math.min(1.2, h / 4);
  const roof = Math.max(h - 0.9, deck + 1.5);
  solid.box([-u, -v, FOOT], [u, v, deck - 0.12], formColors.cloth);
  solid.box([-u, -v, deck - 0.12], [u, v, deck], formColors.deck);
  // Boards of the deck.
  for (let at = -v + 1; at < v; at += 1)
    solid.box([-u + 0.05, at - 0.02, deck], [u - 0.05, at + 0.02, deck + 0.01], formColors.woodDark);
  solid.box([-u + 0.1, -v + 0.4, deck], [-u + 0.2, v - 0.4, roof], formColors.cloth);
  for (const [a, b] of [
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ] as const)
    addTruss(solid, [a * (u - 0.3), b * (v - 0.3), deck], [a * (u - 0.3), b * (v - 0.3), roof], 6);
  addTruss(solid, [u - 0.3, -v + 0.3, roof], [u - 0.3, v - 0.3, roof], Math.max(Math.round(l / 0.8), 4));
  // Lamps on the beam.
  for (let i = 1; i < 8; i++) {
    const at = -v + (i * l) / 8;
    solid.tube([u - 0.3, at, roof - 0.55], 0.3, [0.13, 0.09], 7, formColors.dark);
  }
  // A canopy that slopes to the back.
  const [front, back] = [h, roof + 0.15];
  const [fa, fb]: [Spot, Spot] = [
    [u + 0.1, -v - 0.1, front],
    [u + 0.1, v + 0.1, front],
  ];
  const [ba, bb]: [Spot, Spot] = [
    [-u - 0.1, -v - 0.1, back],
    [-u - 0.1, v + 0.1, back],
  ];
  solid.quad(ba, fa, fb, bb, formColors.white);
  // Its underside a hand lower: two faces in one place flicker.
  const below = ([u0, v0, up]: Spot): Spot => [u0, v0, up - 0.06];
  solid.quad(below(bb), below(fb), below(fa), below(ba), formColors.steel);
  const under = (spot: Spot): Spot => [spot[0], spot[1], roof];
  solid.quad(under(fa), under(fb), fb, fa, formColors.canopy);
  solid.quad(under(ba), under(fa), fa, ba, formColors.canopy);
  solid.quad(under(fb), under(bb), bb, fb, formColors.canopy);
  solid.quad(under(bb), under(ba), ba, bb, formColors.canopy);
  for (const side of [-1, 1])
    solid.box(
      [u - 0.9, side * (v - 1.2) - 0.45, deck],
      [u - 0.15, side * (v - 1.2) + 0.45, Math.min(deck + 2.2, roof - 0.6)],
      formColors.dark,
    );
}

/** Stripes of two colours over a slope, along its length. */
function addStripes(
  solid: Solid,
  low: readonly [Spot, Spot],
  high: readonly [Spot, Spot],
  tints: readonly [Tint, Tint],
) {
  const length = Math.hypot(low[1][0] - low[0][0], low[1][1] - low[0][1]);
  const stripes = Math.max(Math.round(length / 0.45), 3);
  const at = ([a, b]: readonly [Spot, Spot], share: number): Spot => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
    a[2] + (b[2] - a[2]) * share,
  ];
  for (let i = 0; i < stripes; i++) {
    const [from, to] = [i / stripes, (i + 1) / stripes];
    solid.quad(at(low, from), at(low, to), at(high, to), at(high, from), tints[i % 2] as Tint);
  }
}

function addPosts(solid: Solid, u: number, v: number, up: number, tint: Tint) {
  for (const a of [-1, 1]) for (const b of [-1, 1]) solid.bar([a * u, b * v, FOOT], [a * u, b * v, up], 0.07, tint);
}

export function addBar(solid: Solid, { length: l, width: w, height: h, luck }: FormSize) {
  const [u, v] = [w / 2, l / 2];
  const tints = [pickTint(canvases, luck), formColors.white] as const;
  addPosts(solid, u - 0.08, v - 0.08, h - 0.5, formColors.dark);
  solid.box([u - 0.65, -v + 0.1, FOOT], [u - 0.2, v - 0.1, 1.05], formColors.woodDark);
  solid.box([u - 0.75, -v + 0.02, 1.05], [u - 0.05, v - 0.02, 1.12], formColors.wood);
  for (let at = -v + 0.6; at < v - 0.3; at += 0.9)
    solid.tube([u - 0.45, at, 1.12], 0.3, [0.05, 0.04], 6, formColors.steel);
  solid.box([-u + 0.05, -v + 0.1, FOOT], [-u + 0.5, v - 0.1, 1.9], formColors.wood);
  const back: [Spot, Spot] = [
    [-u, v, h],
    [-u, -v, h],
  ];
  const front: [Spot, Spot] = [
    [u + 0.35, v, h - 0.6],
    [u + 0.35, -v, h - 0.6],
  ];
  addStripes(solid, front, back, tints);
  addStripes(
    solid,
    [
      [u + 0.35, -v, h - 0.85],
      [u + 0.35, v, h - 0.85],
    ],
    [
      [u + 0.35, -v, h - 0.6],
      [u + 0.35, v, h - 0.6],
    ],
    tints,
  );
  solid.quad([-u, -v, h - 0.6], [-u, -v, h], [-u, v, h], [-u, v, h - 0.6], tints[0]);
}

function addGable(solid: Solid, u: number, v: number, eaves: number, ridge: number, tints: readonly [Tint, Tint]) {
  addStripes(
    solid,
    [
      [u, -v, eaves],
      [u, v, eaves],
    ],
    [
      [0, -v, ridge],
      [0, v, ridge],
    ],
    tints,
  );
  addStripes(
    solid,
    [
      [-u, v, eaves],
      [-u, -v, eaves],
    ],
    [
      [0, v, ridge],
      [0, -v, ridge],
    ],
    tints,
  );
  solid.triangle([-u, -v, eaves], [u, -v, eaves], [0, -v, ridge], tints[0]);
  solid.triangle([u, v, eaves], [-u, v, eaves], [0, v, ridge], tints[0]);
}

export function addStall(solid: Solid, { length: l, width: w, height: h, luck }: FormSize) {
  const [u, v] = [w / 2, l / 2];
  const tint = pickTint(canvases, luck);
  const eaves = h * 0.74;
  addPosts(solid, u - 0.06, v - 0.06, eaves, formColors.steel);
  solid.box([u * 0.15, -v + 0.12, 0.78], [u - 0.08, v - 0.12, 0.86], formColors.wood);
  solid.quad(
    [u - 0.1, -v + 0.12, FOOT],
    [u - 0.1, v - 0.12, FOOT],
    [u - 0.1, v - 0.12, 0.82],
    [u - 0.1, -v + 0.12, 0.82],
    formColors.paper,
  );
  solid.quad(
    [-u + 0.06, v - 0.06, FOOT],
    [-u + 0.06, -v + 0.06, FOOT],
    [-u + 0.06, -v + 0.06, eaves],
    [-u + 0.06, v - 0.06, eaves],
    formColors.paper,
  );
  // What is for sale.
  const goods = Math.max(Math.floor((l - 0.5) / 0.5), 1);
  for (let i = 0; i < goods; i++) {
    const at = -v + 0.25 + ((i + 0.5) * (l - 0.5)) / goods;
    const good = canvases[(i + Math.floor(luck * 97)) % canvases.length] as Tint;
    solid.box([u * 0.3, at - 0.17, 0.86], [u * 0.7, at + 0.17, 1 + 0.08 * ((i * 7) % 3)], good, 0.04);
  }
  addGable(solid, u, v, eaves, h, [tint, formColors.white]);
  addStripes(
    solid,
    [
      [u, -v, eaves - 0.22],
      [u, v, eaves - 0.22],
    ],
    [
      [u, -v, eaves],
      [u, v, eaves],
    ],
    [formColors.white, tint],
  );
}

export function addFirstAid(solid: Solid, { length: l, width: w, height: h }: FormSize) {
  const [u, v] = [w / 2, l / 2];
  const eaves = h * 0.72;
  solid.box([-u + 0.05, -v + 0.05, FOOT], [u - 0.05, v - 0.05, eaves], formColors.white);
  addGable(solid, u, v, eaves, h, [formColors.white, formColors.paper]);
  const side = Math.min(eaves * 0.55, l * 0.4, 1.1) / 2;
  // White on green is the sign of first aid; a red cross is a protected emblem.
  for (const face of [-1, 1]) {
    const at = face * (u - 0.05);
    const slab = (halfV: number, halfH: number, deep: number, tint: Tint) =>
      solid.box(
        [Math.min(at, at + face * deep), -halfV, 1.35 - halfH],
        [Math.max(at, at + face * deep), halfV, 1.35 + halfH],
        tint,
      );
    slab(side, side, 0.02, formColors.green);
    slab(side * 0.7, side * 0.24, 0.035, formColors.white);
    slab(side * 0.24, side * 0.7, 0.035, formColors.white);
  }
  const flat = Math.min(l, w) * 0.2;
  const slope = Math.hypot(h - eaves, u);
  for (const face of [-1, 1]) {
    const onRoof = (a: number, b: number): Spot => [
      face * u * 0.5 + (face * a * u) / slope,
      b,
      (eaves + h) / 2 - (a * (h - eaves)) / slope + 0.03,
    ];
    const panel = (a: number, b: number, tint: Tint) =>
      face > 0
        ? solid.quad(onRoof(a, -b), onRoof(a, b), onRoof(-a, b), onRoof(-a, -b), tint)
        : solid.quad(onRoof(a, b), onRoof(a, -b), onRoof(-a, -b), onRoof(-a, b), tint);
    panel(flat, flat * 0.32, formColors.green);
    panel(flat * 0.32, flat, formColors.green);
  }
}

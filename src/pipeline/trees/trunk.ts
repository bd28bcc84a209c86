import type { LeafMeshBuilder, Vector } from './leaf-mesh.ts';

/** Below the ground, so that no trunk floats over a slope; shares of the height. */
const ROOT = -0.04;

/**
 * A trunk of `sides` sides up to `top`, narrower towards it; with a `knob`, the thick head of a tree that is cut back again
 * and again, it is wider there.
 */
export function addTrunk(
  mesh: LeafMeshBuilder,
  [radius, top]: readonly [radius: number, top: number],
  bark: Vector,
  sides: number,
  knob: boolean,
): void {
  const rings: readonly (readonly [height: number, radius: number, shade: number])[] = knob
    ? [
        [ROOT, radius * 1.1, 0.8],
        [top * 0.75, radius * 0.95, 0.95],
        [top, radius * 1.7, 0.7],
      ]
    : [
        [ROOT, radius * 1.2, 0.85],
        [top, radius * 0.6, 0.75],
      ];
  const corners = rings.map(([height, reach, shade]) =>
    Array.from({ length: sides }, (_, i) => {
      const angle = (i / sides) * 2 * Math.PI;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const colour: Vector = [bark[0] * shade, bark[1] * shade, bark[2] * shade];
      return mesh.point([reach * c, height, reach * s], [c, 0.1, s], colour);
    }),
  );
  for (let ring = 1; ring < corners.length; ring++) {
    for (let i = 0; i < sides; i++) {
      const [a, b] = [corners[ring - 1]?.[i], corners[ring - 1]?.[(i + 1) % sides]] as [number, number];
      const [c, d] = [corners[ring]?.[i], corners[ring]?.[(i + 1) % sides]] as [number, number];
      mesh.triangle(a, c, b);
      mesh.triangle(b, c, d);
    }
  }
}

/** What is left of a trunk far away: three triangles that end in a point. */
export function addSpike(
  mesh: LeafMeshBuilder,
  [radius, top]: readonly [radius: number, top: number],
  bark: Vector,
): void {
  const tip = mesh.point([0, top * 1.2, 0], [0, 1, 0], bark);
  const feet = [0, 1, 2].map((i) => {
    const [c, s] = [Math.cos((i * 2 * Math.PI) / 3), Math.sin((i * 2 * Math.PI) / 3)];
    return mesh.point([1.3 * radius * c, ROOT, 1.3 * radius * s], [c, 0.1, s], bark);
  }) as [number, number, number];
  for (let i = 0; i < 3; i++) mesh.triangle(feet[i] as number, tip, feet[(i + 1) % 3] as number);
}

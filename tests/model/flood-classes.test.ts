import { describe, expect, it } from 'vitest';
import { classesOf, classOf, classSchemes, floodViews, MOST_CLASSES } from '../../src/model/flood-classes.ts';

describe('classes of water', () => {
  it('ascend, fit the graphics card, and begin where drawing begins', () => {
    for (const view of floodViews) {
      for (const scheme of classSchemes) {
        for (const isBreach of [false, true]) {
          const classes = classesOf(view, scheme, isBreach);
          expect(classes.length).toBeLessThanOrEqual(MOST_CLASSES);
          for (const [i, { from }] of classes.entries())
            if (i > 0) expect(from).toBeGreaterThan(classes[i - 1]?.from ?? 0);
          if (view === 'deepest') expect(classes[0]?.from).toBe(0.05);
        }
      }
    }
  });

  it('get darker one after the other for depth, so that they can be told apart without colour', () => {
    const luminance = (color: string) =>
      [0.2126, 0.7152, 0.0722].reduce(
        (sum, weight, k) => sum + weight * (Number.parseInt(color.slice(1 + 2 * k, 3 + 2 * k), 16) / 255) ** 2.2,
        0,
      );
    for (const scheme of classSchemes) {
      const light = classesOf('deepest', scheme).map(({ color }) => luminance(color));
      for (let i = 1; i < light.length; i++)
        expect(((light[i - 1] as number) + 0.05) / ((light[i] as number) + 0.05)).toBeGreaterThan(1.25);
    }
  });

  it('hold a value in the last one that it reaches', () => {
    const classes = classesOf('deepest', 'street');
    expect([0.04, 0.05, 0.1, 0.31, 9].map((depth) => classOf(classes, depth))).toEqual([-1, 0, 1, 4, 5]);
  });
});

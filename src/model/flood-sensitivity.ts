/**
 * How much the area with 5 cm or more (wet) and 10 cm or more (deep) changes when what the model assumes is otherwise, in percent of the standard run: the middle of the
 * demo's town, 800 × 800 m, 70 mm in an hour, cells of 4 m. `npm run validation` computes it again and holds it against this
 * (`tests/validation/flood-sensitivity.test.ts`).
 */
export const floodSensitivity = {
  computed: '2026-11-22',
  changes: {
    smooth: { wet: -6, deep: -9 },
    rough: { wet: 5, deep: 8 },
    lessSoil: { wet: 21, deep: 19 },
    moreSoil: { wet: -36, deep: -27 },
    noSewer: { wet: 15, deep: 18 },
    moreSewer: { wet: -8, deep: -8 },
    fine: { wet: -2, deep: -4 },
    coarse: { wet: 10, deep: 20 },
  },
} as const;

export type SensitivityId = keyof typeof floodSensitivity.changes;

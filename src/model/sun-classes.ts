/** Classes of a map of sun hours: from dark to light, told apart by who sees no red or green, and by lines where there is little. */
export interface SunClass {
  /** Hours from which it counts. */
  readonly from: number;
  readonly color: string;
  /** Lines over it: none, one way, crossed. */
  readonly lines: 0 | 1 | 2;
}

/** Lines under two hours: what the lightest of the rules asks. */
export const hourClasses: readonly SunClass[] = [
  { from: 0, color: '#1d2b5e', lines: 2 },
  { from: 1, color: '#37477a', lines: 1 },
  { from: 2, color: '#5a6585', lines: 0 },
  { from: 3, color: '#7d8088', lines: 0 },
  { from: 4, color: '#a59c78', lines: 0 },
  { from: 6, color: '#d0b95f', lines: 0 },
  { from: 8, color: '#f7d84a', lines: 0 },
];

/** What is less is not drawn. */
const LEAST_LOSS = 0.25;
export const lossClasses: readonly SunClass[] = [
  { from: LEAST_LOSS, color: '#fbdcb6', lines: 0 },
  { from: 0.5, color: '#f3ab6d', lines: 0 },
  { from: 1, color: '#dd6f3c', lines: 0 },
  { from: 2, color: '#a5352c', lines: 1 },
  { from: 3, color: '#5c1030', lines: 2 },
];

/** Of all maps. */
export const MOST_SUN_CLASSES = 7;

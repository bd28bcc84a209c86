/** What can be asked of the view, in the order of the panel. */
export const questionIds = [
  'view',
  'sunlight',
  'flood',
  'solar',
  'heat',
  'claims',
  'crowd',
  'counts',
  'age',
  'height',
] as const;
export type QuestionId = (typeof questionIds)[number];

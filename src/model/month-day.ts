/** Whether a text is a month and a day (`02-19`) of some year; 29 February is one. */
export function isMonthDay(text: string): boolean {
  if (!/^\d\d-\d\d$/.test(text)) return false;
  // A leap year; a day that is not there becomes one of the next month.
  const time = Date.parse(`2024-${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(5, 10) === text;
}

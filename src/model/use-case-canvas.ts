/**
 * The canvas of the task that a question serves: why it is asked, whom it touches, and what is decided with the answer. Digital
 * twins are not neutral, so what they are used for is written down where they are used.
 *
 * The light form is three short texts, one for each thing that a council asks before it agrees to such a use: what for (question
 * and goal), for and against whom (who is concerned and what weighs), and how (data, models and decision moments). Every section
 * of the full form has its home in one of the three, and stands below its text. So the form is a way of showing and nothing is
 * moved or copied when it changes: a light canvas grows and comes back without loss.
 *
 * All of it is plain text of roles and organisations, never markup and never rendered as such. Members that this version does not
 * know stay where they are. A file holds a set: `{ "tweelingstad": 1, "canvases": [...] }`.
 */
import * as z from 'zod/mini';

const FILE_VERSION = 1;
const CANVAS_SCHEMA = 1;
export const canvasForms = ['light', 'full'] as const;
export type CanvasForm = (typeof canvasForms)[number];

export const canvasParts = ['purpose', 'people', 'means'] as const;
export type CanvasPart = (typeof canvasParts)[number];

/** Sections of the full form in the order of reading, with the part that they stand in and the fields of their rows. */
export const canvasSections = {
  goals: { part: 'purpose', fields: ['goal'] },
  indicators: { part: 'purpose', fields: ['what', 'enough'] },
  stakeholders: { part: 'people', fields: ['who', 'interest'] },
  ethics: { part: 'people', fields: ['consideration', 'answer'] },
  data: { part: 'means', fields: ['what', 'source'] },
  models: { part: 'means', fields: ['what', 'limits'] },
  steps: { part: 'means', fields: ['what', 'who', 'when', 'decision'] },
} as const satisfies Readonly<Record<string, { readonly part: CanvasPart; readonly fields: readonly string[] }>>;
export type CanvasSection = keyof typeof canvasSections;
export type CanvasField = (typeof canvasSections)[CanvasSection]['fields'][number];
export const canvasSectionIds = Object.keys(canvasSections) as CanvasSection[];

export const LONGEST_CANVAS_TITLE = 120;
/** A part that is longer is no longer read at a glance. */
export const LONGEST_PART = 800;
export const LONGEST_CELL = 400;
export const MOST_ROWS = 30;

/** By name of the field; one that is absent is empty. */
export type CanvasRow = Readonly<Record<string, unknown>> & { readonly [F in CanvasField]?: string };

export interface UseCaseCanvas {
  readonly schema: number;
  /** Id of the question that it belongs to. */
  readonly question: string;
  /** ISO 639: what it is written in. */
  readonly language: string;
  readonly title: string;
  /** How it is shown at first. */
  readonly form: CanvasForm;
  /** By role, not by name. */
  readonly author?: string | undefined;
  /** ISO 8601 day of its last change. */
  readonly date?: string | undefined;
  readonly parts: { readonly [P in CanvasPart]?: string };
  readonly sections: { readonly [S in CanvasSection]?: readonly CanvasRow[] };
}

/** Line ends and tabs apart, signs that are not written: what else carries them is no text. */
const isPlain = (text: string) => !/[^\P{Cc}\n\t]/u.test(text);
const plain = (longest: number) =>
  z.string().check(z.maxLength(longest), z.refine(isPlain, { error: 'holds control characters: expected plain text' }));

const rowsOf = (fields: readonly string[]) =>
  z.optional(
    z
      .array(z.looseObject(Object.fromEntries(fields.map((field) => [field, z.optional(plain(LONGEST_CELL))]))))
      .check(z.maxLength(MOST_ROWS)),
  );

export const useCaseCanvas = z.looseObject({
  schema: z.number().check(z.minimum(1)),
  question: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
  title: plain(LONGEST_CANVAS_TITLE),
  form: z.enum(canvasForms),
  author: z.optional(plain(LONGEST_CANVAS_TITLE)),
  date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  parts: z.looseObject(Object.fromEntries(canvasParts.map((part) => [part, z.optional(plain(LONGEST_PART))]))),
  sections: z.looseObject(
    Object.fromEntries(canvasSectionIds.map((section) => [section, rowsOf(canvasSections[section].fields)])),
  ),
});

const file = z.object({
  tweelingstad: z.number().check(z.minimum(1)),
  canvases: z.array(useCaseCanvas).check(z.minLength(1)),
});

/** Throws an Error whose message names the file and every field that is wrong. */
export function parseCanvasFile(json: unknown, name: string): readonly UseCaseCanvas[] {
  const result = file.safeParse(json);
  if (result.success) return result.data.canvases as readonly UseCaseCanvas[];
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || '(top level)'}: ${issue.message}`);
  throw new Error(`${name} is no set of canvases: ${issues.join('; ')}`);
}

export const writeCanvasFile = (canvases: readonly UseCaseCanvas[]): string =>
  `${JSON.stringify({ tweelingstad: FILE_VERSION, canvases }, undefined, 2)}\n`;

export const emptyCanvas = (question: string, title: string, language: string): UseCaseCanvas => ({
  schema: CANVAS_SCHEMA,
  question,
  language,
  title: title.slice(0, LONGEST_CANVAS_TITLE),
  form: 'light',
  parts: {},
  sections: {},
});

/** As a field takes it: one kind of line end, no signs that are not written, no longer than may be. */
export const toPlainText = (text: string, longest: number): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, longest);

export function withPart(canvas: UseCaseCanvas, part: CanvasPart, text: string): UseCaseCanvas {
  const next = toPlainText(text, LONGEST_PART);
  return next === (canvas.parts[part] ?? '') ? canvas : { ...canvas, parts: { ...canvas.parts, [part]: next } };
}

/** Title or author: one line. */
export function withLine(canvas: UseCaseCanvas, member: 'title' | 'author', text: string): UseCaseCanvas {
  const next = toPlainText(text.trim().replace(/\s+/g, ' '), LONGEST_CANVAS_TITLE);
  return next === (canvas[member] ?? '') ? canvas : { ...canvas, [member]: next };
}

export const withForm = (canvas: UseCaseCanvas, form: CanvasForm): UseCaseCanvas =>
  form === canvas.form ? canvas : { ...canvas, form };

function changeRows(
  canvas: UseCaseCanvas,
  section: CanvasSection,
  edit: (rows: readonly CanvasRow[]) => readonly CanvasRow[],
): UseCaseCanvas {
  const rows = canvas.sections[section] ?? [];
  const next = edit(rows);
  return next === rows ? canvas : { ...canvas, sections: { ...canvas.sections, [section]: next } };
}

/** At the end; a section that is full stays as it is. */
export const withRow = (canvas: UseCaseCanvas, section: CanvasSection, row: CanvasRow = {}): UseCaseCanvas =>
  changeRows(canvas, section, (rows) => (rows.length < MOST_ROWS ? [...rows, row] : rows));

export const withoutRow = (canvas: UseCaseCanvas, section: CanvasSection, index: number): UseCaseCanvas =>
  changeRows(canvas, section, (rows) => (rows[index] ? rows.toSpliced(index, 1) : rows));

/** Up (−1) or down (1); at either end nothing happens. */
export function withMovedRow(
  canvas: UseCaseCanvas,
  section: CanvasSection,
  index: number,
  step: -1 | 1,
): UseCaseCanvas {
  return changeRows(canvas, section, (rows) => {
    const [row, other] = [rows[index], rows[index + step]];
    return row && other ? rows.with(index, other).with(index + step, row) : rows;
  });
}

export function withCell(
  canvas: UseCaseCanvas,
  section: CanvasSection,
  index: number,
  field: CanvasField,
  text: string,
): UseCaseCanvas {
  const cell = toPlainText(text, LONGEST_CELL);
  return changeRows(canvas, section, (rows) => {
    const row = rows[index];
    return row && (row[field] ?? '') !== cell ? rows.with(index, { ...row, [field]: cell }) : rows;
  });
}

/** Rows in which something is written in a field that this version knows. */
export function filledRows(canvas: UseCaseCanvas, section: CanvasSection): readonly CanvasRow[] {
  const { fields } = canvasSections[section];
  return (canvas.sections[section] ?? []).filter((row) => fields.some((field) => row[field]?.trim()));
}

/** What the full form holds and the light one does not show. */
export const countRows = (canvas: UseCaseCanvas): number =>
  canvasSectionIds.reduce((sum, section) => sum + filledRows(canvas, section).length, 0);

export const sectionsOf = (part: CanvasPart): readonly CanvasSection[] =>
  canvasSectionIds.filter((section) => canvasSections[section].part === part);

/** Of those for a question: the one in that language, else the first. */
export const pickCanvas = (
  canvases: readonly UseCaseCanvas[],
  question: string,
  language: string,
): UseCaseCanvas | undefined => {
  const own = canvases.filter((canvas) => canvas.question === question);
  return own.find((canvas) => canvas.language === language) ?? own[0];
};

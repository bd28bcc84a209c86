/** Puts a file from the visitor's disk into the drawing. */
import { addPlaced } from '../model/drawing.ts';
import { readImport, refuseUnread } from '../model/import-file.ts';
import type { ImportProblem } from '../model/import-problem.ts';
import { addAll, middleOfView } from './drawing.ts';
import { keepFile } from './drawn-files.ts';
import { twin } from './twin.ts';

/** Resolves to the reason why not; to undefined when it stands. */
export async function placeFile(file: File): Promise<ImportProblem | undefined> {
  const unread = refuseUnread(file.name, file.size);
  if (unread) return unread;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = readImport(file.name, bytes);
  if ('problem' in result) return result.problem;
  const { value } = result;
  const [x, y] = middleOfView() ?? [0, 0];
  const { footprint, drawing } = twin.getState();
  const nap = footprint?.centre?.nap ?? drawing?.history.present.peilNap ?? 0;
  const { box, mediaType } = value;
  const thing = { name: file.name, box, file: keepFile(bytes, mediaType), x, y, nap, rotationDegrees: 0, scale: 1 };
  addAll(file.name, [(before) => addPlaced(before, thing)]);
  return undefined;
}

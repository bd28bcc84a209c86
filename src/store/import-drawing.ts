/** Puts a file from the visitor's disk into the drawing. */
import { type Added, addPlaced, addVolume, type Drawing } from '../model/drawing.ts';
import { type Imported, readImport, refuseUnread } from '../model/import-file.ts';
import type { ImportProblem } from '../model/import-problem.ts';
import { toMillimetres } from '../model/outline.ts';
import type { PlanVolume } from '../model/plan-volume.ts';
import { addAll, showDrawn } from './drawing.ts';
import { keepFile } from './drawn-files.ts';
import { middleOfView } from './middle-of-view.ts';
import { twin } from './twin.ts';

type Adder = (before: Drawing) => Added;

/** The file's heights above its own peil stay as high as they were. */
function raise({ roof, ...volume }: PlanVolume, shift: number): PlanVolume {
  if (volume.reference !== 'peil' || shift === 0) return { ...volume, roof };
  return {
    ...volume,
    lower: toMillimetres(volume.lower + shift),
    upper: toMillimetres(volume.upper + shift),
    roof: roof.eaves === undefined ? roof : { ...roof, eaves: toMillimetres(roof.eaves + shift) },
  };
}

/** A model has no place of its own: it goes to the middle of the picture, on the ground. */
function placeModel(name: string, bytes: Uint8Array<ArrayBuffer>, value: Imported & { kind: 'model' }): Adder {
  const { footprint, drawing } = twin.getState();
  const [x, y] = middleOfView() ?? [155_000, 463_000];
  const nap = footprint?.centre?.nap ?? drawing?.history.present.peilNap ?? 0;
  const { box, mediaType } = value;
  const thing = { name, box, file: keepFile(bytes, mediaType), x, y, nap, rotationDegrees: 0, scale: 1 };
  return (before) => addPlaced(before, thing);
}

function listAdders(name: string, bytes: Uint8Array<ArrayBuffer>, value: Imported): Adder[] {
  if (value.kind === 'model') return [placeModel(name, bytes, value)];
  if (value.kind === 'buildings') return value.buildings.map((thing) => (before) => addPlaced(before, thing));
  const { volumes, peilNap } = value;
  return volumes.map(
    (volume) => (before) => addVolume(before, raise(volume, peilNap === undefined ? 0 : peilNap - before.peilNap)),
  );
}

function listIds(): string[] {
  const { volumes = [], placed = [] } = twin.getState().drawing?.history.present ?? {};
  return [...volumes, ...placed].map(({ id }) => id);
}

/** Resolves to the reason why not; to undefined when it stands. */
export async function placeFile(file: File): Promise<ImportProblem | undefined> {
  const unread = refuseUnread(file.name, file.size);
  if (unread) return unread;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = readImport(file.name, bytes);
  if ('problem' in result) return result.problem;
  const known = new Set(listIds());
  addAll(file.name, listAdders(file.name, bytes, result.value));
  // What brings a place of its own may lie out of sight.
  if (result.value.kind !== 'model') showDrawn(listIds().filter((id) => !known.has(id)));
  return undefined;
}

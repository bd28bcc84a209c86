/** The municipalities that a folder with the viewer holds: together they say what its page may load. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { type Municipality, parseMunicipality } from '../../model/municipality.ts';

const NAME = 'municipality.json';

/** Throws {@link InputError} that names file and field. */
export function readMunicipalityFile(file: string): Municipality {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`);
  }
  try {
    return parseMunicipality(json, file);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

const fail = (error: InputError): never => {
  throw error;
};

/**
 * `folder` holds `made/<id>/municipality.json`: a build, the place of the viewer in a pack, or `public`. In order of id. A file
 * that is wrong is thrown as {@link InputError}, unless `onProblem` takes it: then it has no say.
 */
export function readSite(folder: string, onProblem: (error: InputError) => void = fail): Municipality[] {
  const made = join(folder, 'made');
  if (!existsSync(made)) return [];
  const files = readdirSync(made)
    .sort()
    .map((id) => join(made, id, NAME))
    .filter((file) => existsSync(file));
  return files.flatMap((file) => {
    try {
      return readMunicipalityFile(file);
    } catch (error) {
      onProblem(error as InputError);
      return [];
    }
  });
}

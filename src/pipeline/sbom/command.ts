/** The options of `cli sbom`. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { writeBeside } from '../write-beside.ts';

interface SbomCommand {
  readonly out?: string;
}

export function addSbomCommand(command: Command): Command {
  return command
    .description(
      'print what the software is made of (CycloneDX 1.6, JSON) from package-lock.json: name, version, licence, hash and who needs it; ' +
        'scope "excluded" is what only building and testing need',
    )
    .option('--out <file>', 'write it there instead of to standard output')
    .action(async ({ out }: SbomCommand) => {
      const { makeSbom, readLock } = await import('../sbom.ts');
      const text = `${JSON.stringify(makeSbom(readLock()), undefined, 2)}\n`;
      if (out === undefined) process.stdout.write(text);
      else await writeBeside(out, 'file', (path) => writeFile(path, text));
    });
}

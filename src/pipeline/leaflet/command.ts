/** The options of `cli leaflet`; what it writes goes to standard output. */
import { type Command, Option } from 'commander';
import { leafletIds } from '../../model/leaflet.ts';
import type { LeafletRun } from '../leaflet.ts';

export function addLeafletCommand(command: Command): Command {
  return command
    .description(
      "print the leaflets of a made municipality's questions: for the national algorithm register (schema 0.3.1; what only the municipality " +
        'knows is named as open), its data as DCAT (JSON-LD, the same as catalog.jsonld), or Markdown to read',
    )
    .argument('<municipality>', 'its id (made in public/made/<id>), or the folder that "build" made')
    .addOption(new Option('--question <id>', 'only this one (not for dcat)').choices(leafletIds))
    .addOption(new Option('--for <form>', 'for what').choices(['register', 'dcat', 'markdown']).default('markdown'))
    .addOption(new Option('--format <format>', "the register's file").choices(['json', 'csv']).default('json'))
    .addOption(new Option('--language <language>', 'of the texts').choices(['nl', 'en']).default('nl'))
    .action(async (place: string, run: LeafletRun) => {
      const { makeLeaflets } = await import('../leaflet.ts');
      const { text, notes } = makeLeaflets(place, run);
      for (const note of notes) process.stderr.write(`note: ${note}\n`);
      process.stdout.write(text);
    });
}

/** The options of `cli headers`; its configuration goes to standard output. */
import { type Command, Option } from 'commander';
import { type ServerKind, serverKinds } from './server-config.ts';

interface HeadersCommand {
  readonly for: ServerKind;
  readonly municipality?: readonly string[];
  readonly json: boolean;
}

export function addHeadersCommand(command: Command): Command {
  return command
    .description(
      'print the security headers of a site for its web server, as configuration, from the hosts and embedders that its municipalities ' +
        'name; also puts the policy in its pages and writes .well-known/security.txt. "serve" and "pack" do it by themselves',
    )
    .argument('<dist>', 'a folder that "npm run build" made')
    .addOption(new Option('--for <server>', 'whose configuration').choices(serverKinds).makeOptionMandatory())
    .option('--municipality <file...>', "municipality.json files (default: those in the folder's made/)")
    .option('--json', 'print origins, notes and configuration as JSON', false)
    .action(async (dist: string, { json, ...options }: HeadersCommand) => {
      const { makeHeaders } = await import('../headers.ts');
      const report = await makeHeaders(dist, options);
      for (const note of report.notes) process.stderr.write(`note: ${note}\n`);
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : report.config);
    });
}

import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { TriedType } from '../../data-provider-adapter/described-sources/try-source.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { bold, dim, green, red, Terminal } from '../terminal/terminal.ts';
import { readInstant } from './read-instant.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface TryOptions {
  readonly account: string;
  readonly sources?: string;
  readonly dataType?: string;
  readonly fields?: string;
  readonly from?: string;
  readonly to?: string;
  readonly timeout: string;
  readonly showValues?: boolean;
  readonly json?: boolean;
}

async function trySourceNamed(name: string, options: TryOptions, environment: Environment): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const file = options.sources ?? environment['RECORD_SOURCES_FILE'];
  if (file === undefined)
    throw new CommandFailure('usage', 'name the file of sources: --sources or RECORD_SOURCES_FILE');
  if (!/^[1-9]\d{0,4}$/.test(options.timeout)) throw new CommandFailure('usage', '--timeout: whole seconds are needed');
  const range = {
    from: readInstant(options.from ?? '1900-01-01'),
    to: readInstant(options.to ?? '2100-01-01'),
  };
  const source = await openNamed(resolve(file), name, terminal);
  try {
    if (options.dataType !== undefined && !source.dataTypes.includes(options.dataType)) {
      throw new CommandFailure('not-found', `${name} holds ${source.dataTypes.join(', ')}, no ${options.dataType}`);
    }
    const { trySource } = await import('../../data-provider-adapter/described-sources/try-source.ts');
    const tried = await trySource(source, {
      accountKey: options.account,
      dataType: options.dataType,
      fields: options.fields?.split(','),
      range,
      timeoutMs: Number(options.timeout) * 1000,
      showsValues: options.showValues === true,
    });
    const ok = tried.every(({ failure }) => failure === undefined);
    terminal.answer({ ok, source: name, dataTypes: tried }, () => {
      for (const type of tried) showType(terminal, type);
    });
    if (!ok) process.exitCode = 1;
  } finally {
    await source.close();
  }
}

async function openNamed(file: string, name: string, terminal: Terminal) {
  const { readSourcesFile, SourcesFileError } = await import(
    '../../data-provider-adapter/described-sources/sources-file.ts'
  );
  const { openDescribedSource } = await import('../../data-provider-adapter/described-sources/open-record-source.ts');
  try {
    const sources = await readSourcesFile(file);
    const description = sources.get(name);
    if (description === undefined) {
      throw new CommandFailure('not-found', `${file} holds ${[...sources.keys()].join(', ')}, no ${name}`);
    }
    return await openDescribedSource(description, (sentence) => terminal.say(red(sentence)));
  } catch (error) {
    if (error instanceof SourcesFileError) throw new CommandFailure('usage', error.message);
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(
      'usage',
      `${name} cannot be used as it is: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

function showType(terminal: Terminal, { dataType, read, leave, outside, refused, fields, failure }: TriedType): void {
  terminal.say(bold(dataType));
  const sum = refused.reduce((total, { records }) => total + records, 0);
  const counts = `${read} read, ${leave} would leave, ${outside} outside the range, ${sum} refused`;
  terminal.say(sum === 0 ? green(counts) : red(counts));
  if (failure !== undefined) terminal.say(red(`✘ the account would be TIMEOUT: ${failure}`));
  for (const { path, keyword, records, position } of refused) {
    terminal.say(red(`  ${records} refused: ${path || 'the record'} breaks ${keyword} (first: record ${position})`));
  }
  if (read === 0 && failure === undefined) terminal.say(dim('  no records: is the account key right?'));
  const rows = fields.map(({ path, types, records, example }) => [path, types.join(' | '), `${records}`, example]);
  if (rows.length > 0) terminal.table(['field', 'type', 'records', 'example'], rows);
}

export function addSourceCommand(program: Command, environment: Environment): void {
  program
    .command('source')
    .description('what an own record source would hand over')
    .command('try <name>')
    .description("an account's records as a data session would take them, field by field; nothing leaves")
    .requiredOption('--account <key>', "the account's key in the source")
    .option('--sources <file>', 'the file that describes the source (default: RECORD_SOURCES_FILE)')
    .option('--data-type <type>', 'only this one')
    .option('--fields <names>', 'only these fields, as a consent may say, joined by commas')
    .option('--from <date>', 'only records from then on')
    .option('--to <date>', 'only records before then')
    .option('--timeout <seconds>', 'how long an account may take', '20')
    .option('--show-values', 'examples as they are; else masked')
    .option('--json', 'one JSON object to stdout')
    .action((name: string, options: TryOptions) => trySourceNamed(name, options, environment));
}

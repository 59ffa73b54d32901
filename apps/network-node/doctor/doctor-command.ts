import type { Command } from 'commander';
import { dim, green, red, Terminal, yellow } from '../terminal/terminal.ts';
import type { Finding } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const marks = { good: green('✔'), warning: yellow('!'), problem: red('✘') };

export function addDoctorCommand(program: Command, environment: Environment): void {
  program
    .command('doctor')
    .description(
      'look at all that the roles in ROLES stand on: settings, database, keys, clock, trust list, counterparts',
    )
    .option('--json', 'one JSON object to stdout')
    .action(async (options: { json?: boolean }) => {
      const terminal = new Terminal(options.json === true);
      const { runDoctor } = await import('./run-doctor.ts');
      const roles = await runDoctor(environment);
      const ok = roles.every(({ findings }) => findings.every(({ level }) => level !== 'problem'));
      terminal.answer({ ok, roles }, () => {
        for (const { name, findings } of roles) show(terminal, name, findings);
        terminal.say(ok ? green('Nothing stands in the way.') : red('Mend what is marked ✘, and look again.'));
      });
      if (!ok) process.exitCode = 1;
    });
}

function show(terminal: Terminal, name: string, findings: readonly Finding[]): void {
  terminal.say(name);
  for (const { level, message, mend } of findings) {
    terminal.say(`  ${marks[level]} ${message}`);
    if (mend !== undefined) terminal.say(dim(`      → ${mend}`));
  }
  terminal.say();
}

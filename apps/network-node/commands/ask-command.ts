import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { addDuration, type ConsentTemplate, type ConsentTerms, momentWords, toInstant } from '#domain';
import { type Here, readSession } from '../demo/here.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { green } from '../terminal/terminal.ts';
import { shortId } from './choose.ts';
import { dataUserCommand } from './data-user-command.ts';

interface AskOptions {
  readonly template: string;
  readonly termsFile?: string;
  readonly types?: string;
  readonly life?: string;
  readonly purpose?: string;
  readonly notice?: string;
  readonly principal?: string;
  readonly manager: string;
  readonly wholeOnly?: boolean;
}

/** The most a template allows, from now on. */
function termsOf(template: ConsentTemplate, purposeText: string): ConsentTerms {
  const now = toInstant(Date.now());
  const [frequency] = template.maxFrequency;
  const periodic = frequency !== undefined && template.fetchTypes.includes('PERIODIC');
  return {
    purpose: { code: template.purposes[0] ?? '', text: purposeText },
    template: template.id,
    dataTypes: template.dataTypes,
    dataRange: { from: addDuration(now, template.maxDataRange, -1), to: now },
    consentMode: template.consentModes[0] ?? 'VIEW',
    fetchType: periodic ? 'PERIODIC' : 'ONETIME',
    ...(periodic ? { frequency } : {}),
    consentPeriod: { start: now, expiry: addDuration(now, template.maxConsentPeriod) },
    dataLife: template.maxDataLife,
    dataFilter: [],
    eraseOnRevocation: template.eraseOnRevocation,
  };
}

/** Of other types than the template has, it binds nothing. */
function changedTerms({ template, ...terms }: ConsentTerms, { types, life }: AskOptions): ConsentTerms {
  const dataTypes = types?.split(',').map((type) => ({ type: type.trim() })) ?? terms.dataTypes;
  const bound = types === undefined && template !== undefined ? { template } : {};
  return { ...terms, ...bound, dataTypes, dataLife: life ?? terms.dataLife };
}

async function askedTerms(options: AskOptions): Promise<ConsentTerms> {
  const { template: id, termsFile, purpose } = options;
  if (termsFile !== undefined) return JSON.parse(readFileSync(termsFile, 'utf8')) as ConsentTerms;
  const { loadCatalogues } = await import('#platform');
  const { templates } = loadCatalogues();
  const template = templates.get(id);
  if (template === undefined) {
    throw new CommandFailure('usage', `there is no template ${id}, only ${[...templates.keys()].join(', ')}`);
  }
  return changedTerms(termsOf(template, purpose ?? template.title), options);
}

export function addAskCommand(program: Command, here: Here): void {
  dataUserCommand<AskOptions>(program, here, 'ask', 'ask a person for consent', async ({ user, terminal, options }) => {
    const principal = options.principal ?? readSession(here.sessionFile(undefined, undefined)).principal;
    const terms = await askedTerms(options);
    const request = await user.ask({
      consentManager: here.participantOf(options.manager),
      principal,
      terms,
      notice: { language: 'en', text: options.notice ?? `Please decide: ${terms.purpose.text}.` },
      mayBeNarrowed: options.wholeOnly !== true,
    });
    terminal.answer({ ok: true, request }, () => {
      const { handle = '', expiresAt = '' } = request;
      terminal.say(`${green('✔')} asked ${principal}; she may answer until ${momentWords(expiresAt)}`);
      terminal.say(`  consent handle ${shortId(handle)} (${handle})`);
    });
  })
    .option('--template <id>', 'what to ask for', 'loan-application')
    .option('--terms-file <file>', 'the terms as JSON, in place of a template')
    .option('--types <list>', 'these data types in place of those of the template, joined by commas')
    .option('--life <duration>', 'to be kept so long, e.g. P7D')
    .option('--purpose <text>', 'what for, in words for her (default: the title of the template)')
    .option('--notice <text>', 'what she is shown beside the terms')
    .option('--whole-only', 'she may not narrow it')
    .option('--principal <id>', 'whom to ask (default: who is signed in here)')
    .option('--manager <id>', 'her consent manager', 'saathi');
}

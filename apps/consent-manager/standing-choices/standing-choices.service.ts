import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type Catalogues,
  checkStandingRule,
  type Instant,
  mostStandingChoices,
  RefusedError,
  refuse,
  type StandingRule,
} from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { checkFreshSignIn } from '../principal-sessions/check-fresh-sign-in.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { ChoiceRecords } from './choice-records.ts';
import { type KeptChoice, StandingChoiceStore } from './standing-choice-store.ts';

export interface ChoiceChange {
  readonly name?: string | undefined;
  readonly rule?: StandingRule | undefined;
  readonly isOn?: boolean | undefined;
}

/** What a person does with the rules that decide for her. */
@Injectable()
export class StandingChoicesService {
  constructor(
    private readonly database: Database,
    private readonly store: StandingChoiceStore,
    private readonly records: ChoiceRecords,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  listOf(principalId: string): Promise<KeptChoice[]> {
    return this.store.listOf(principalId);
  }

  /** @throws RefusedError `sign-in-not-fresh`, `too-many-standing-choices`, and what the rule is refused for */
  async set(by: SignedInPrincipal, name: string, rule: StandingRule): Promise<KeptChoice> {
    await this.checkMaySet(by, rule);
    return this.act(by, async (tx, choices, now) => {
      if (choices.length >= mostStandingChoices) throw new RefusedError(refuse('too-many-standing-choices'));
      const choice = setNow({ id: uuidv7(), name, rule, version: 1 }, by, now);
      this.store.add(tx, by.principalId, choice);
      this.records.keep(tx, by.principalId, 'standing-choice.set', choice, now);
      return choice;
    });
  }

  /** Off is off at once, in any session; all else sets a new version, as it would be set for the first time. */
  async change(by: SignedInPrincipal, id: string, { name, rule, isOn }: ChoiceChange): Promise<KeptChoice> {
    const seen = findIn(await this.store.listOf(by.principalId), id);
    if (isOn !== false) await this.checkMaySet(by, rule ?? seen.rule);
    if (rule !== undefined && rule.kind !== seen.rule.kind) {
      throw new RefusedError(refuse('terms-contradictory', 'a choice stays of its kind'));
    }
    return this.act(by, async (tx, choices, now) => {
      const former = findIn(choices, id);
      if (isOn === false) return this.turnOff(tx, by.principalId, former, now);
      const next = { id, name: name ?? former.name, rule: rule ?? former.rule, version: former.version + 1 };
      const choice = setNow(next, by, now);
      this.store.setAnew(tx, choice);
      this.records.keep(tx, by.principalId, 'standing-choice.changed', choice, now);
      return choice;
    });
  }

  /** @throws RefusedError `standing-choice-unknown` alike for another person's and for none */
  async remove(by: SignedInPrincipal, id: string): Promise<void> {
    await this.act(by, async (tx, choices, now) => {
      const choice = findIn(choices, id);
      this.store.remove(tx, id, now);
      this.records.keep(tx, by.principalId, 'standing-choice.removed', choice, now);
    });
  }

  private async act<T>(
    { principalId }: SignedInPrincipal,
    work: (tx: Transaction, choices: readonly KeptChoice[], now: Instant) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const result = await work(tx, await this.store.lockOf(tx, principalId), now);
      this.store.noteChanged(tx, principalId, now);
      return result;
    });
  }

  private turnOff(tx: Transaction, principalId: string, choice: KeptChoice, now: Instant): KeptChoice {
    if (!choice.isOn) return choice;
    this.store.turnOff(tx, choice.id);
    this.records.keep(tx, principalId, 'standing-choice.turned-off', choice, now);
    return { ...choice, isOn: false };
  }

  private async checkMaySet(by: SignedInPrincipal, rule: StandingRule): Promise<void> {
    const now = this.clock.now();
    checkFreshSignIn(by, now);
    await this.records.checkPasskey(by, rule);
    const refusal = checkStandingRule(rule, this.catalogues, now);
    if (refusal !== undefined) throw new RefusedError(refusal);
    await this.records.checkOwn(by.principalId, rule);
  }
}

function findIn(choices: readonly KeptChoice[], id: string): KeptChoice {
  const found = choices.find((choice) => choice.id === id);
  if (found === undefined) throw new RefusedError(refuse('standing-choice-unknown'));
  return found;
}

function setNow(
  choice: Pick<KeptChoice, 'id' | 'name' | 'rule' | 'version'>,
  { signedInAt, method }: SignedInPrincipal,
  setAt: Instant,
): KeptChoice {
  return { ...choice, isOn: true, uses: 0, lastUsedAt: null, setAt, setBy: method, signedInAt };
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ConsentTerms, ParticipantId } from '#domain';
import { type ArtefactContent, type ConsentArtefactFields, digestOfCanonical, type SaltedArtefact } from '#protocol';
import { Pseudonyms } from '../pseudonyms/pseudonyms.ts';
import type { Grant, LinkedAccount } from './choose-grant.ts';
import type { Asked } from './consent.ts';

/** What each counterpart is about to be given: the data user's first, then the data providers'. */
export interface DraftedArtefacts {
  readonly noticeDigest: string;
  readonly artefacts: readonly SaltedArtefact[];
}

/** What is by chance in an artefact. */
export interface ArtefactSeed {
  readonly artefactId: string;
  readonly salt: string;
}

type Own = Partial<ArtefactContent> & Pick<ArtefactContent, 'for' | 'terms'>;

/** Says what the artefacts of a yes are: one for each data provider, one for the data user. */
@Injectable()
export class ArtefactDrafter {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  /** @param seeds of a former draft, to make the same one again where nothing has changed */
  draft(principalId: string, asked: Asked, grant: Grant, seeds: readonly ArtefactSeed[] = []): DraftedArtefacts {
    const noticeDigest = digestOfCanonical(asked.notice);
    const seed = seeds.values();
    const salted = (counterpart: ParticipantId, own: Own): SaltedArtefact => {
      const { artefactId, salt } = seed.next().value ?? newSeed();
      const { dataUser, notice } = asked;
      const principal = this.pseudonyms.of(principalId, counterpart);
      const common = { artefactId, dataUser, principal, noticeDigest, noticeLanguage: notice.language };
      return { salt, artefact: { ...common, ...own } };
    };
    const providers = [...new Set(grant.accounts.map(({ dataProvider }) => dataProvider))];
    const artefacts = [
      salted(asked.dataUser, ofDataUser(asked, grant)),
      ...providers.map((provider) => salted(provider, ofProvider(provider, grant))),
    ];
    return { noticeDigest, artefacts };
  }
}

const newSeed = (): ArtefactSeed => ({ artefactId: uuidv7(), salt: randomBytes(16).toString('base64url') });

/** All that is granted; nothing that names an account, or what was withheld beyond the signed difference. */
function ofDataUser({ handle }: Asked, { terms, narrowedFrom }: Grant): Own {
  const difference = narrowedFrom.length > 0 ? { narrowedFrom: [...narrowedFrom] } : {};
  return { for: 'data-user', terms: mutable(terms), handle, ...difference };
}

function ofProvider(dataProvider: ParticipantId, grant: Grant): Own {
  const accounts = grant.accounts.filter((account) => account.dataProvider === dataProvider);
  return {
    for: 'data-provider',
    terms: mutable(termsFor(heldBy(accounts), grant.terms)),
    dataProvider,
    accounts: accounts.map(({ providerLinkId }) => providerLinkId),
  };
}

const heldBy = (accounts: readonly LinkedAccount[]) => accounts.flatMap(({ dataTypes }) => dataTypes);

/** The terms as far as they concern one who holds these types. */
export function termsFor(held: readonly string[], terms: ConsentTerms): ConsentTerms {
  return {
    ...terms,
    dataTypes: terms.dataTypes.filter(({ type }) => held.includes(type)),
    dataFilter: terms.dataFilter.filter(({ type }) => held.includes(type)),
  };
}

/** The wire's types are those of zod, which knows no readonly. */
function mutable(terms: ConsentTerms): ConsentArtefactFields['terms'] {
  return terms as ConsentArtefactFields['terms'];
}

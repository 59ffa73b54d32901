import type { ConsentState, ConsentTerms, Instant } from '#domain';
import type { KeptConsent } from '../consent-artefacts/kept-consent.ts';

/** An artefact (`a`) and its standing (`c`), as prepared statements read them. */
export interface ConsentColumns {
  readonly a_manager: string;
  readonly a_artefact_id: string;
  readonly a_digest: string;
  readonly a_data_user: string;
  readonly a_principal: string;
  readonly a_accounts: string[];
  readonly a_terms: ConsentTerms;
  readonly c_state: ConsentState;
  readonly c_version: number;
  readonly c_resume_at: Instant | null;
}

export const consentColumns = `a.manager AS a_manager, a.artefact_id AS a_artefact_id, a.digest AS a_digest,
  a.data_user AS a_data_user, a.principal AS a_principal, a.accounts AS a_accounts, a.terms AS a_terms,
  c.state AS c_state, c.version AS c_version, c.resume_at AS c_resume_at`;

export function consentOf(row: ConsentColumns): KeptConsent {
  return {
    artefact: {
      manager: row.a_manager,
      artefactId: row.a_artefact_id,
      digest: row.a_digest,
      dataUser: row.a_data_user,
      principal: row.a_principal,
      accounts: row.a_accounts,
      terms: row.a_terms,
    },
    standing: {
      state: row.c_state,
      version: row.c_version,
      ...(row.c_resume_at === null ? {} : { resumeAt: row.c_resume_at }),
    },
  };
}

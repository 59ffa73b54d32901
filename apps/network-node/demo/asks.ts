import { addDuration, type ConsentTerms, toInstant } from '#domain';
import type { ConsentAsk } from '../clients/data-user-client.ts';

function loanTerms(now = toInstant(Date.now())): ConsentTerms {
  return {
    purpose: { code: 'credit-assessment', text: 'To decide on your application for a loan of 8,000' },
    template: 'loan-application',
    dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction' }],
    dataRange: { from: addDuration(now, 'P1Y', -1), to: now },
    consentMode: 'STORE',
    fetchType: 'PERIODIC',
    frequency: { max: 4, per: 'DAY' },
    consentPeriod: { start: now, expiry: addDuration(now, 'P1M') },
    dataLife: 'P30D',
    dataFilter: [],
    eraseOnRevocation: false,
  };
}

function visitTerms(now = toInstant(Date.now())): ConsentTerms {
  return {
    purpose: { code: 'treatment', text: 'To treat you at your visit' },
    dataTypes: [{ type: 'fhir-r4.immunization' }, { type: 'fhir-r4.allergy-intolerance' }],
    dataRange: { from: addDuration(now, 'P100Y', -1), to: now },
    consentMode: 'STORE',
    fetchType: 'ONETIME',
    consentPeriod: { start: now, expiry: addDuration(now, 'P7D') },
    dataLife: 'P1Y',
    dataFilter: [],
    eraseOnRevocation: false,
  };
}

interface Asked {
  readonly consentManager: string;
  readonly principal: string;
}

/** What the lender of the demo asks for. */
export const loanAsk = (asked: Asked): ConsentAsk => ({
  ...asked,
  terms: loanTerms(),
  notice: { language: 'en', text: 'Fairlend asks for your statements of the last twelve months to decide on a loan.' },
  mayBeNarrowed: true,
});

/** What its clinic asks for; every template lets a person narrow, so what she must take whole follows none. */
export const visitAsk = ({
  mayBeNarrowed = true,
  ...asked
}: Asked & { readonly mayBeNarrowed?: boolean }): ConsentAsk => ({
  ...asked,
  terms: mayBeNarrowed ? { ...visitTerms(), template: 'clinic-visit' } : visitTerms(),
  notice: { language: 'en', text: 'Riverside Clinic asks to read your immunisations and allergies before your visit.' },
  mayBeNarrowed,
});

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ApprovalMethod, approvalMethods, type StandingChoiceEvidence } from '#protocol';
import { createSampleReceipts, SampleNetwork, type SampleReceipts } from '#testing';
import { pagePolicy } from './page-style.ts';
import { receiptPage } from './receipt-page.ts';

let receipts: SampleReceipts;

const rule: StandingChoiceEvidence = {
  id: '01980000-0000-7000-8000-000000000001',
  ...({ version: 3, kind: 'approve-renewal', name: 'My doctors', ruleDigest: 'A'.repeat(43) } as const),
  ...({ setAt: '2026-05-01T08:00:00.000Z', setBy: 'passkey' } as const),
};
const expectedWords: Record<ApprovalMethod, RegExp> = {
  'one-time-code': /signed in with a one-time code/,
  passkey: /signed with your passkey/,
  'recovery-code': /signed in with a recovery code/,
  'openid-connect': /signed in through another service/,
  demo: /in the demo/,
  'standing-choice': /your rule “My doctors” said it for you/,
};

beforeAll(async () => {
  receipts = await createSampleReceipts(await SampleNetwork.create(), '2026-06-15T10:00:00.000Z');
});

/** As people read it. */
const textOf = (page: string) =>
  page
    .slice(page.indexOf('<main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of a receipt', () => {
  it('tells of a consent in plain words: who, what, what for, until when, how long, and how to check it', () => {
    const text = textOf(receiptPage(receipts.consent));
    for (const words of [
      'You said yes: Fairlend may fetch what is listed here from Harbour Bank',
      'Transactions, only bookedAt, amount',
      'To decide on your loan (Credit assessment)',
      '1 Jan 2026 to 1 Jun 2026',
      '15 Jul 2026 10:00 UTC',
      '30 days',
      'what was received is erased',
      'We look at your account to decide on your loan.',
      `assent verify consent-receipt-${receipts.consent['dpv:hasRecordOfActivity']['dct:identifier'].slice(-8)}.json --trust-list FILE`,
    ])
      expect(text).toContain(words);
  });

  it('tells of a release what went from whom to whom, and whether both say the same', () => {
    const text = textOf(receiptPage(receipts.release));
    for (const words of [
      'Harbour Bank gave 12 records of yours to Fairlend.',
      'Both sides name the same list of what was handed over.',
      '12 records sent',
      '12 records received on 15 Jun 2026 10:00 UTC',
      'To be erased by 15 Jul 2026 10:00 UTC',
    ])
      expect(text).toContain(words);
  });

  it.each(approvalMethods)('says how she said yes by %s, in words of its own', (method) => {
    const said = (how: ApprovalMethod) => {
      const receipt = structuredClone(receipts.consent);
      receipt.evidence.decision.method = how;
      if (how === 'standing-choice') receipt.evidence.decision.standingChoice = rule;
      return /Said yes on (.*) To withdraw/.exec(textOf(receiptPage(receipt)))?.[1] ?? '';
    };
    expect(said(method)).toMatch(expectedWords[method]);
    expect(approvalMethods.filter((other) => said(other) === said(method))).toEqual([method]);
  });

  it('of a yes that a rule of hers said does not say that she said it, and names the rule', () => {
    const receipt = structuredClone(receipts.consent);
    Object.assign(receipt.evidence.decision, { method: 'standing-choice', standingChoice: rule });
    const text = textOf(receiptPage(receipt));
    expect(text).toContain('A rule of yours said yes: Fairlend may fetch');
    expect(text).toContain(
      'your rule “My doctors” said it for you (version 3, set on 1 May 2026 08:00 UTC, signed in with your passkey)',
    );
    expect(text).not.toContain('You said yes:');
  });

  it('says whose word alone stands where a side’s own signed word is not there', () => {
    const receipt = structuredClone(receipts.release);
    delete receipt.evidence.sent;
    receipt.evidence.missing = [{ what: 'sent', why: 'not-kept' }];
    const text = textOf(receiptPage(receipt));
    expect(text).toContain('By the word of Saathi alone: Harbour Bank gave 12 records of yours to Fairlend.');
    expect(text).toContain('12 records sent, by the word of Saathi alone');
    expect(text).not.toContain('12 records received on 15 Jun 2026 10:00 UTC, by the word');
    expect(text).not.toContain('Both sides name the same list');
  });

  it('holds what others wrote as text, whatever it is', () => {
    const hostile = `</style><script>alert(1)</script><img src=x onerror="alert(1)">'&amp;`;
    const receipt = structuredClone(receipts.consent);
    const record = receipt['dpv:hasRecordOfActivity'];
    for (const entity of record['dpv:hasEntity']) entity['dpv:hasName'] = hostile;
    record['dpv:hasProcess']['dpv:hasPurpose']['dct:description'] = hostile;
    record['dpv:hasProcess']['dpv:hasPurpose']['dct:title'] = hostile;
    for (const data of record['dpv:hasProcess']['dpv:hasPersonalData']) data['dct:title'] = hostile;
    receipt.evidence.notice = { language: '"><script>', text: hostile };
    receipt.evidence.decision.principal = hostile;
    record['dpv:hasConsentControl']['dpv:isExercisedAt'] = hostile;
    const page = receiptPage(receipt);
    expect(page).not.toMatch(/<script|<img|onerror="|<\/style><(?!\/head|body)/);
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = new Set([...page.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
    const plain = ['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'h2', 'p', 'span', 'dl', 'dt', 'dd'];
    expect([...tags].filter((tag) => ![...plain, 'ul', 'li', 'blockquote', 'pre', 'code'].includes(tag ?? ''))).toEqual(
      [],
    );
  });

  it('loads nothing and runs nothing: its policy allows its one style by its digest', () => {
    for (const receipt of [receipts.consent, receipts.release]) {
      const page = receiptPage(receipt);
      const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
      const digest = createHash('sha256').update(style).digest('base64');
      expect(pagePolicy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
      expect(page).toContain(`content="${pagePolicy}"`);
      expect(page).not.toMatch(/\b(?:src|href|action|style)=/);
      expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    }
  });
});

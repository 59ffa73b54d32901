import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import type { ConsentTerms } from '#domain';
import type { LanguageCode } from '../../../language/languages.ts';
import type { PersonWords } from '../words/data-words.ts';
import { allowSentence } from './allow-sentence.ts';
import { requestUnderTest } from './request-under-test.ts';

const messagesFolder = fileURLToPath(new URL('../messages', import.meta.url));
const { terms } = requestUnderTest();
const accounts = [
  { label: 'Current 1', provider: 'Harbour Bank' },
  { label: 'Savings 2', provider: 'Harbour Bank' },
];

/** Without the marks that keep names apart from the direction of the sentence. */
function say(locale: LanguageCode, granted: ConsentTerms, from = accounts): string {
  const messages = JSON.parse(readFileSync(join(messagesFolder, `${locale}.json`), 'utf8'));
  const t = createTranslator({ locale, messages, namespace: 'person', timeZone: 'UTC' }) as unknown as PersonWords;
  const format = createFormatter({ locale, timeZone: 'UTC' });
  const detailsAsked = { 'bank.account-summary': 2, 'bank.transaction': 3 };
  return allowSentence(t, format, { who: 'Fairlend', terms: granted, accounts: from, detailsAsked }).replaceAll(
    /[\u2066-\u2069\u200e\u200f]/g,
    '',
  );
}

describe('the sentence on what she is about to allow', () => {
  it.each([
    [
      'en',
      'Fairlend may fetch your account summary and transactions dated Nov 22, 2025 to Nov 21, 2026 from Current 1 and Savings 2 at Harbour Bank, at most 4 times a month, until May 22, 2027, only for “Deciding on a loan”, and must erase each copy 6 months after it arrives, or at once if you withdraw.',
    ],
    [
      'hi',
      'Fairlend Harbour Bank के Current 1 और Savings 2 से आपका यह डेटा — खाते का सार और लेन-देन — जो 22 नव॰ 2025 से 21 नव॰ 2026 तक का है, महीने में ज़्यादा-से-ज़्यादा 4 बार, 22 मई 2027 तक, केवल “कर्ज़ पर फ़ैसला” के लिए ले सकता है, और हर प्रति मिलने के 6 महीने बाद मिटानी होगी, या आपके वापस लेते ही तुरंत।',
    ],
    [
      'es',
      'Fairlend puede consultar sus datos (resumen de cuenta y movimientos) del 22 nov 2025 al 21 nov 2026, de Current 1 y Savings 2 en Harbour Bank, como mucho 4 veces al mes, hasta el 22 may 2027, solo para «Decidir sobre un préstamo», y debe borrar cada copia 6 meses después de su llegada, o de inmediato si usted retira el permiso.',
    ],
    [
      'ar',
      'يمكن لـFairlend جلب بياناتكم (ملخص الحساب والمعاملات) المؤرّخة من 22/11/2025 إلى 21/11/2026 من Current 1 وSavings 2 لدى Harbour Bank، 4 مرات على الأكثر في الشهر، حتى 22/05/2027، لغرض «البتّ في قرض» وحده، وعليه محو كل نسخة بعد 6 أشهر من وصولها، أو فورًا إذا سحبتم الموافقة.',
    ],
  ] as const)('says all of it in %s', (locale, sentence) => {
    expect(say(locale, terms)).toBe(sentence);
  });

  it('says of how many details a part is', () => {
    const part = { ...terms, dataTypes: [{ type: 'bank.transaction', fields: ['amount'] }] };
    expect(say('en', part)).toContain('your transactions (1 of 3 details) dated');
  });

  it('says that it is once, and only to be looked at', () => {
    const { frequency: _, ...rest } = terms;
    const once: ConsentTerms = { ...rest, fetchType: 'ONETIME', consentMode: 'VIEW', dataLife: 'PT1H' };
    const sentence = say('en', once);
    expect(sentence).toContain('at Harbour Bank, once, until');
    expect(sentence).toContain('may look at it but must forget it within 1 hour');
  });

  it('counts accounts where there are many', () => {
    const many = ['1', '2', '3', '4'].map((label) => ({ label, provider: 'Harbour Bank' }));
    expect(say('en', terms, many)).toContain('from 4 accounts at Harbour Bank');
  });
});

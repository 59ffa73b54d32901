import { describe, expect, it } from 'vitest';
import { normaliseContact } from './contact.ts';

const tel = (value: string, code?: string) => normaliseContact({ kind: 'tel', value }, code);

describe('contacts are compared in one spelling', () => {
  it.each([
    ['+1 555 010 0123', '+15550100123'],
    ['tel:+1-555-010-0123', '+15550100123'],
    ['001 555 010 0123', '+15550100123'],
    ['(555) 010-0123', '+15550100123'],
  ])('%s is %s', (written, expected) => expect(tel(written, '1')).toBe(`tel:${expected}`));

  it('drops the trunk zero of a national number', () => expect(tel('07700 900123', '44')).toBe('tel:+447700900123'));

  it('does not guess a country', () => expect(tel('555-010-0123')).not.toBe(tel('+15550100123')));

  it('ignores case and blanks in email addresses', () => {
    const written = normaliseContact({ kind: 'email', value: ' Ana.Silva@Mail.Example ' });
    expect(written).toBe(normaliseContact({ kind: 'email', value: 'ana.silva@mail.example' }));
  });

  it('never takes an email address for a number', () => {
    expect(normaliseContact({ kind: 'email', value: '15550100' })).not.toBe(tel('15550100'));
  });
});

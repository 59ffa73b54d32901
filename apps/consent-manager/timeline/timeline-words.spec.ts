import { describe, expect, it } from 'vitest';
import { refusalCodes } from '#domain';
import { timelineText, whyNot } from './timeline-words.ts';

describe('the timeline', () => {
  it('writes dates as people read them', () => {
    expect(timelineText('consent.paused', { name: 'Fairlend', until: '2027-01-31T12:00:00.000Z' })).toBe(
      'You paused your consent to Fairlend until 31 Jan 2027 12:00 UTC.',
    );
    expect(timelineText('consent.paused', { name: 'Fairlend' })).toBe('You paused your consent to Fairlend.');
  });

  it.each([
    'consent-paused',
    'consent-revoked',
    'consent-expired',
    'consent-not-started',
    'participant-not-active',
    'purpose-not-consented',
    'data-type-not-consented',
    'field-not-consented',
    'data-range-not-consented',
    'one-time-used',
    'frequency-exceeded',
    'account-not-linked',
  ] as const)('gives %s in words of its own', (code) => {
    expect(whyNot(code)).not.toBe(refusalCodes[code][1].toLowerCase());
    expect(whyNot(code)).toMatch(/^[a-z][^.]+$/);
  });

  it('says in words why she said no, and leaves what was written before there were codes', () => {
    const rejected = (reason: string) => timelineText('consent-request.rejected', { name: 'Fairlend', reason });
    expect(rejected('not-needed')).toBe('You said no to Fairlend. Reason: I no longer need it');
    expect(rejected('My sister lends')).toBe('You said no to Fairlend. Reason: My sister lends');
  });

  it('falls back on what the refusal is called', () => {
    expect(whyNot('use-lapsed')).toBe('the data request is older than its use covers');
  });
});

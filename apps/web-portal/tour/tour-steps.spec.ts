import { expect, it } from 'vitest';
import type { TourStatus } from './api.ts';
import { actOf, currentStep, doneSteps, outcomeOf, placeOf, type StepName, stepNames, steps } from './tour-steps.ts';

const begun: TourStatus = { request: null, narrowed: false, fetch: null, consent: null, refused: false };
const asked: TourStatus = { ...begun, request: 'PENDING' };
const allowed: TourStatus = { ...begun, request: 'APPROVED', consent: 'ACTIVE' };
const fetched: TourStatus = { ...allowed, fetch: { state: 'COMPLETED', records: 149 } };
const withdrawn: TourStatus = { ...fetched, consent: 'REVOKED' };

it.each<[string, TourStatus, StepName[], StepName | undefined]>([
  ['nobody has asked', begun, [], 'ask'],
  ['the lender has asked', asked, [], 'decide'],
  ['she has said no', { ...asked, request: 'REJECTED' }, [], 'decide'],
  ['she has said yes', allowed, [], 'fetch'],
  ['the bank has handed over', fetched, [], 'read'],
  ['the records were looked at', fetched, ['read'], 'given'],
  ['both sides were looked at', fetched, ['read', 'given'], 'withdraw'],
  ['she has withdrawn', withdrawn, ['read', 'given'], 'refused'],
  ['the lender was refused', { ...withdrawn, refused: true }, ['read', 'given'], 'timeline'],
  ['all is seen', { ...withdrawn, refused: true }, ['read', 'given', 'timeline'], undefined],
  ['what comes later was seen before', begun, ['timeline'], 'ask'],
])('where %s, the next step follows', (_where, status, seen, next) => {
  expect(currentStep(doneSteps(status, seen))?.name).toBe(next);
});

it('has a step of each name, and leads through the door of the demo', () => {
  expect(steps.map(({ name }) => name)).toEqual(stepNames);
  expect(placeOf('http://localhost:4101/app/', 'consents')).toBe('http://localhost:4101/app/demo/consents');
});

const rejected: TourStatus = { ...begun, request: 'REJECTED' };

it.each<[string, StepName, TourStatus, string | undefined]>([
  ['nobody has asked', 'ask', begun, undefined],
  ['the lender has asked', 'ask', asked, 'asked'],
  ['she has not decided', 'decide', asked, undefined],
  ['she has allowed all', 'decide', allowed, 'all'],
  ['she has allowed less', 'decide', { ...allowed, narrowed: true }, 'less'],
  ['she has said no', 'decide', rejected, 'rejected'],
  ['nobody decided in time', 'decide', { ...begun, request: 'EXPIRED' }, 'lapsed'],
  ['nothing was fetched', 'fetch', allowed, undefined],
  ['the bank has handed over', 'fetch', fetched, 'fetched'],
  ['there is only something to see', 'read', fetched, undefined],
  ['she has withdrawn', 'withdraw', withdrawn, 'withdrawn'],
  ['the lender was refused', 'refused', { ...withdrawn, refused: true }, 'refused'],
])('where %s, the step %s says what came of it', (_where, name, status, outcome) => {
  expect(outcomeOf(name, status)).toBe(outcome);
});

it('lets the lender ask once more after her no, and not before', () => {
  const [ask, decide] = steps;
  if (ask === undefined || decide === undefined) throw new Error('there are no steps');
  expect([actOf(ask, begun), actOf(decide, asked), actOf(decide, rejected)]).toEqual(['ask', undefined, 'ask']);
});

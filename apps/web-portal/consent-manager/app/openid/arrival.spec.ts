import { expect, it } from 'vitest';
import { arrivalOf } from './arrival.ts';

it.each([
  ['an address that says nothing', {}, { mustConfirm: false, refused: undefined }],
  ['one who has to show who she is', { 'sign-in': 'confirm' }, { mustConfirm: true, refused: undefined }],
  ['what the role does not write', { 'sign-in': 'now' }, { mustConfirm: false, refused: undefined }],
  [
    'a refusal',
    { 'sign-in-refused': 'openid-provider-unavailable' },
    { mustConfirm: false, refused: 'openid-provider-unavailable' },
  ],
  [
    'words that somebody put there',
    { 'sign-in-refused': 'Call 555 0100 at once' },
    { mustConfirm: false, refused: 'openid-sign-in-refused' },
  ],
])('%s is read from the address', (_what, search, arrival) => {
  expect(arrivalOf(search)).toEqual(arrival);
});

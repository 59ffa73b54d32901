import { expect, it } from 'vitest';
import { demoMembers, withDemoSignIn } from './demo-network.ts';

const members = demoMembers('/demo', 'assent');

it('has no wall before it: every member signs in whoever asks', () => {
  for (const { settings } of withDemoSignIn(members, 'assent')) {
    expect(settings).toMatchObject({ DEMO_SIGN_IN: 'on', DEMO_PERSON_EMAIL: 'asha.raman@mail.example' });
  }
  const [bank] = withDemoSignIn(members, 'assent', 'development').filter(({ name }) => name === 'bank');
  expect(bank?.settings).toMatchObject({ RECORD_SOURCE: 'generated-statements', NODE_ENV: 'development' });
});

it('has its walls in production', () => {
  expect(withDemoSignIn(members, 'assent', 'production')).toEqual(members);
});

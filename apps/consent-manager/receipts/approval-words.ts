import { momentWords } from '#domain';
import type { ApprovalMethod, ConsentReceipt, SignInMethod } from '#protocol';

type Decision = ConsentReceipt['evidence']['decision'];

const signInWords: Record<SignInMethod, string> = {
  'one-time-code': 'signed in with a one-time code',
  passkey: 'signed in with your passkey',
  'recovery-code': 'signed in with a recovery code',
  'openid-connect': 'signed in through another service',
  demo: 'signed in in the demo, where anyone may',
};

const signedIn = ({ method, signedInAt }: Decision & { readonly method: SignInMethod }): string =>
  `${signInWords[method]} on ${momentWords(signedInAt)}`;

/** A rule is hers, and yet she was not there: it is named, with when and how she had set it. */
function ruleWords({ standingChoice: rule }: Decision): string {
  if (rule === undefined) return 'a rule of yours said it for you';
  const renewal = rule.renews === undefined ? '' : ', as the renewal of a consent that you gave before';
  const set = `set on ${momentWords(rule.setAt)}, ${signInWords[rule.setBy]}`;
  return `your rule “${rule.name}” said it for you${renewal} (version ${rule.version}, ${set})`;
}

const words: { readonly [method in ApprovalMethod]: (decision: Decision) => string } = {
  'one-time-code': (decision) => signedIn({ ...decision, method: 'one-time-code' }),
  passkey: () => 'signed with your passkey: exactly what is listed here, and nothing else',
  'recovery-code': (decision) => signedIn({ ...decision, method: 'recovery-code' }),
  'openid-connect': (decision) => signedIn({ ...decision, method: 'openid-connect' }),
  demo: (decision) => signedIn({ ...decision, method: 'demo' }),
  'standing-choice': ruleWords,
};

/** How the yes was said. */
export const approvalWords = (decision: Decision): string => words[decision.method](decision);

/** Who said it. */
export const yesWords = ({ method }: Decision): string =>
  method === 'standing-choice' ? 'A rule of yours said yes' : 'You said yes';

import { SoftwareAuthenticator } from '#testing';
import { getMember } from '../../../apps/network-node/network/member.ts';
import { dataUser, loanTerms, signInAndLink } from '../../support/grant.ts';
import { ravi } from '../../support/test-network.ts';
import { HarmDone, type Tally } from '../inputs/tally.ts';
import type { HostileNetwork } from './hostile-network.ts';

type Assertion = Awaited<ReturnType<SoftwareAuthenticator['use']>>;
type Post = (path: string, body: object) => Promise<{ readonly status: number; readonly json: Record<string, never> }>;

/** A yes signed with a passkey, sent with each of its bits turned, then as it was signed. */
export async function flipApproval(tally: Tally, net: HostileNetwork): Promise<void> {
  const person = await signInAndLink(net.net, ravi);
  const post: Post = async (path, body) => {
    const answer = await fetch(`${net.url('saathi')}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, never> };
  };
  const { path, draftId, response } = await signedApproval(net, (await person.me()).principal, post);
  const flips = [...flipsOf(response)];
  const step = Math.max(1, Math.floor(flips.length / (tally.most * 0.2)));
  for (const { name, flipped } of flips.filter((_, n) => n % step === 0))
    await tally.try(`an approval, ${name}`, async () => {
      const { status, json } = await post(path, { draftId, response: flipped });
      if (status < 300) throw new HarmDone('accepted', name);
      if (status >= 500) throw new HarmDone('serverErrors', JSON.stringify(json));
    });
  const { status, json } = await post(path, { draftId, response });
  if (status !== 200) tally.note('refusedGood', `an approval as it was signed: ${JSON.stringify(json)}`);
  await person.close();
}

/** Asked by the lender, prepared, and signed with a passkey made for it. */
async function signedApproval(net: HostileNetwork, principal: string, post: Post) {
  const device = new SoftwareAuthenticator();
  const how = { origin: net.url('saathi') };
  const { ceremonyId, publicKey } = (await post('/me/passkeys/options', {})).json;
  const made = await device.make(publicKey as never, how);
  await post('/me/passkeys', { ceremonyId, name: 'Phone', response: made });
  const user = dataUser(net.net);
  const { handle } = await user.ask({
    consentManager: getMember(net.net.network, 'saathi').id,
    principal,
    terms: loanTerms(net.net.clock.now()),
    notice: { language: 'en', text: 'Please.' },
    mayBeNarrowed: true,
  });
  await user.close();
  const path = `/me/consent-requests/${handle}`;
  const { json } = await post(`${path}/approval`, {});
  const response = await device.use(json['publicKey'] as never, how);
  return { path: `${path}/approve`, draftId: json['draftId'], response };
}

function* flipsOf(assertion: Assertion): Generator<{ readonly name: string; readonly flipped: object }> {
  for (const part of ['id', 'rawId'] as const)
    for (const [bit, text] of bitsOf(assertion[part]))
      yield { name: `bit ${bit} of ${part}`, flipped: { ...assertion, [part]: text } };
  const { response } = assertion;
  for (const part of Object.keys(response) as (keyof typeof response)[])
    for (const [bit, text] of bitsOf(response[part]))
      yield { name: `bit ${bit} of ${part}`, flipped: { ...assertion, response: { ...response, [part]: text } } };
}

/** A text of base64url with one bit of what it stands for turned, for each bit. */
function* bitsOf(text: string): Generator<[bit: number, text: string]> {
  const bytes = Buffer.from(text, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield [bit, flipped.toString('base64url')];
  }
}

import fc from 'fast-check';
import { type ConsentState, consentActs, isRefusal, moveConsent } from '#domain';
import { dataUser, grant } from '../../support/grant.ts';
import { HarmDone, seed, Tally } from '../inputs/tally.ts';
import { type DrawnCall, drawCall } from './drawn-calls.ts';
import { flipApproval } from './flip-approval.ts';
import { HostileNetwork, isGood } from './hostile-network.ts';
import type { Operation } from './operations.ts';
import { judgeRaw, rawRequests, sendRaw, slowRequests } from './raw-requests.ts';
import { CallSender, judge } from './send-calls.ts';

const ANSWERED_MS = 15_000;
const json = { 'content-type': 'application/json' };

/** Every endpoint of every role, by its own OpenAPI document and beside it. */
export async function tryEndpoints(): Promise<Tally> {
  const tally = new Tally('endpoints');
  const net = await HostileNetwork.start();
  const sender = new CallSender(net);
  try {
    say('each operation');
    for (const operation of net.operations) await tryEach(tally, net, sender, operation);
    say('what no client sends');
    await tryRaw(tally, net);
    say('states over HTTP');
    await moveConsents(tally, net);
    say('an approval by passkey');
    await flipApproval(tally, net);
    say('calls drawn from the documents');
    // Many at once: a participant nobody has heard of makes a role fetch the trust list first, which all wait for together.
    const calls = fc.array(
      fc.constantFrom(...net.operations).chain((operation) => drawCall(operation, net.ids)),
      { minLength: 16, maxLength: 32 },
    );
    await tally.hold('calls, several at once', calls, 0.04, async (drawn) => {
      tally.tried += drawn.length - 1;
      // Noted one by one: to make a network's failure small again would take longer than to find the next.
      await Promise.all(
        drawn.map((call) => sender.send(call).catch((error: unknown) => tally.blame(error, inWords(call)))),
      );
    });
    await stillWell(tally, net);
  } finally {
    await sender.close();
    await net.stop();
  }
  return tally;
}

/** For those who wait. */
const say = (what: string): void => {
  if (process.env['HOSTILE_REPORTS'] !== undefined) process.stderr.write(`endpoints: ${what}\n`);
};

const inWords = ({ operation, path, kind, credentials, value }: DrawnCall): string =>
  `seed ${seed}: ${operation.member} ${operation.method} ${path}, ${kind}, credentials ${credentials}: ${JSON.stringify(value)?.slice(0, 600)}`;

/** What must be refused wherever it is sent. */
async function tryEach(tally: Tally, net: HostileNetwork, sender: CallSender, operation: Operation): Promise<void> {
  const { member, method, path: pattern } = operation;
  const path = pattern.replaceAll(/\{\w+\}/g, net.ids[0] ?? '');
  const ask = (what: string, headers: Record<string, string>, body?: string | Uint8Array, by = method, at = path) =>
    tally.try(`${member}: ${by} ${pattern}: ${what}`, async () => {
      const heard = await sender.exchange(member, by, at, headers, body);
      if (heard === undefined) return;
      if (by === method) judge(operation, heard);
      else if (heard.status >= 500) throw new HarmDone('serverErrors', heard.text);
      const isOpen = operation.security === 'none' && body === undefined;
      if (heard.status < 300 && by === method && !isOpen) throw new HarmDone('accepted', heard.text.slice(0, 200));
    });
  for (const credentials of ['none', 'made up', 'of another', 'another site'] as const) {
    if (isGood(credentials, operation) || (operation.security === 'none' && credentials !== 'none')) continue;
    await ask(`credentials: ${credentials}`, await net.show(credentials, operation, path, undefined));
  }
  for (const other of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
    if (other !== method) await ask('another method', {}, undefined, other);
  const segments: [string, string][] = [
    ['a NUL in the path', '%00'],
    ['no UTF-8 in the path', '%ff'],
    ['a longest path', 'a'.repeat(399)],
  ];
  for (const [what, segment] of segments) {
    if (!pattern.includes('{')) continue;
    const at = pattern.replaceAll(/\{\w+\}/g, segment);
    await ask(what, await net.show('good', operation, at, undefined), undefined, method, at);
  }
  if (operation.body === undefined) return;
  const good = (body: string) => net.show('good', operation, path, body);
  const bodies: [string, string][] = [
    ['JSON that looks like a refusal of ours', '{"refused":true}'],
    ['JSON that looks like another', '{"refused":true,"code":"toString","detail":{}}'],
    ['JSON without end', '{"a":'],
    ['nothing but a NUL', '\0'],
    ['a million lists', '['.repeat(900_000)],
    ['a hundred thousand members', `{${Array.from({ length: 90_000 }, (_, n) => `"${n}":0`).join()}}`],
    ['many wrong items', `{"ack":[${'{},'.repeat(40_000)}{}],"dataTypes":[${'{},'.repeat(20_000)}{}]}`],
  ];
  // One endpoint stands for all of its role where there is little time: the reader of bodies is the same.
  const isFew = tally.most < 1000;
  for (const [what, body] of bodies) {
    if (isFew && body.length > 1000 && pattern !== '/events') continue;
    await ask(what, { ...json, ...(await good(body)) }, body);
    await ask(`${what}, as a signed message`, { 'content-type': 'application/jwt', ...(await good(body)) }, body);
  }
  if (!isFew) await ask('a body of five million bytes', { ...json, ...(await good('')) }, 'x'.repeat(5_000_000));
  await ask('another content type', { 'content-type': 'text/xml', ...(await good('<a/>')) }, '<a/>');
}

async function tryRaw(tally: Tally, net: HostileNetwork): Promise<void> {
  const url = net.url('bank');
  const all: [string, string, string][] = [
    ...Object.entries(rawRequests).map(([what, start]) => [what, start, ''] as [string, string, string]),
    ...Object.entries(slowRequests).map(([what, { start, drip }]) => [what, start, drip] as [string, string, string]),
  ];
  await Promise.all(
    all.map(([what, start, drip]) =>
      tally.try(what, async () => judgeRaw(await sendRaw(url, start, drip, ANSWERED_MS))),
    ),
  );
}

/** Asked again for what is so already, the manager answers as before. */
const leadsTo: Readonly<Record<string, ConsentState>> = { pause: 'PAUSED', resume: 'ACTIVE', revoke: 'REVOKED' };

/** Random acts on real consents, over HTTP, against the rules alone. */
async function moveConsents(tally: Tally, net: HostileNetwork): Promise<void> {
  const user = dataUser(net.net);
  const { principal } = await net.person.me();
  const acts = fc.array(fc.constantFrom('pause', 'resume', 'revoke'), { minLength: 1, maxLength: 6 });
  await tally.hold('a consent moved over HTTP', acts, 0.002, async (drawn) => {
    const { id } = await grant(net.net, net.person, user, principal);
    let model: { state: ConsentState; version: number } = { state: 'ACTIVE', version: 1 };
    for (const act of drawn as (typeof consentActs)[number][]) {
      const next = moveConsent(model, act);
      const said = await net.person[act as 'pause'](id).then(
        (consent) => consent,
        (error: { code?: string }) => error.code,
      );
      const isAgain =
        isRefusal(next) && typeof said === 'object' && said.state === model.state && leadsTo[act] === model.state;
      if (!isAgain && (isRefusal(next) ? said !== next.code : typeof said !== 'object' || said.state !== next.state))
        throw new HarmDone('accepted', `${act} from ${model.state}: ${JSON.stringify(said)}`);
      if (!isRefusal(next)) model = next;
    }
    const { state } = await net.person.consent(id);
    if (state !== model.state) throw new HarmDone('accepted', `${state} where ${model.state} is due`);
  });
  await user.close();
}

/** After all of it, everyone still does their work. */
async function stillWell(tally: Tally, net: HostileNetwork): Promise<void> {
  for (const member of ['registry', 'saathi', 'bank', 'lender'])
    await tally.try(`${member} is ready`, async () => {
      const answer = await fetch(`${net.url(member)}/health/ready`, { signal: AbortSignal.timeout(ANSWERED_MS) });
      if (answer.status !== 200) throw new HarmDone('serverErrors', await answer.text());
    });
}

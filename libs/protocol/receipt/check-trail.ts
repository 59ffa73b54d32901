import { isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import { type TrailCheckpoint, verifyTrailCheckpoint } from '../audit-trail/trail-checkpoint.ts';
import { leafInput } from '../audit-trail/tree-hashes.ts';
import { verifyInclusion } from '../audit-trail/verify-proofs.ts';
import { decodeBase64url } from '../digest/base64url.ts';
import { type Sha256, webSha256 } from '../digest/sha256.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { parseStrictJson } from '../strict-json/parse-strict-json.ts';
import type { TrailEvidence } from './receipt-forms.ts';
import { absent, judge, type ReceiptCheck, unknown } from './receipt-verdict.ts';

/** What an entry has to say, besides that it was done; members that are not named may say anything. */
export type ExpectedEntry = Readonly<Record<string, unknown>> & { readonly act: string };

const utf8 = new TextEncoder();

/**
 * The checkpoint, and the entries under it.
 *
 * @param of what the receipt is
 * @param expected undefined where what they must say is not known
 */
export async function judgeTrail(
  of: 'consent' | 'release',
  trail: TrailEvidence | undefined,
  manager: ParticipantId,
  expected: readonly ExpectedEntry[] | undefined,
  context: VerificationContext,
): Promise<[checkpoint: ReceiptCheck, entries: ReceiptCheck]> {
  if (trail === undefined) {
    const none = absent('trail-entries', `not kept of this ${of}`);
    return [absent('checkpoint', 'not kept'), expected ? none : unknown('trail-entries')];
  }
  const checkpoint = await openCheckpoint(trail.checkpoint, manager, context);
  if (isRefusal(checkpoint)) return [judge('checkpoint', checkpoint, ''), unknown('trail-entries')];
  const signed = judge('checkpoint', undefined, `of ${checkpoint.size} entries, signed by ${checkpoint.iss}`);
  if (expected === undefined) return [signed, unknown('trail-entries')];
  const wrong = await checkEntries(trail, checkpoint, expected, context.cryptography?.sha256);
  return [signed, judge('trail-entries', wrong, `${trail.entries.length} entries are in the tree`)];
}

/** @returns refusals of verifyTrailCheckpoint, `receipt-mismatch` where it is not of this manager's trail */
async function openCheckpoint(
  token: string,
  manager: ParticipantId,
  context: VerificationContext,
): Promise<TrailCheckpoint | Refusal> {
  const checkpoint = await verifyTrailCheckpoint(token, context);
  if (isRefusal(checkpoint)) return checkpoint;
  const isOwn = checkpoint.iss === manager && checkpoint.role === 'consent-manager';
  return isOwn ? checkpoint : refuse('receipt-mismatch', 'a checkpoint of another trail');
}

/** Each entry is in the tree of the checkpoint, and they are the expected ones, in this order. @returns `receipt-mismatch` */
async function checkEntries(
  { entries }: TrailEvidence,
  { size, root }: TrailCheckpoint,
  expected: readonly ExpectedEntry[],
  sha256: Sha256 = webSha256,
): Promise<Refusal | undefined> {
  for (const [n, { index, entry, path }] of entries.entries()) {
    const leaf = await sha256(leafInput(utf8.encode(entry)));
    const claim = { index, size, leaf, root: bytesOf(root), path: path.map(bytesOf) };
    if (!(await verifyInclusion(claim, sha256)))
      return refuse('receipt-mismatch', `entry ${index} is not in the tree that the checkpoint signs`);
    const wrong = findUnlike(entry, expected[n]);
    if (wrong !== undefined) return refuse('receipt-mismatch', `entry ${index}: ${wrong}`);
  }
  if (entries.length === expected.length) return undefined;
  return refuse('receipt-mismatch', `${entries.length} entries of ${expected.length}`);
}

function findUnlike(text: string, expected: ExpectedEntry | undefined): string | undefined {
  const entry = parseStrictJson(text);
  if (isRefusal(entry) || typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'is no entry';
  if (expected === undefined) return 'is one too many';
  const { consent, ...rest } = expected;
  const ground = entry['ground'];
  const isGrounded = JSON.stringify(ground) === JSON.stringify({ id: consent, kind: 'consent' });
  if (consent !== undefined && !isGrounded) return 'is about another consent';
  return Object.entries({ outcome: 'done', ...rest }).find(([name, value]) => entry[name] !== value)?.[0];
}

const bytesOf = (digest: string): Uint8Array => decodeBase64url(digest) ?? new Uint8Array(0);

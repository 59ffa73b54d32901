import { concludeSession, isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import {
  type DataManifestFields,
  dataManifestMessage,
  type VerificationContext,
  type VerifiedMessage,
  verifyMessage,
} from '#protocol';
import type { PartSummary } from '../received-records/received-part-store.ts';

export type VerifiedManifest = VerifiedMessage<DataManifestFields, 'statement'>;

/** @returns refusal: `manifest-mismatch`, its detail naming what does not hold */
export async function verifyManifest(
  token: string,
  expected: { readonly sessionId: string; readonly provider: ParticipantId; readonly useId: string | null },
  context: VerificationContext,
): Promise<VerifiedManifest | Refusal> {
  const verified = await verifyMessage(dataManifestMessage, token, context);
  if (isRefusal(verified)) return refuse('manifest-mismatch', verified.code);
  const { claims, issuer } = verified;
  if (issuer !== expected.provider) return refuse('manifest-mismatch', 'another participant signed it');
  if (claims.sessionId !== expected.sessionId) return refuse('manifest-mismatch', 'it is of another session');
  if (claims.dataRequestId !== expected.useId) return refuse('manifest-mismatch', 'it is of another data request');
  return verified;
}

/** Whether what came is what the provider says it handed over: the parts, in order, and the records in them. */
export function checkManifest(manifest: DataManifestFields, parts: readonly PartSummary[]): Refusal | undefined {
  const wrong = (what: string) => refuse('manifest-mismatch', what);
  if (manifest.parts.length !== parts.length) return wrong(`${parts.length} of ${manifest.parts.length} parts came`);
  const other = parts.find(({ digest }, index) => manifest.parts[index] !== digest);
  if (other !== undefined) return wrong(`part ${other.n} is another`);
  if (manifest.state !== concludeSession(manifest.accounts.map(({ outcome }) => outcome))) {
    return wrong('its state does not follow from its accounts');
  }
  const came = countUp(
    parts.flatMap(({ counts }) => counts.map((count) => [keyOf(count), count.records + (count.misfits ?? 0)])),
  );
  const said = countUp(
    manifest.accounts.flatMap(({ account, records }) =>
      records.map(({ dataType, delivered }): [string, number] => [keyOf({ account, dataType }), delivered]),
    ),
  );
  const keys = new Set([...came.keys(), ...said.keys()]);
  const off = [...keys].find((key) => (came.get(key) ?? 0) !== (said.get(key) ?? 0));
  return off === undefined ? undefined : wrong(`${came.get(off) ?? 0} of ${said.get(off) ?? 0} records came of ${off}`);
}

const keyOf = ({ account, dataType }: { readonly account: string; readonly dataType: string }) =>
  `${account} ${dataType}`;

function countUp(counts: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

import { isRefusal, type Refusal } from '#domain';
import {
  isRelyableNow,
  Recent,
  splitCompactToken,
  type VerificationContext,
  type VerifiedAccessToken,
  verifyAccessToken,
} from '#protocol';

/** A token that held when it was shown first, and the key that signed it. */
interface KnownToken {
  readonly token: VerifiedAccessToken;
  readonly kid: string;
  readonly x: string;
}

/** A token lives two minutes: beyond this many, whichever was shown first the longest ago is verified anew. */
const mostKept = 1000;

/**
 * Access tokens that held: one is shown with each part, and its signature, form and audience stay what they are. What
 * may change meanwhile, its time, its issuer and its key, is asked each time.
 */
export class KnownTokens {
  private readonly known: Recent<string, KnownToken>;

  constructor(most = mostKept) {
    this.known = new Recent(most);
  }

  /** @returns refusals: those of verifyAccessToken */
  async verify(raw: string, context: VerificationContext): Promise<VerifiedAccessToken | Refusal> {
    const known = this.known.get(raw);
    if (known !== undefined && (await stillHolds(known, context))) return known.token;
    const token = await verifyAccessToken(raw, context);
    if (isRefusal(token)) this.known.forget(raw);
    else await this.keep(raw, token, context);
    return token;
  }

  private async keep(raw: string, token: VerifiedAccessToken, { participants }: VerificationContext): Promise<void> {
    const kid = kidOf(raw);
    const key = await participants?.findKey(token.issuer, kid);
    if (key === undefined) return;
    this.known.keep(raw, { token, kid, x: key.jwk.x });
  }
}

async function stillHolds({ token, kid, x }: KnownToken, { now, participants }: VerificationContext): Promise<boolean> {
  if (now >= token.expiresAt) return false;
  const issuer = await participants?.findParticipant(token.issuer);
  const key = await participants?.findKey(token.issuer, kid);
  if (issuer?.status !== 'active' || !issuer.roles.includes('consent-manager')) return false;
  return key?.jwk.x === x && isRelyableNow(key, 'access-token', now);
}

function kidOf(raw: string): string {
  const parts = splitCompactToken(raw);
  if (isRefusal(parts)) return '';
  return String((JSON.parse(Buffer.from(parts.header).toString()) as { kid?: unknown }).kid);
}

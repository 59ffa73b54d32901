import { Problem } from '../../api/problem.ts';

/**
 * Both sides speak the JSON of WebAuthn level 3; only their types write differently what may be absent.
 * The browser's own words on why there was no passkey are for developers.
 *
 * @throws Problem `passkey-not-given`
 */
export async function askPasskey<Answer>(ceremony: Promise<object>): Promise<Answer> {
  try {
    return (await ceremony) as Answer;
  } catch {
    throw new Problem('passkey-not-given', 0);
  }
}

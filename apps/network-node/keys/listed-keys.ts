import { JsonClient } from '../clients/json-client.ts';

export interface KeyInList {
  readonly kid: string;
  readonly validFrom: string;
  readonly retiredAt?: string;
  readonly compromisedSince?: string;
}

interface Listed {
  readonly participants: readonly { readonly id: string; readonly keys: readonly KeyInList[] }[];
}

/** What the registry lists of these keys, and for whom. */
export async function findListedKeys(registry: string, kids: readonly string[]) {
  const client = new JsonClient(registry);
  try {
    const { participants } = await client.get<Listed>('/participants');
    const owner = participants.find(({ keys }) => keys.some(({ kid }) => kids.includes(kid)));
    return { owner: owner?.id, keys: owner?.keys ?? [] };
  } finally {
    await client.close();
  }
}

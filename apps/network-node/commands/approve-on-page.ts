import { ProblemAnswer } from '../clients/json-client.ts';

/** Where a person decides on one request. A passkey is bound to a name: on this machine to `localhost`. */
const pageOf = (manager: string, handle: string) =>
  `${manager.replace(/\/+$/, '').replace('//127.0.0.1', '//localhost')}/app/requests/${handle}`;

/**
 * A yes from the terminal. Who has a passkey says yes with it alone, to what her page shows her: she is told where.
 *
 * @param manager the address of the consent manager
 * @throws whatever `approve` throws
 */
export async function orOnHerPage<T>(manager: string, handle: string, approve: () => Promise<T>): Promise<T> {
  try {
    return await approve();
  } catch (error) {
    if (!(error instanceof ProblemAnswer && error.code === 'passkey-required')) throw error;
    const title = `You have a passkey: a yes of yours is signed with it. Say it on your page: ${pageOf(manager, handle)}`;
    throw new ProblemAnswer(error.status, error.code, '', '', undefined, title);
  }
}

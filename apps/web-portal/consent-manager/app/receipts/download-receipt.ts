import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';
import { receiptFile } from './receipt-file.ts';

type Of = 'consents' | 'data-sessions';

function ask(of: Of, id: string) {
  const options = { params: { path: { id } }, parseAs: 'text' } as const;
  return of === 'consents'
    ? answer(api.GET('/me/consents/{id}/receipt', options))
    : answer(api.GET('/me/data-sessions/{id}/receipt', options));
}

/**
 * @param path `/me/consents/<id>` or `/me/data-sessions/<id>`
 * @throws Problem
 */
export async function askReceipt(path: string): Promise<string> {
  const [, , of, id = ''] = path.split('/');
  return `${await ask(of as Of, id)}`;
}

/**
 * Asked for first, so that a refusal is told on the page and not saved as a file.
 *
 * @param path `/me/consents/<id>` or `/me/data-sessions/<id>`
 */
export async function downloadReceipt(path: string): Promise<void> {
  const [, , of, id = ''] = path.split('/');
  const receipt = await askReceipt(path);
  const address = URL.createObjectURL(new Blob([receipt], { type: 'application/ld+json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = receiptFile(of as Of, id);
  link.click();
  URL.revokeObjectURL(address);
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Download, Locator } from 'playwright-core';
import { isRefusal } from '#domain';
import { type FileVerdict, verifyReceiptFile } from '../../apps/network-node/audit-trail/verify-receipt-file.ts';
import type { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

const longestMs = 20_000;

/** Until the audit trail proves what the receipt is of, some seconds after it: before, the role has nothing to give. */
export async function untilReceipt(person: PersonAtBrowser, path: string): Promise<void> {
  const deadline = Date.now() + longestMs;
  for (;;) {
    const refused = await person.call('GET', `${path}/receipt`).then(
      () => undefined,
      (error: Error) => error,
    );
    if (refused === undefined) return;
    if (Date.now() > deadline) throw refused;
    await sleep(500);
  }
}

export async function downloadReceipt({ page }: PersonAtBrowser, button: Locator): Promise<Download> {
  const download = page.waitForEvent('download');
  await button.click();
  return download;
}

/** As anyone can, with the trust list in a file. @throws where it is not believed */
export async function verifyDownload(stage: Stage, download: Download): Promise<FileVerdict> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-receipt-'));
  try {
    const [receipt, trustList] = [join(folder, 'receipt.json'), join(folder, 'list.jwt')];
    await download.saveAs(receipt);
    const list = await fetch(`${stage.originOf('registry')}/trust-list`);
    await writeFile(trustList, await list.text());
    const verdict = await verifyReceiptFile({ receipt, trustList });
    if (isRefusal(verdict)) throw new Error(`${verdict.code} ${verdict.detail}`);
    return verdict;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

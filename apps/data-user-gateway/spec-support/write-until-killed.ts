/** A process of its own that writes one file of a hand-over for ever: `node … <path>`. Says so once bytes are on disk. */
import { NdjsonFile } from '../hand-over-files/ndjson-file.ts';

const file = new NdjsonFile(process.argv[2] ?? '', 'bank.transaction');
const line = Buffer.alloc(1000, 'x');
for (let n = 0; ; n++) {
  await file.write(line);
  if (n === 500) process.stdout.write('writing\n');
  if (n > 500) await new Promise((resolve) => setTimeout(resolve, 1));
}

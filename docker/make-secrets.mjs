// node make-secrets.mjs FOLDER: makes what must be secret, once. Files of mode 0600, of the user who runs the roles.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
const password = join(folder, 'postgres-password');
const url = join(folder, 'database-url');
// The users `postgres` and `node` of the images.
const owners = [
  [password, 999],
  [url, 1000],
];

mkdirSync(folder, { recursive: true });
if (!existsSync(url)) {
  const secret = randomBytes(24).toString('base64url');
  const host = process.env.DATABASE_HOST ?? 'postgres:5432';
  writeFileSync(password, secret, { mode: 0o600 });
  // Last: what is there is whole.
  writeFileSync(url, `postgresql://assent:${secret}@${host}/assent`, { mode: 0o600 });
}
chmodSync(folder, 0o711);
for (const [file, owner] of owners) {
  chmodSync(file, 0o600);
  if (process.getuid?.() === 0) chownSync(file, owner, owner);
}

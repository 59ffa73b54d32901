// node enrol.mjs REGISTRY OPERATOR_KEY_FILE ROLE…: puts each role into the registry's trust list, as `assent enrol` does.
import { spawnSync } from 'node:child_process';

const [registry, key, ...roles] = process.argv.slice(2);
for (const role of roles) {
  const args = [
    'dist/apps/network-node/main.js',
    'enrol',
    '--role',
    role,
    '--registry',
    registry,
    '--operator-key-file',
    key,
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

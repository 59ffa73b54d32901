import { build, isBuilt } from './build.mjs';
import { install, readInstalled } from './install.mjs';
import { whileLocked } from './lock.mjs';

/** Installs and builds what is missing or out of date. Resolves the path of the Node to run the project with. */
export async function setUp() {
  const installed = readInstalled();
  if (installed && isBuilt()) return installed.node;
  return whileLocked(async () => {
    const { node } = readInstalled() ?? (await install());
    if (!isBuilt()) await build(node);
    return node;
  });
}

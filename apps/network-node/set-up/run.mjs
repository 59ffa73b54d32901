// node apps/network-node/set-up/run.mjs <command> [arguments]
// Runs on the machine's own Node with nothing installed: it imports node:* alone. Written so that an old Node can at
// least read this file and say what it lacks; everything newer is imported once the version is known.
const oldest = 20;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldest) {
  console.error(
    `Assent needs Node ${oldest} or newer to set itself up; this is Node ${process.versions.node}. See https://nodejs.org`,
  );
  process.exitCode = 1;
} else {
  import('./commands.mjs')
    .then(({ runCommand }) => runCommand(process.argv[2], process.argv.slice(3)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    })
    .catch((fault) => {
      console.error(fault.isPlain ? fault.message : fault);
      if (process.argv.includes('--json')) console.log(JSON.stringify({ ok: false, error: fault.message }));
      process.exitCode = 1;
    });
}

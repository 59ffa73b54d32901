// node front.mjs PORT=HOST:PORT…: each connection to a port goes to that host, which is looked up anew every time.
import { connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';

for (const way of process.argv.slice(2)) {
  const [port, place = ''] = way.split('=');
  const [host, behind] = place.split(':');
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host, port: Number(behind), allowHalfOpen: true });
    // Whichever side breaks off, both are closed.
    pipeline(near, far, near, () => undefined);
  });
  server.listen(Number(port));
}

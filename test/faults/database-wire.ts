import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Cut } from './fault.ts';

/** A role's connection, and the one to the database that was opened for it. */
interface Line {
  readonly toRole: Socket;
  readonly toDatabase: Socket;
}

/** Stands between a role and its PostgreSQL, byte for byte, until it is cut. */
export class DatabaseWire {
  private readonly lines = new Set<Line>();
  private how: Cut | undefined;

  private constructor(
    private readonly port: number,
    private readonly server: Server,
  ) {}

  /** @param ports where it listens, and where PostgreSQL does */
  static async start(ports: { readonly open: number; readonly database: number }): Promise<DatabaseWire> {
    const server = createServer({ noDelay: true });
    const wire = new DatabaseWire(ports.database, server);
    server.on('connection', (toRole) => wire.open(toRole));
    server.listen(ports.open, '127.0.0.1');
    await once(server, 'listening');
    return wire;
  }

  cut(how: Cut): void {
    this.how = how;
    if (how === 'refuse') this.breakAll();
  }

  /** A line of which something is missing cannot go on. */
  heal(): void {
    this.how = undefined;
    this.breakAll();
  }

  async stop(): Promise<void> {
    this.breakAll();
    this.server.close();
  }

  private open(toRole: Socket): void {
    if (this.how === 'refuse') return void toRole.destroy();
    const line = { toRole, toDatabase: connect({ port: this.port, host: '127.0.0.1', noDelay: true }) };
    this.lines.add(line);
    toRole.on('data', (bytes) => this.ask(bytes, line));
    line.toDatabase.on('data', (bytes) => this.answer(bytes, line));
    for (const end of [toRole, line.toDatabase]) {
      end.on('error', () => undefined);
      end.on('close', () => this.breakLine(line));
    }
  }

  private ask(bytes: Buffer, { toRole, toDatabase }: Line): void {
    if (this.how !== 'delay') pass(bytes, toDatabase, toRole);
  }

  private answer(bytes: Buffer, line: Line): void {
    if (this.how === 'swallow' || this.how === 'delay') return;
    if (this.how === 'reset') line.toRole.write(bytes.subarray(0, bytes.length >> 1), () => this.breakLine(line));
    else pass(bytes, line.toRole, line.toDatabase);
  }

  private breakAll(): void {
    for (const line of this.lines) this.breakLine(line);
  }

  private breakLine(line: Line): void {
    this.lines.delete(line);
    line.toRole.destroy();
    line.toDatabase.destroy();
  }
}

function pass(bytes: Buffer, to: Socket, from: Socket): void {
  if (to.write(bytes)) return;
  from.pause();
  to.once('drain', () => from.resume());
}

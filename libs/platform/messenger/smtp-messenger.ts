import { createTransport, type Transporter } from 'nodemailer';
import { type Message, MessageNotSent, Messenger } from './messenger.ts';

/** Mails by SMTP. It cannot reach a telephone. */
export class SmtpMessenger extends Messenger {
  private readonly transport: Transporter;

  /** @param url `smtps://…`, or `smtp://…` (STARTTLS, but for a server on this machine), with user and password if needed */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    // Nobody else hears what passes on this machine; elsewhere a server without TLS gets no code and no password.
    const requireTLS = !isLoopback(new URL(url).hostname);
    this.transport = createTransport({ url, pool: true, maxConnections: 2, requireTLS, ...timeouts } as never);
  }

  async send({ to, subject, text }: Message): Promise<void> {
    if (to.kind !== 'email') throw new MessageNotSent('SMTP reaches mail addresses only, not telephones');
    try {
      // As an object, an address is one address, whatever commas it has.
      await this.transport.sendMail({ from: this.from, to: { name: '', address: to.value }, subject, text });
    } catch (error) {
      // The error names the address; what leads there is in the mail server's own log.
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      throw new MessageNotSent(`the mail server did not take the message (${responseCode ?? code ?? 'no answer'})`);
    }
  }

  /** Whether the server takes our name and password, over TLS where it must be; nothing is sent. @throws where it does not */
  async verify(): Promise<void> {
    await this.transport.verify();
  }

  close(): void {
    this.transport.close();
  }

  onApplicationShutdown(): void {
    this.close();
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

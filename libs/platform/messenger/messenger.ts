/** Where a person is reached. */
export interface Contact {
  readonly kind: 'email' | 'tel';
  readonly value: string;
}

export interface Message {
  readonly to: Contact;
  readonly subject: string;
  readonly text: string;
}

/** Writes to people: one-time codes, news about their consents. */
export abstract class Messenger {
  /** @throws MessageNotSent where the message was not handed over */
  abstract send(message: Message): Promise<void>;
}

export class MessageNotSent extends Error {
  override readonly name = 'MessageNotSent';
}

import type { Instant } from '#domain';

/** Where a push service takes messages for one browser, and the keys that only this browser can open them with (RFC 8291). */
export interface PushAddress {
  readonly endpoint: string;
  readonly keys: {
    /** The browser's public key: an uncompressed point of P-256, base64url. */
    readonly p256dh: string;
    /** 16 bytes, base64url. */
    readonly auth: string;
  };
}

/** A browser that a person wants to be told in. */
export interface PushSubscription {
  readonly id: string;
  /** `Chrome on Android` */
  readonly device: string;
  readonly madeAt: Instant;
}

/** A browser that is to be told that a request waits. */
export interface DuePush extends PushAddress {
  readonly id: string;
  /** The newest request to tell of. */
  readonly handle: string;
  /** When the last of the requests lapses: news of them are no news then. */
  readonly until: Instant;
  /** With this one. */
  readonly tries: number;
}

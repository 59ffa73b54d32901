import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../keys/key-ring.ts';

/** Name of the key: `audit-trail.key` in KEYS_FOLDER. */
export const TRAIL_SECRET = 'audit-trail';

/** Marks an entry as this role's own until it is sealed: the key is in a file, and the database does not know it. */
@Injectable()
export class EntryMac {
  private readonly key: KeyObject;

  constructor(keyRing: KeyRing) {
    this.key = keyRing.secret(TRAIL_SECRET);
  }

  of(entry: string): Buffer {
    return createHmac('sha256', this.key).update(entry).digest();
  }

  holds(entry: string, mac: Uint8Array): boolean {
    const expected = this.of(entry);
    return mac.length === expected.length && timingSafeEqual(mac, expected);
  }
}

import { CipherSuite } from 'hpke';
import { nodeAesGcm, nodeHkdf } from './node-hkdf-aes-gcm.ts';
import { nodeX25519 } from './node-x25519.ts';

/** HPKE base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export const hpkeSuite = new CipherSuite(nodeX25519, nodeHkdf, nodeAesGcm);

export const encapsulatedKeyBytes = 32;

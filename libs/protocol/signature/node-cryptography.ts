import type { Cryptography } from './cryptography.ts';
/** Through node:crypto: half the processor time of WebCrypto. Servers pass this one. */
export declare const nodeCryptography: Cryptography;

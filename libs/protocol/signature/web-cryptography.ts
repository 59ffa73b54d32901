import type { Cryptography } from './cryptography.ts';
/** Through jose and WebCrypto: browsers and servers. */
export declare const webCryptography: Cryptography;

import { COSEALG } from '@simplewebauthn/server/helpers';

/** ES256 and EdDSA first; RS256 for the TPMs of older Windows machines. */
export const passkeyAlgorithms: number[] = [COSEALG.ES256, COSEALG.EdDSA, COSEALG.RS256];

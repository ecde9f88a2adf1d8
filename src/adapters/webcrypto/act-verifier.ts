import type { ActVerifier } from '#ports/act-verifier.ts';
import { importPublicKey, verifyWith } from './suite-keys.ts';

export const verifyAct: ActVerifier = async (spkiDer, message, signature) => {
  const key = await importPublicKey('ecdsa-p256', spkiDer);
  return verifyWith('ecdsa-p256', key, signature, message);
};

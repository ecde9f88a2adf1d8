import { sha1 } from '#adapters/digest/sha1.ts';
import type { Desk, WritingDesk } from '#ports/desk.ts';
import type { GostChecks } from './gost-checks.ts';
import { suiteVerifier } from './suite-verifier.ts';

/**
 * The desk with everything that an act may need, loaded with the first act; the readers of foreign formats with the first
 * call.
 */
export function wholeDesk(desk: WritingDesk & Pick<Desk, 'random' | 'demonstration'>): Desk {
  let madeGostChecks: GostChecks | undefined;
  const gost = async (): Promise<GostChecks> =>
    (madeGostChecks ??= (await import('./gost-checks.ts')).gostChecks());
  return {
    ...desk,
    sha1,
    archive: {
      pack: async (files) => (await import('#adapters/zip/zip.ts')).zipArchive.pack(files),
      unpack: async (archive, maximumOctets) =>
        (await import('#adapters/zip/zip.ts')).zipArchive.unpack(archive, maximumOctets),
    },
    verifier: suiteVerifier(async () => (await gost()).verifier),
    magnifier: async () => (await import('./magnifier.ts')).magnifier,
    verifyAct: async (...parameters) =>
      (await import('#adapters/webcrypto/act-verifier.ts')).verifyAct(...parameters),
    readSignedDocument: async (...parameters) =>
      (await import('#adapters/webcrypto/signed-document.ts')).signedDocumentReader(async (signer) =>
        (await gost()).checkSigner(signer),
      )(...parameters),
  };
}

import { webCryptoSuite } from '#adapters/webcrypto/webcrypto-suite.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import type { SignatureSuite } from '#ports/signature-suite.ts';

/** Who computes with the keys of a suite: the browser where it can. ГОСТ is loaded by the stations that have it. */
export async function signatureSuite(suite: KeySuite): Promise<SignatureSuite> {
  switch (suite) {
    case 'ecdsa-p256':
    case 'ecdsa-p384':
    case 'rsa-3072':
    case 'rsa-4096':
      return webCryptoSuite(suite);
    case 'gost-rfc4491':
      return (await import('#adapters/gost/gost-suite.ts')).gostSuite('rfc4491');
    case 'gost-kz2004':
      return (await import('#adapters/gost/gost-suite.ts')).gostSuite('kz2004');
    case 'gost-2012-512':
      return (await import('#adapters/gost/gost-suite.ts')).gostSuite('2012-512');
    case 'gost-kz2015':
      return (await import('#adapters/gost/gost-suite.ts')).gostSuite('kz2015');
  }
}

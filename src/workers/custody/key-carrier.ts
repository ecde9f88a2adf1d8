import { decryptFile, encryptToPassphrase } from '#adapters/age/age.ts';
import { openKeyCarrier, writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import { concatBytes } from '#domain/base/bytes.ts';
import { carrierContainerOf } from '#domain/certificate/key-suite.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { readPem, writePem } from './officer-secret.ts';

/** What is written to an applicant's medium, and how it is opened again before it is given away. */
export interface KeyCarrier {
  /** `certificates`: DER, the key's own first and those above it in order; none where the key is not certified yet. */
  write(
    pkcs8: Uint8Array,
    passphrase: string,
    friendlyName: string,
    certificates?: readonly Uint8Array[],
  ): Promise<Uint8Array>;
  /** Null when it does not open. */
  open(carrier: Uint8Array, passphrase: string): Promise<Uint8Array | null>;
}

export function keyCarrierOf(suite: KeySuite): KeyCarrier {
  switch (carrierContainerOf(suite)) {
    case 'pkcs12':
      return { write: writeKeyCarrier, open: openKeyCarrier };
    case 'age':
      return {
        write: (pkcs8, passphrase, _, certificates = []) =>
          encryptToPassphrase(
            concatBytes(
              writePem('PRIVATE KEY', pkcs8),
              ...certificates.map((der) => writePem('CERTIFICATE', der)),
            ),
            passphrase,
          ),
        async open(carrier, passphrase) {
          const pem = await decryptFile(carrier, { passphrase });
          return pem === null ? null : readPem(pem);
        },
      };
  }
}

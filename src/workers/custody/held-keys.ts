import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { isSameName } from '#domain/der/name-match.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import type {
  CertificateOfOtherKey,
  HeldKey,
  HeldKeyRequest,
  KeyNotHeld,
  OpenCarrierRequest,
  OpenHeldKeyRequest,
  SealHeldKeyRequest,
} from '#ports/custody.ts';
import { keyCarrierOf } from './key-carrier.ts';
import { signatureSuite } from './suites.ts';

interface Held {
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  readonly pkcs8: Uint8Array;
}

/**
 * Owners' keys between their certificates and their carriers (G-8). They are here and nowhere else: no file, no database,
 * no message holds one but sealed under its passphrase; when the worker ends they are gone.
 */
export class HeldKeys {
  readonly #held = new Map<string, Held>();

  names(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** SPKI of the key that is held by that name. */
  publicKeyOf(name: string): Uint8Array | undefined {
    return this.#held.get(name)?.spkiDer;
  }

  async make(requests: readonly HeldKeyRequest[]): Promise<readonly HeldKey[]> {
    const made: HeldKey[] = [];
    for (const { name, suite, subject } of requests) {
      const keys = await signatureSuite(suite);
      const { pkcs8, spkiDer } = await keys.makeKeyPair();
      const infoDer = writeCertificationRequestInfo(subject, spkiDer);
      const signature = await (await keys.signer(pkcs8))(infoDer);
      if (!(await (await keys.checker(spkiDer))(infoDer, signature)))
        throw new Error('the new key pair failed its test');
      this.drop([name]);
      this.#held.set(name, { suite, spkiDer, pkcs8 });
      const certificationRequestDer = assembleCertificationRequest(infoDer, suite, signature);
      made.push({ name, certificationRequestDer, spkiDer });
    }
    return made;
  }

  async seal({
    name,
    passphrase,
    friendlyName,
    certificates,
  }: SealHeldKeyRequest): Promise<Result<Uint8Array, KeyNotHeld | CertificateOfOtherKey>> {
    const held = this.#held.get(name);
    if (held === undefined) return err({ type: 'KeyNotHeld' });
    if (!isChainOf(held.spkiDer, certificates)) return err({ type: 'CertificateOfOtherKey' });
    return ok(await keyCarrierOf(held.suite).write(held.pkcs8, passphrase, friendlyName, certificates));
  }

  async opens({ name, passphrase, carrier }: OpenHeldKeyRequest): Promise<Result<boolean, KeyNotHeld>> {
    const held = this.#held.get(name);
    if (held === undefined) return err({ type: 'KeyNotHeld' });
    return ok(await opensCarrier({ suite: held.suite, spkiDer: held.spkiDer, passphrase, carrier }));
  }

  /** Wiping is attempted and not promised: the browser may have copies of its own. */
  drop(names: readonly string[]): void {
    for (const name of names) {
      this.#held.get(name)?.pkcs8.fill(0);
      this.#held.delete(name);
    }
  }
}

/** Whether a carrier opens with the passphrase and holds the private half of `spkiDer`. What was opened is wiped here. */
export async function opensCarrier({
  suite,
  spkiDer,
  passphrase,
  carrier,
}: OpenCarrierRequest): Promise<boolean> {
  const opened = await keyCarrierOf(suite).open(carrier, passphrase);
  if (opened === null) return false;
  try {
    const keys = await signatureSuite(suite);
    return bytesEqual(await keys.publicKeyOf(opened), spkiDer);
  } catch {
    // Something else than a key of this suite lay in the file.
    return false;
  } finally {
    opened.fill(0);
  }
}

/** The first certificate is of that key, and each names the next one as its issuer (RFC 5280 §6.1, the names alone). */
function isChainOf(spkiDer: Uint8Array, certificates: readonly Uint8Array[]): boolean {
  const read = certificates.flatMap((der) => {
    const certificate = readCertificate(der);
    return certificate.ok ? [certificate.value.tbs] : [];
  });
  const [own] = read;
  if (own === undefined || read.length !== certificates.length) return false;
  if (!bytesEqual(own.publicKey.der, spkiDer)) return false;
  return read.every(({ issuer }, i) => {
    const above = read[i + 1];
    return above === undefined || isSameName(issuer, above.subject);
  });
}

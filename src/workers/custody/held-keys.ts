import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import type {
  HeldKey,
  HeldKeyRequest,
  KeyNotHeld,
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
  }: SealHeldKeyRequest): Promise<Result<Uint8Array, KeyNotHeld>> {
    const held = this.#held.get(name);
    if (held === undefined) return err({ type: 'KeyNotHeld' });
    return ok(await keyCarrierOf(held.suite).write(held.pkcs8, passphrase, friendlyName));
  }

  async opens({ name, passphrase, carrier }: OpenHeldKeyRequest): Promise<Result<boolean, KeyNotHeld>> {
    const held = this.#held.get(name);
    if (held === undefined) return err({ type: 'KeyNotHeld' });
    const opened = await keyCarrierOf(held.suite).open(carrier, passphrase);
    if (opened === null) return ok(false);
    try {
      const keys = await signatureSuite(held.suite);
      return ok(bytesEqual(await keys.publicKeyOf(opened), held.spkiDer));
    } catch {
      // Something else than a key of this suite lay in the file.
      return ok(false);
    } finally {
      opened.fill(0);
    }
  }

  /** Wiping is attempted and not promised: the browser may have copies of its own. */
  drop(names: readonly string[]): void {
    for (const name of names) {
      this.#held.get(name)?.pkcs8.fill(0);
      this.#held.delete(name);
    }
  }
}

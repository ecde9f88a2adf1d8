import {
  decryptFile,
  encryptToPassphrase,
  encryptToRecipients,
  identityOfOctets,
} from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type {
  AuthorityKeyRequest,
  ChangePassphraseRequest,
  DecryptBackupRequest,
  HeldKey,
  HeldKeyRequest,
  KeyNotHeld,
  NewAuthorityKey,
  NotForLeaving,
  OpenHeldKeyRequest,
  RecoveryRequest,
  RehearseRequest,
  SealHeldKeyRequest,
  SignRefusal,
  SignRequest,
  StationKeys,
  StationKeysRequest,
  SubscriberKey,
  SubscriberKeyRequest,
  UnlockRefusal,
  UnlockRequest,
  Unlocked,
} from '#ports/custody.ts';
import { HeldKeys } from './held-keys.ts';
import type { Keys } from './keys.ts';
import { mayLeaveAsBackup, mayLeaveAsPackage, mayLeaveAsScan } from './leaving-octets.ts';
import { makeAuthorityKey } from './make-authority-key.ts';
import { makeStation } from './make-station.ts';
import { makeSubscriberKey } from './make-subscriber-key.ts';
import { fileOf, openVault } from './open-vault.ts';
import { readOfficerSecret, writeOfficerSecret } from './officer-secret.ts';
import { backupIdentities, rehearse } from './rehearse.ts';
import { signatureSuite } from './suites.ts';

/** Several signatures in flight: Firefox signs one at a time three times slower. */
const inFlight = 64;

/** Runs in the custody worker (and in unit tests as it is): the only place where a private key is in clear. */
export class KeyVault {
  #keys: Keys | null = null;
  readonly #held = new HeldKeys();

  async makeStationKeys(request: StationKeysRequest): Promise<StationKeys> {
    const { keys, answer } = await makeStation(request);
    this.#keys = keys;
    return answer;
  }

  async makeAuthorityKey(request: AuthorityKeyRequest): Promise<NewAuthorityKey> {
    const { authorities, identity } = this.#open();
    const { signer, answer } = await makeAuthorityKey(request, identity);
    this.#keys = { ...this.#open(), authorities: [...authorities, signer] };
    return answer;
  }

  async unlock(request: UnlockRequest): Promise<Result<Unlocked, UnlockRefusal>> {
    const { passphrase, officerId, first, second } = request;
    const files = [first, second].map((copy) => fileOf(copy, 'officer', officerId));
    if (files.every((file) => file === undefined))
      return err({ type: 'VaultFileMissing', holder: 'officer' });
    const damaged: string[] = [];
    for (const [copy, file] of files.entries()) {
      if (file === undefined) continue;
      const octets = await decryptFile(file, { passphrase });
      const secret = octets === null ? null : readOfficerSecret(octets);
      if (secret === null) continue;
      if (copy === 1) damaged.push(`officer:${officerId}`);
      const signing = await crypto.subtle.importKey(
        'pkcs8',
        new Uint8Array(secret.signingPkcs8),
        { name: 'ECDSA', namedCurve: 'P-256' },
        false,
        ['sign'],
      );
      return this.#openVault(request, secret.identity, damaged, signing);
    }
    return err({ type: 'DamagedOrWrongKey' });
  }

  async unlockByRecovery(request: RecoveryRequest): Promise<Result<Unlocked, UnlockRefusal>> {
    const secret = readRecoveryWords(request.words, sha256);
    if (!(secret instanceof Uint8Array)) return err(secret);
    return this.#openVault(request, identityOfOctets(secret), []);
  }

  async changePassphrase(request: ChangePassphraseRequest): Promise<Result<Uint8Array, UnlockRefusal>> {
    const octets = await decryptFile(request.officerFile, { passphrase: request.oldPassphrase });
    const secret = octets === null ? null : readOfficerSecret(octets);
    if (secret === null) return err({ type: 'DamagedOrWrongKey' });
    return ok(await encryptToPassphrase(writeOfficerSecret(secret), request.newPassphrase));
  }

  rehearse(
    request: RehearseRequest,
  ): Promise<Result<'opened', UnlockRefusal | { readonly type: 'OtherKey' }>> {
    return rehearse(request);
  }

  async signAsAuthority({
    tbs,
    suite,
    spkiDer,
  }: SignRequest): Promise<Result<readonly Uint8Array[], SignRefusal>> {
    const key = this.#keys?.authorities.find(
      (each) => each.suite === suite && bytesEqual(each.spkiDer, spkiDer),
    );
    if (key === undefined) return err({ type: 'Locked' });
    const holds = await (await signatureSuite(suite)).checker(spkiDer);
    const signatures: Uint8Array[] = [];
    for (let from = 0; from < tbs.length; from += inFlight) {
      const slice = await Promise.all(
        tbs.slice(from, from + inFlight).map(async (octets) => {
          const signature = await key.sign(octets);
          return (await holds(octets, signature)) ? signature : null;
        }),
      );
      for (const signature of slice) {
        if (signature === null) return err({ type: 'SignatureSuspect' });
        signatures.push(signature);
      }
    }
    return ok(signatures);
  }

  async signAct(hash: Uint8Array): Promise<Uint8Array> {
    const key = this.#open().officerSigning;
    // After an unlock by recovery nobody's own key is open: the act stays unsigned and the log says so.
    if (key === undefined) return new Uint8Array();
    return new Uint8Array(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new Uint8Array(hash)),
    );
  }

  async signDetached(content: Uint8Array, signingTimeIso: string): Promise<Uint8Array> {
    const { station, stationCertificateDer } = this.#open();
    const { signDetached } = await import('#adapters/pkijs/detached-signature.ts');
    return signDetached(
      content,
      { key: station, certificateDer: stationCertificateDer },
      new Date(signingTimeIso),
    );
  }

  encrypt(octets: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
    return encryptToRecipients(octets, recipients);
  }

  async decryptScan(
    ageFile: Uint8Array,
  ): Promise<Result<Uint8Array, { readonly type: 'DamagedOrWrongKey' }>> {
    const octets = await decryptFile(ageFile, { identities: [this.#open().scansIdentity] });
    return octets !== null && mayLeaveAsScan(octets) ? ok(octets) : err({ type: 'DamagedOrWrongKey' });
  }

  async decryptPackage(ageFile: Uint8Array): Promise<Result<Uint8Array, NotForLeaving<'NotAPackage'>>> {
    const octets = await decryptFile(ageFile, { identities: [this.#open().identity] });
    if (octets === null) return err({ type: 'DamagedOrWrongKey' });
    return mayLeaveAsPackage(octets) ? ok(octets) : err({ type: 'NotAPackage' });
  }

  async decryptBackup({
    backup,
    secret,
  }: DecryptBackupRequest): Promise<Result<Uint8Array, UnlockRefusal | NotForLeaving<'NotABackup'>>> {
    const identities = await backupIdentities(secret);
    if (!identities.ok) return identities;
    const octets = await decryptFile(backup, { identities: identities.value });
    if (octets === null) return err({ type: 'DamagedOrWrongKey' });
    return mayLeaveAsBackup(octets) ? ok(octets) : err({ type: 'NotABackup' });
  }

  makeSubscriberKey(request: SubscriberKeyRequest): Promise<SubscriberKey> {
    return makeSubscriberKey(request);
  }

  makeHeldKeys(requests: readonly HeldKeyRequest[]): Promise<readonly HeldKey[]> {
    return this.#held.make(requests);
  }

  heldKeys(): Promise<readonly string[]> {
    return Promise.resolve(this.#held.names());
  }

  sealHeldKey(request: SealHeldKeyRequest): Promise<Result<Uint8Array, KeyNotHeld>> {
    return this.#held.seal(request);
  }

  opensHeldKey(request: OpenHeldKeyRequest): Promise<Result<boolean, KeyNotHeld>> {
    return this.#held.opens(request);
  }

  dropHeldKeys(names: readonly string[]): Promise<void> {
    this.#held.drop(names);
    return Promise.resolve();
  }

  #open(): Keys {
    if (this.#keys === null) throw new Error('the vault is locked');
    return this.#keys;
  }

  async #openVault(
    request: Omit<UnlockRequest, 'passphrase'>,
    identity: string,
    officerFault: readonly string[],
    officerSigning?: CryptoKey,
  ): Promise<Result<Unlocked, UnlockRefusal>> {
    const opened = await openVault(request, identity, officerSigning);
    if (!opened.ok) return opened;
    const { keys, first, second } = opened.value;
    this.#keys = keys;
    return ok({ damaged: [...officerFault, ...first], damagedCopies: second });
  }
}

import { decryptFile, encryptToPassphrase, encryptToRecipients, recipientOf } from '#adapters/age/age.ts';
import { unzipOne } from '#adapters/zip/zip.ts';
import type { WrittenLine } from '#domain/audit/audit-record.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import type { SignedStatement } from '#domain/authority/station.ts';
import { opensFile } from '#domain/authority/vault-holders.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, latestOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { anchorFileName } from '#operations/backup/backup-format.ts';
import type {
  AnchorOfficerRequest,
  ApprovalRequest,
  AttestRequest,
  AuthorityKeyRequest,
  ChangePassphraseRequest,
  DecryptBackupRequest,
  DecryptedBackup,
  ExchangeRefusal,
  HeldKey,
  HeldKeyRequest,
  CertificateOfOtherKey,
  ConfirmationRequest,
  KeyNotHeld,
  NewAuthorityKey,
  NewOfficerRequest,
  NewRecoveryRequest,
  NotForLeaving,
  OpenCarrierRequest,
  OpenHeldKeyRequest,
  OpenedExchange,
  OfficersRequest,
  PairingRefusal,
  RecoveryRequest,
  RehearseRequest,
  RenewRecoveryRequest,
  RestoreRequest,
  SealHeldKeyRequest,
  SealRefusal,
  SealRequest,
  Custody,
  SignRefusal,
  SignatureNotWarranted,
  SignedCheckpoint,
  SignRequest,
  StatementRefusal,
  StatementRequest,
  StationKeys,
  StationKeysRequest,
  SubscriberKey,
  SubscriberKeyRequest,
  UnlockRefusal,
  UnlockRequest,
  Unlocked,
  VaultLocked,
} from '#ports/custody.ts';
import type { Clock } from '#ports/clock.ts';
import { HeldKeys, opensCarrier } from './held-keys.ts';
import { signCheckpoint } from './log-key.ts';
import { groundOf } from './ground.ts';
import { type Keys, everyOfficer, recipientsOf, recipientsOfFile, stationKeyOf } from './keys.ts';
import { mayLeaveAsBackup, mayLeaveAsPackage, mayLeaveAsScan } from './leaving-octets.ts';
import { makeAuthorityKey } from './make-authority-key.ts';
import { makeStation } from './make-station.ts';
import { makeSubscriberKey } from './make-subscriber-key.ts';
import { openVault } from './open-vault.ts';
import { readOfficerSecret, writeOfficerSecret } from './officer-secret.ts';
import { anchorBy, openSecret, rehearse } from './rehearse.ts';
import { type PendingRecovery, makeRecovery, renewRecovery } from './renew-recovery.ts';
import { signActs } from './sign-acts.ts';
import { provenStatement } from './proven-statement.ts';
import { signStatement } from './sign-statement.ts';
import { type Opened, openByPassphrase, openByWords } from './unlock.ts';

/** An age file of a few hundred octets. */
const maximumAnchorOctets = 64 * 1024;

/** Runs in the custody worker (and in unit tests as it is): the only place where a private key is in clear. */
export class KeyVault {
  #keys: Keys | null = null;
  /** The backup that was decrypted last: what opened it, and what that vouches for. */
  #restoring: { readonly identities: readonly string[]; readonly anchor: StationAnchor | null } | null = null;
  #newRecovery: PendingRecovery | null = null;
  readonly #held = new HeldKeys();
  /** Of the last list that each key has signed since the vault was opened, by the key in hex. */
  readonly #lastCrlNumbers = new Map<string, bigint>();
  /** Of the last act that was signed here: time does not go back behind it, whatever a caller says. */
  #lastActAt: Instant | null = null;
  readonly #clock: Clock | undefined;

  /** Without a clock of its own it goes by what was signed, and by what it is told. */
  constructor(clock?: Clock) {
    this.#clock = clock;
  }

  async makeStationKeys(request: StationKeysRequest): Promise<StationKeys> {
    const { keys, answer } = await makeStation(request);
    this.#keys = keys;
    return answer;
  }

  async makeAuthorityKey(request: AuthorityKeyRequest): Promise<NewAuthorityKey> {
    const { authorities, identity, recipients, officers, roles, purpose } = this.#open();
    if (!opensFile(roles, 'authority', purpose)) throw new Error('a key that who asks for it could not open');
    const holders = recipientsOfFile(
      { officers, recoveryRecipient: recipients.recovery, purpose },
      'authority',
    );
    const { signer, answer } = await makeAuthorityKey(request, holders, identity);
    this.#keys = { ...this.#open(), authorities: [...authorities, signer] };
    return answer;
  }

  async unlock(request: UnlockRequest): Promise<Result<Unlocked, UnlockRefusal>> {
    return this.#take(await openByPassphrase(request));
  }

  async unlockByRecovery(request: RecoveryRequest): Promise<Result<Unlocked, UnlockRefusal>> {
    return this.#take(await openByWords(request));
  }

  async signStatement(request: StatementRequest): Promise<Result<SignedStatement, StatementRefusal>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const signed = await signStatement(request, this.#keys, this.#clock?.now());
    // What is to follow stands only after its commit, which may be tried again; what it follows stands.
    if (signed.ok && request.before?.statement !== undefined)
      await this.followStatement(request.before.statement);
    const { recoveryRecipient } = request.next;
    // What is encrypted from now on is for the new recovery secret; a commit that fails ends this vault.
    if (signed.ok && recoveryRecipient === this.#keys.renewedRecovery?.recipient)
      this.#keys = { ...this.#keys, recipients: { ...this.#keys.recipients, recovery: recoveryRecipient } };
    return signed;
  }

  async makeOfficer(request: NewOfficerRequest): ReturnType<Custody['makeOfficer']> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { makeOfficer } = await import('./change-officers.ts');
    return makeOfficer(request, this.#keys);
  }

  async changeOfficers(request: OfficersRequest): ReturnType<Custody['changeOfficers']> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { changeOfficers } = await import('./change-officers.ts');
    return changeOfficers(request, this.#keys, this.#clock?.now());
  }

  async followStatement(signed: SignedStatement): Promise<boolean> {
    const keys = this.#open();
    const stated = await provenStatement(signed, keys.anchor);
    if (stated === null || stated.number < keys.latest) return false;
    const { officers, number: latest, chain } = stated;
    const anchor = { ...keys.anchor, links: chain?.digests ?? [] };
    this.#keys = { ...keys, anchor, recipients: recipientsOf(stated), officers, latest };
    return true;
  }

  async signConfirmation(request: ConfirmationRequest): ReturnType<Custody['signConfirmation']> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { signConfirmation } = await import('./four-eyes.ts');
    return signConfirmation(request, this.#keys);
  }

  async anchorOfficer(request: AnchorOfficerRequest): Promise<Result<Uint8Array, UnlockRefusal>> {
    const { anchor: known } = this.#open();
    const stated = request.statement === undefined ? null : await provenStatement(request.statement, known);
    const anchor = { ...known, links: stated?.chain?.digests ?? known.links ?? [] };
    const octets = await decryptFile(request.officerFile, { passphrase: request.passphrase });
    const secret = octets === null ? null : readOfficerSecret(octets);
    if (secret === null) return err({ type: 'DamagedOrWrongKey' });
    return ok(await encryptToPassphrase(writeOfficerSecret({ ...secret, anchor }), request.passphrase));
  }

  async makeRecovery(request: NewRecoveryRequest): ReturnType<Custody['makeRecovery']> {
    this.#newRecovery = null;
    if (this.#keys === null) return err({ type: 'Locked' });
    const made = await makeRecovery(request, this.#keys);
    if (!made.ok) return made;
    this.#newRecovery = made.value.pending;
    return ok(made.value.answer);
  }

  async renewRecovery(request: RenewRecoveryRequest): ReturnType<Custody['renewRecovery']> {
    if (this.#keys === null) return err({ type: 'Locked' });
    if (this.#newRecovery === null) return err({ type: 'RecoveryNotMade' });
    const renewed = await renewRecovery(request, this.#keys, this.#newRecovery);
    if (!renewed.ok) return renewed;
    this.#keys = { ...this.#keys, renewedRecovery: renewed.value.renewed };
    return ok(renewed.value.answer);
  }

  async knowsWords(words: readonly string[]): Promise<Result<boolean, UnlockRefusal | VaultLocked>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { anchor, recipients } = this.#keys;
    const of = { stationId: anchor.stationId, recoveryRecipient: recipients.recovery };
    const secret = await openSecret({ words }, of);
    if (!secret.ok) return secret;
    const { identities, foreign } = secret.value;
    const isOwn = (await recipientOf(identities[0] ?? '')) === recipients.recovery;
    return isOwn || foreign === null ? ok(isOwn) : err(foreign);
  }

  async changePassphrase(request: ChangePassphraseRequest): Promise<Result<Uint8Array, UnlockRefusal>> {
    const octets = await decryptFile(request.officerFile, { passphrase: request.oldPassphrase });
    const secret = octets === null ? null : readOfficerSecret(octets);
    if (secret === null) return err({ type: 'DamagedOrWrongKey' });
    return ok(await encryptToPassphrase(writeOfficerSecret(secret), request.newPassphrase));
  }

  rehearse(request: RehearseRequest): ReturnType<Custody['rehearse']> {
    return rehearse(request, this.#keys);
  }

  async signAsAuthority(request: SignRequest): Promise<Result<readonly Uint8Array[], SignRefusal>> {
    const series = bytesToHex(request.spkiDer);
    const { signAsAuthority } = await import('./sign-as-authority.ts');
    return signAsAuthority(request, this.#keys, {
      lastCrlNumber: this.#lastCrlNumbers.get(series),
      madeKey: (name) => this.#held.publicKeyOf(name),
      onCrlNumber: (number) => this.#lastCrlNumbers.set(series, number),
    });
  }

  async signApprovals(
    request: ApprovalRequest,
  ): Promise<Result<readonly string[], SignatureNotWarranted | VaultLocked>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { signApprovals } = await import('./approval.ts');
    return signApprovals(request, this.#keys);
  }

  async signActs(lines: readonly WrittenLine[]): Promise<Uint8Array> {
    const signature = await signActs(lines, this.#open());
    for (const { time } of lines) this.#lastActAt = latestOf(time, this.#lastActAt ?? time);
    return signature;
  }

  async signCheckpoint(tree: Parameters<Custody['signCheckpoint']>[0]): Promise<SignedCheckpoint> {
    const { anchor, logSeed } = this.#open();
    if (logSeed === undefined) throw new Error('the log\u2019s key is not open');
    return signCheckpoint({ stationId: anchor.stationId, seed: logSeed }, tree);
  }

  async signDetached(content: Uint8Array, signingTimeIso: string): Promise<Uint8Array> {
    const { stationCertificateDer, ...keys } = this.#open();
    const { signDetached } = await import('#adapters/pkijs/detached-signature.ts');
    return signDetached(
      content,
      { key: stationKeyOf(keys), certificateDer: stationCertificateDer },
      new Date(signingTimeIso),
    );
  }

  async encrypt(octets: Uint8Array, to: 'officers' | 'scans'): Promise<Result<Uint8Array, VaultLocked>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { recipients } = this.#keys;
    const stated = to === 'officers' ? everyOfficer(recipients) : [recipients.scans, recipients.recovery];
    return ok(await encryptToRecipients(octets, stated));
  }

  async decryptScan(
    ageFile: Uint8Array,
  ): Promise<Result<Uint8Array, { readonly type: 'DamagedOrWrongKey' }>> {
    const { scansIdentity } = this.#open();
    const octets =
      scansIdentity === undefined ? null : await decryptFile(ageFile, { identities: [scansIdentity] });
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
  }: DecryptBackupRequest): Promise<Result<DecryptedBackup, UnlockRefusal | NotForLeaving<'NotABackup'>>> {
    this.#restoring = null;
    const opened = await openSecret(secret);
    if (!opened.ok) return opened;
    const { identities } = opened.value;
    const octets = await decryptFile(backup, { identities });
    if (octets === null) return err({ type: 'DamagedOrWrongKey' });
    if (!mayLeaveAsBackup(octets)) return err({ type: 'NotABackup' });
    const file = unzipOne(octets, anchorFileName, maximumAnchorOctets);
    const anchor = await anchorBy(file, opened.value);
    if (!anchor.ok) return anchor;
    this.#restoring = { identities, anchor: anchor.value };
    return ok({ octets, anchor: anchor.value });
  }

  async openForRestore(request: RestoreRequest): Promise<Result<null, UnlockRefusal | VaultLocked>> {
    const restoring = this.#restoring;
    if (restoring === null) return err({ type: 'Locked' });
    const ground = await groundOf(request, restoring.anchor, { older: true });
    if (!ground.ok) return ground;
    const { files, station } = request;
    const copies = { first: files, second: files, stationCertificateDer: station.stationCertificateDer };
    let refusal: UnlockRefusal | VaultLocked = { type: 'Locked' };
    for (const identity of restoring.identities) {
      const opened = await openVault(copies, ground.value, identity);
      if (opened.ok) {
        this.#keys = opened.value.keys;
        return ok(null);
      }
      refusal = opened.error;
    }
    return err(refusal);
  }

  async sealExchange(request: SealRequest): Promise<Result<Uint8Array, SealRefusal>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { sealExchange } = await import('./exchange.ts');
    return sealExchange(request, this.#keys, latestOf(request.at, this.#now(request.at)));
  }

  async openExchange(
    request: Parameters<Custody['openExchange']>[0],
  ): Promise<Result<OpenedExchange, ExchangeRefusal>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { openExchange } = await import('./exchange.ts');
    return openExchange(request, this.#keys);
  }

  async attestFieldStation(request: AttestRequest): Promise<Result<Uint8Array, PairingRefusal>> {
    if (this.#keys === null) return err({ type: 'Locked' });
    const { attestFieldStation } = await import('./exchange.ts');
    return attestFieldStation(request, this.#keys, this.#now(request.notBefore));
  }

  /** By the machine's clock and by the log, whichever is later; a caller's word counts where there is neither. */
  #now(said: Instant): Instant {
    const own = this.#clock?.now() ?? said;
    return latestOf(own, this.#lastActAt ?? own);
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

  sealHeldKey(request: SealHeldKeyRequest): Promise<Result<Uint8Array, KeyNotHeld | CertificateOfOtherKey>> {
    return this.#held.seal(request);
  }

  opensHeldKey(request: OpenHeldKeyRequest): Promise<Result<boolean, KeyNotHeld>> {
    return this.#held.opens(request);
  }

  dropHeldKeys(names: readonly string[]): Promise<void> {
    this.#held.drop(names);
    return Promise.resolve();
  }

  opensCarrier(request: OpenCarrierRequest): Promise<boolean> {
    return opensCarrier(request);
  }

  #open(): Keys {
    if (this.#keys === null) throw new Error('the vault is locked');
    return this.#keys;
  }

  #take(opened: Result<Opened, UnlockRefusal>): Result<Unlocked, UnlockRefusal> {
    if (!opened.ok) return opened;
    const { keys, first, second, edited, vouching } = opened.value;
    this.#keys = keys;
    const { isAnchored, anchor } = keys;
    const anchoredKeyHex = isAnchored ? bytesToHex(anchor.stationSpkiDer) : null;
    return ok({ damaged: first, damagedCopies: second, anchoredKeyHex, edited, vouching });
  }
}

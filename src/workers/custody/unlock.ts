import { decryptFile, encryptToPassphrase, identityOfOctets } from '#adapters/age/age.ts';
import { importPrivateKey } from '#adapters/webcrypto/suite-keys.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import type { StatedPart } from '#domain/authority/stated.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { NewVaultFile, RecoveryRequest, UnlockRefusal, UnlockRequest } from '#ports/custody.ts';
import { type Ground, groundOf } from './ground.ts';
import { isOfficer } from './is-officer.ts';
import { readOfficerSecret, writeOfficerSecret } from './officer-secret.ts';
import { type OpenedVault, fileOf, openVault } from './open-vault.ts';
import { recovered } from './typed-recovery.ts';
import { recipientsOfFile } from './keys.ts';
import { readWordsAnchor, writeWordsAnchor } from './words-anchor.ts';
import { wordsKeyOf } from './words-key.ts';

export interface Opened extends OpenedVault {
  readonly edited: readonly StatedPart[];
  /** See `Unlocked.vouching`. */
  readonly vouching: NewVaultFile | null;
}

/** Tries each copy of the officer's file; the officer is who the statement says, by signing key and recipient. */
export async function openByPassphrase(request: UnlockRequest): Promise<Result<Opened, UnlockRefusal>> {
  const { passphrase, officerId, first, second } = request;
  const files = [first, second].map((copy) => fileOf(copy, 'officer', officerId));
  if (files.every((file) => file === undefined)) return err({ type: 'VaultFileMissing', holder: 'officer' });
  let refusal: UnlockRefusal = { type: 'DamagedOrWrongKey' };
  for (const [copy, file] of files.entries()) {
    const octets = file === undefined ? null : await decryptFile(file, { passphrase });
    const secret = octets === null ? null : readOfficerSecret(octets);
    if (secret === null) continue;
    const ground = await groundOf(request, secret.anchor ?? null);
    if (!ground.ok) return ground;
    const stated = ground.value.believed.officers.find(({ id }) => id === officerId);
    if (stated === undefined || !(await isOfficer(secret, stated))) {
      refusal = { type: 'VaultKeyForeign', holder: 'officer' };
      continue;
    }
    const signing = await importPrivateKey('ecdsa-p256', secret.signingPkcs8);
    const opened = await openVault(filesOf(request), ground.value, secret.identity, signing);
    if (!opened.ok) return opened;
    const vouching = isBehind(secret.anchor, ground.value)
      ? await encryptToPassphrase(writeOfficerSecret({ ...secret, anchor: ground.value.anchor }), passphrase)
      : null;
    secret.signingPkcs8.fill(0);
    const damaged = copy === 0 ? [] : [`officer:${officerId}`];
    return ok({
      ...opened.value,
      keys: { ...opened.value.keys, officerId },
      first: [...damaged, ...opened.value.first],
      edited: ground.value.edited,
      vouching: vouching === null ? null : { holder: 'officer', of: officerId, ageFile: vouching },
    });
  }
  return err(refusal);
}

/** The words, or sheets, open every file but the officer's own, and vouch for the anchor by its MAC. */
export async function openByWords(request: RecoveryRequest): Promise<Result<Opened, UnlockRefusal>> {
  const { stationId, recoveryRecipient } = request.station;
  const typed = await recovered(request.words, { stationId, recoveryRecipient });
  if (!typed.ok) return typed;
  const opened = await openBySecret(request, typed.value.secret);
  // Whose sheets they are says more than that they open nothing.
  return opened.ok || typed.value.foreign === null ? opened : err(typed.value.foreign);
}

async function openBySecret(
  request: RecoveryRequest,
  secret: Uint8Array,
): Promise<Result<Opened, UnlockRefusal>> {
  const vouched = await anchorIn([request.first, request.second], secret);
  if (!vouched.ok) return vouched;
  const ground = await groundOf(request, vouched.value);
  if (!ground.ok) return ground;
  const opened = await openVault(filesOf(request), ground.value, identityOfOctets(secret));
  if (!opened.ok) return opened;
  const { officerId } = request;
  const { anchor, believed, edited } = ground.value;
  const wordsKey = await wordsKeyOf(secret);
  const isNamed = bytesEqual(believed.chain?.newest.wordsSpkiDer ?? new Uint8Array(), wordsKey.spkiDer);
  const keys = { ...opened.value.keys, officerId, ...(isNamed ? { wordsKey } : {}) };
  const vouching = isBehind(vouched.value, ground.value)
    ? await writeWordsAnchor(anchor, secret, recipientsOfFile(believed, 'anchor'))
    : null;
  return ok({
    ...{ ...opened.value, keys, edited },
    vouching: vouching === null ? null : { holder: 'anchor', of: '1', ageFile: vouching },
  });
}

/** The officers' chain has gone on since the secret vouched for it. */
function isBehind(vouched: StationAnchor | null | undefined, { anchor }: Pick<Ground, 'anchor'>): boolean {
  const seen = vouched?.links ?? [];
  return vouched !== null && vouched !== undefined && seen.length < (anchor.links ?? []).length;
}

/** Null where no copy has one. */
async function anchorIn(
  copies: readonly (readonly NewVaultFile[])[],
  secret: Uint8Array,
): Promise<Result<StationAnchor | null, UnlockRefusal>> {
  const files = copies.flatMap((copy) => fileOf(copy, 'anchor', '1') ?? []);
  for (const file of files) {
    const anchor = await readWordsAnchor(file, secret);
    if (anchor !== null) return ok(anchor);
  }
  return files.length === 0 ? ok(null) : err({ type: 'VaultKeyForeign', holder: 'anchor' });
}

function filesOf({ first, second, station }: Omit<UnlockRequest, 'passphrase'>) {
  return { first, second, stationCertificateDer: station.stationCertificateDer };
}

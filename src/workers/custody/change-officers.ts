import { decryptFile, encryptToPassphrase, encryptToRecipients, newIdentity } from '#adapters/age/age.ts';
import { makeKeyPair } from '#adapters/webcrypto/suite-keys.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { workingRoles } from '#domain/authority/roles.ts';
import { statementAfter } from '#domain/authority/stated.ts';
import { type StationStatement, readStatement } from '#domain/authority/station-statement.ts';
import { type SharedHolder, rolesThatOpen } from '#domain/authority/vault-holders.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import type {
  ChangedOfficers,
  NewOfficer,
  NewOfficerRequest,
  NewVaultFile,
  OfficersRefusal,
  OfficersRequest,
} from '#ports/custody.ts';
import { type Keys, recipientsOfFile } from './keys.ts';
import { readOfficerSecret, writeOfficerSecret } from './officer-secret.ts';
import { isOfficer } from './is-officer.ts';
import { fileOf, openedSecret } from './open-vault.ts';
import { type OpenedSecond, openSecond } from './second-officer.ts';
import { stateNext } from './sign-statement.ts';

/**
 * A new officer's secrets, under the passphrase that he has typed, and opened again with what he has typed after it: one that he can't repeat
 * is never registered. Nothing of the vault is encrypted to it before the station states the officer.
 */
export async function makeOfficer(
  { passphrase, again }: NewOfficerRequest,
  { anchor }: Pick<Keys, 'anchor'>,
): Promise<Result<NewOfficer, { readonly type: 'DamagedOrWrongKey' }>> {
  const { identity, recipient } = await newIdentity();
  const signing = await makeKeyPair('ecdsa-p256');
  const secret = writeOfficerSecret({ identity, signingPkcs8: signing.pkcs8, anchor });
  const officerFile = await encryptToPassphrase(secret, passphrase);
  for (const octets of [secret, signing.pkcs8]) octets.fill(0);
  const octets = await decryptFile(officerFile, { passphrase: again });
  const opened = octets === null ? null : readOfficerSecret(octets);
  const stated = { id: '', signingSpkiDer: signing.spkiDer, ageRecipient: recipient };
  if (opened === null || !(await isOfficer(opened, stated))) return err({ type: 'DamagedOrWrongKey' });
  opened.signingPkcs8.fill(0);
  return ok({ signingSpkiDer: signing.spkiDer, ageRecipient: recipient, officerFile });
}

/**
 * The statement with other officers, and beside it every file of the vault whose holders are others by it, encrypted anew: to be committed
 * together. A file that who has opened the vault can't open needs a second officer, who can; so nobody comes to a key by a role alone. Under four eyes each change needs one (D10).
 */
export async function changeOfficers(
  request: OfficersRequest,
  keys: Keys,
  now?: Instant,
): Promise<Result<ChangedOfficers, OfficersRefusal>> {
  const { before, next, officersBefore, officers } = request;
  const previous = before.statement === undefined ? null : readStatement(before.statement.text);
  if (previous === null) return err({ type: 'StatementInvalid' });
  const second = request.second === undefined ? null : await openSecond(request.second, keys);
  if (second !== null && !second.ok) return second;
  // Whoever is added, raised or removed by one alone would be the second one of the next act. `before` is held against its statement below.
  if (before.settings.fourEyes === true && second === null)
    return err({ type: 'SecondOfficerNeeded', needed: workingRoles, fourEyes: true });
  const beside = { second: second?.value ?? null, now };
  const statement = await stateNext({ before, next, officers: officersBefore }, officers, keys, beside);
  if (!statement.ok) return statement;
  const after = statementAfter(before.statement, { station: next, officers }, sha256);
  const { purpose } = keys;
  const said = { before: { ...previous, purpose }, after: { ...after, purpose } };
  const files = await filesAnew(request.copies, said, second?.value ?? null, keys);
  return files.ok ? ok({ statement: statement.value, vaultFiles: files.value }) : files;
}

interface Said {
  readonly before: StationStatement & Pick<Keys, 'purpose'>;
  readonly after: StationStatement & Pick<Keys, 'purpose'>;
}

async function filesAnew(
  copies: OfficersRequest['copies'],
  { before, after }: Said,
  second: OpenedSecond | null,
  { anchor, identity }: Keys,
): Promise<Result<readonly NewVaultFile[], OfficersRefusal>> {
  const identities = second === null ? [identity] : [identity, second.identity];
  const files: NewVaultFile[] = [];
  for (const { holder, of } of sharedFiles(after, copies)) {
    const recipients = recipientsOfFile(after, holder);
    if (isSameSet(recipients, recipientsOfFile(before, holder))) continue;
    const octets = await openedSecret(copies, { holder, of }, { anchor, believed: before }, identities);
    if (octets === null)
      return err({ type: 'SecondOfficerNeeded', needed: rolesThatOpen(holder, after.purpose) });
    files.push({ holder, of, ageFile: await encryptToRecipients(octets, recipients) });
    octets.fill(0);
  }
  return ok(files);
}

/** Of a register of before there were anchors the words have none yet. */
function sharedFiles(
  { authorities }: StationStatement,
  { first, second }: OfficersRequest['copies'],
): readonly { readonly holder: SharedHolder; readonly of: string }[] {
  const hasAnchor = [first, second].some((files) => fileOf(files, 'anchor', '1') !== undefined);
  return [
    { holder: 'station', of: '1' },
    ...authorities.map(({ generation }) => ({ holder: 'authority' as const, of: String(generation) })),
    { holder: 'scans', of: '1' },
    ...(hasAnchor ? [{ holder: 'anchor' as const, of: '1' }] : []),
  ];
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

import { describe, expect, it } from 'vitest';
import { decryptFile, encryptToPassphrase } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { type VaultFile, vaultFileId } from '#domain/authority/officer-record.ts';
import { linkDigest, readLink } from '#domain/authority/officers-chain.ts';
import type { SignedLink } from '#domain/authority/signed-link.ts';
import type { Station } from '#domain/authority/station.ts';
import { ok } from '#domain/base/result.ts';
import { without } from '#domain/base/without.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { transact } from '#operations/transact.ts';
import { readOfficerSecret, writeOfficerSecret } from '#workers/custody/officer-secret.ts';
import { recovered } from '#workers/custody/typed-recovery.ts';
import { writeWordsAnchor } from '#workers/custody/words-anchor.ts';
import { type OfficeAtWork, taken } from '#tests/support/office-at-work.ts';
import { anOlderOffice } from '#tests/support/older-station.ts';
import {
  type Person,
  added,
  anOfficeWithPeople,
  officersOf,
  seated,
  theStation,
  unlockRequest,
  withFirst,
} from '#tests/support/people-at-work.ts';
import { forged, stolenBy } from '#tests/support/stolen-keys.ts';

const chainOf = ({ statement }: Station): readonly SignedLink[] => statement?.chain ?? [];
const kindsOf = (station: Station) => chainOf(station).map(({ text }) => readLink(text)?.kind);

describe('a station of before there were links', () => {
  it('is taken over at the first opening by an administrator, and the chain says so', async () => {
    const older = await anOlderOffice();
    const { first: officer } = await withFirst(older);
    await seated(older, officer);
    const station = await theStation(older.desk);
    expect(kindsOf(station)).toEqual(['taken-over']);
    const { first: files } = await unlockRequest(older.desk, officer);
    const own = files.find(({ holder }) => holder === 'officer')?.ageFile ?? new Uint8Array();
    const octets = await decryptFile(own, { passphrase: officer.passphrase });
    const seen = readOfficerSecret(octets ?? new Uint8Array())?.anchor?.links;
    expect(seen).toEqual(chainOf(station).map(({ text }) => linkDigest(text, sha256)));
    await seated(older, officer);
    await added(older, 'Тіркеуші', ['registrar']);
    expect(kindsOf(await theStation(older.desk))).toEqual(['taken-over', 'changed']);
  });

  it('with a statement is taken over by its administrator, and not by a CA officer or the words', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const ca = await added(made.office, 'Орталық қызметкері', ['ca-officer']);
    await unchained(made.office, made.first, [made.first, ca], made.words);
    await seated(made.office, ca);
    expect(chainOf(await theStation(desk))).toEqual([]);
    desk.custody.lock();
    made.office.pass(60);
    taken(await unlockStation(desk, { officerId: ca.id, secret: { words: made.words } }));
    expect(chainOf(await theStation(desk))).toEqual([]);
    await seated(made.office, made.first);
    expect(kindsOf(await theStation(desk))).toEqual(['taken-over']);
    await seated(made.office, ca);
    await seated(made.office, made.first);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});

/** The register as the version before links had it: no link in the statement, none in any secret. */
async function unchained(
  at: OfficeAtWork,
  first: Person,
  all: readonly Person[],
  words: readonly string[],
): Promise<void> {
  const { desk } = at;
  const keys = await stolenBy(desk, first);
  const station = await theStation(desk);
  const bare = await forged(keys, { station, officers: await officersOf(desk) }, undefined);
  const { first: files } = await unlockRequest(desk, first);
  const plain: VaultFile[] = await Promise.all(
    all.map(async ({ id, passphrase }) => {
      const row = files.find(({ holder, of }) => holder === 'officer' && of === id);
      const octets = await decryptFile(row?.ageFile ?? new Uint8Array(), { passphrase });
      const secret = octets === null ? null : readOfficerSecret(octets);
      if (secret?.anchor === undefined) throw new Error('no anchor');
      const anchor = without(secret.anchor, 'links');
      const ageFile = await encryptToPassphrase(writeOfficerSecret({ ...secret, anchor }), passphrase);
      return { holder: 'officer' as const, of: id, id: vaultFileId('officer', id), salt: '00', ageFile };
    }),
  );
  const { secret } = taken(await recovered(words, {}));
  const { stationId, stationSpkiDer, recoveryRecipient } = station;
  const recipients = (await officersOf(desk)).map(({ ageRecipient }) => ageRecipient);
  const anchor = await writeWordsAnchor({ stationId, stationSpkiDer }, secret, [
    ...recipients,
    recoveryRecipient,
  ]);
  plain.push({ holder: 'anchor', of: '1', id: vaultFileId('anchor', '1'), salt: '00', ageFile: anchor });
  const puts = [
    { collection: 'station' as const, record: { ...bare, salt: '00' } },
    ...plain.map((record) => ({ collection: 'vaultFile' as const, record })),
  ];
  const subjects = all.map(({ id }) => id);
  // The one act that puts the own files of others.
  taken(
    await transact(desk, () =>
      Promise.resolve(ok({ acts: [{ act: 'officer-added' as const, subjects, puts }], answer: null })),
    ),
  );
  at.pass(60);
}

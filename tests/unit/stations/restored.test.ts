import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { registerFaults } from '#operations/soundness.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { type OfficeAtWork, anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import {
  handedIn,
  pair,
  receipt,
  sent,
  setUpField,
  stationOf,
  tookIn,
} from '#tests/support/stations-at-work.ts';

async function bothSetUp() {
  const authority = anOffice();
  const authorityWords = await setUp(authority);
  const field = anOffice();
  const fieldWords = await setUpField(field);
  await pair({ authority, field });
  return { authority, authorityWords, field, fieldWords };
}

/** The station of that backup in another browser, opened by its officer. */
async function restored(backup: Uint8Array, words: readonly string[]): Promise<OfficeAtWork> {
  const office = anOffice(memoryStore());
  const opened = taken(await openRegisterBackup(office.desk, { backup, secret: { words } }));
  taken(await restoreRegister(office.desk, { opened }));
  const [officer] = await (await office.desk.store.read()).list('officer');
  taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
  return office;
}

describe('a field station that was restored from a backup (K07)', () => {
  it('makes a package of a number that it does not know any more: refused, and paired anew nothing is lost', async () => {
    const { authority, field, fieldWords } = await bothSetUp();
    await handedIn(field, applicants[0]);
    const backup = taken(await makeRegisterBackup(field.desk));
    taken(await tookIn(authority, (await sent(field, authority)).file));
    const again = await restored(backup, fieldWords);
    expect((await stationOf(again)).epoch).toBe(2);
    await handedIn(again, applicants[1]);
    const { file } = await sent(again, authority);
    expect(await tookIn(authority, file)).toMatchObject({ error: { type: 'PackageForked', number: 1 } });
    await pair({ authority, field: again });
    const after = await sent(again, authority);
    expect(taken(await tookIn(authority, after.file))).toMatchObject({ entered: 1, same: 1 });
    taken(await tookIn(again, await receipt(authority, again)));
    expect(await registerFaults(again.desk)).toEqual([]);
    expect(await registerFaults(authority.desk)).toEqual([]);
  });

  it('goes on where nothing was sent since its backup', async () => {
    const { authority, field, fieldWords } = await bothSetUp();
    await handedIn(field, applicants[0]);
    taken(await tookIn(authority, (await sent(field, authority)).file));
    const backup = taken(await makeRegisterBackup(field.desk));
    const again = await restored(backup, fieldWords);
    await handedIn(again, applicants[1]);
    expect(taken(await tookIn(authority, (await sent(again, authority)).file))).toMatchObject({
      ...{ entered: 1, same: 1 },
    });
  });
});

describe('an authority that was restored from a backup', () => {
  it('says by its next receipt what it lacks, and gets it again', async () => {
    const { authority, authorityWords, field } = await bothSetUp();
    const first = await handedIn(field, applicants[0]);
    const backup = taken(await makeRegisterBackup(authority.desk));
    taken(await tookIn(authority, (await sent(field, authority)).file));
    taken(await tookIn(field, await receipt(authority, field)));
    const again = await restored(backup, authorityWords);
    const second = await handedIn(field, applicants[1]);
    // The field station believes that all of the first has arrived: it has, and is lost.
    taken(await tookIn(again, (await sent(field, again)).file));
    taken(await tookIn(field, await receipt(again, field)));
    const healing = await sent(field, again);
    taken(await tookIn(again, healing.file));
    const reading = await again.desk.store.read();
    expect((await reading.list('application')).map(({ id }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    expect(await registerFaults(again.desk)).toEqual([]);
  });

  it('twice from one backup has two halves, whose receipts are not added up', async () => {
    const { authority, authorityWords, field } = await bothSetUp();
    const backup = taken(await makeRegisterBackup(authority.desk));
    const [one, other] = [await restored(backup, authorityWords), await restored(backup, authorityWords)];
    const first = await handedIn(field, applicants[0]);
    taken(await tookIn(one, (await sent(field, one)).file));
    taken(await tookIn(field, await receipt(one, field)));
    // The other half has never seen it; the receipt that it gives later counts.
    const second = await handedIn(field, applicants[1]);
    const { file } = await sent(field, other);
    other.pass(60);
    taken(await tookIn(other, file));
    taken(await tookIn(field, await receipt(other, field)));
    taken(await tookIn(other, (await sent(field, other)).file));
    const reading = await other.desk.store.read();
    expect((await reading.list('application')).map(({ id }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
  });
});

/** What befalls a register and what is done about it: the acts that change when restoring becomes another ceremony. */
import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import type { Result } from '#domain/base/result.ts';
import { contentOf } from '../busy-offices.ts';
import { type Command, command } from './acts.ts';
import { attempt } from './attempt.ts';
import { stateGap } from '#operations/ceremony/state-gap.ts';
import { taken } from '../office-at-work.ts';
import { type ModelOffice, isInCeremony, mended, restart } from './model-office.ts';
import type { RegisterModel } from './register-model.ts';

/** The whole profile is copied and work goes on in the copy. */
export const clone: Command = command('clone', async (model, real) => {
  restart(real, await contentOf(real.office.desk.store));
  if (!model.isRolledBack) await mended(real);
  model.isLocked = true;
});

/** An older copy of the register is put in its place; the head's second copy stays as it is. */
export const setBack = (pick: number): Command =>
  command(`set back ${String(pick)}`, async (model, real) => {
    const now = await contentOf(real.office.desk.store);
    const then = real.past[pick % real.past.length];
    // One of another life of the register may be longer than what it is put in the place of: that one is no older copy.
    if (then === undefined || (then.head?.seq ?? 0) >= (now.headCopy?.seq ?? 0)) return;
    restart(real, { ...then, headCopy: now.headCopy });
    Object.assign(model, { isRolledBack: true, isTouched: false, isLocked: true });
  });

/** Somebody takes the revocation out of an entry, or changes whose it is, past the program. */
export const touch = (pick: number): Command =>
  command(
    `touch ${String(pick)}`,
    async (model, real) => {
      const content = await contentOf(real.office.desk.store);
      restart(real, { ...content, tables: touched(content.tables, pick) });
      if (!model.isRolledBack) await mended(real);
      Object.assign(model, { isTouched: true, isLocked: true });
    },
    ({ entries }) => entries.size > 0,
  );

function touched(tables: RegisterContent['tables'], pick: number): RegisterContent['tables'] {
  const rows = [...(tables.get('entry') ?? [])];
  const [key, row] = rows[pick % rows.length] ?? [];
  if (key === undefined || row === undefined) return tables;
  const record = { ...row.record, revocation: undefined, ownerName: 'БӨТЕН' };
  return new Map(tables).set('entry', new Map(rows).set(key, { ...row, record }));
}

/** Over what is there, which has to be beyond help. */
export const restoreHere = (pick: number): Command =>
  command(`restore ${String(pick)}`, async (model, real) => {
    await restored(model, real, pick);
  });

/** Into an empty browser; the old one is given up as soon as that is done. */
export const restoreElsewhere = (pick: number): Command =>
  command(`restore elsewhere ${String(pick)}`, async (model, real) => {
    const old = await contentOf(real.office.desk.store);
    const before = { ...model };
    restart(real, undefined);
    Object.assign(model, { isTouched: true, isRolledBack: false });
    if (await restored(model, real, pick)) return;
    restart(real, old);
    Object.assign(model, before, { isLocked: true });
  });

/** What the officer says of what nobody can show, with the recovery words at hand. */
export const state: Command = command(
  'state',
  async (model, real) => {
    const statement = { text: 'Жоғалған әрекеттер туралы актінің көшірмесі папкада.', words: real.words };
    const stated = await attempt(model, real, { name: 'state', signs: false }, () =>
      stateGap(real.office.desk, statement),
    );
    if (stated !== null) model.isInCeremony = await isInCeremony(real);
  },
  (model) => model.isInCeremony,
);

export function serialNumbersOf(list: Uint8Array): ReadonlySet<string> {
  return new Set([...taken(readCrl(list)).tbs.entries].map(({ serialNumber }) => bytesToHex(serialNumber)));
}

/** What the register that is replaced proves by itself, whatever was done to its entries: its certificates, and the revocations of its log. */
function provenIn({ tables }: RegisterContent) {
  const records = [...(tables.get('audit')?.values() ?? [])].map(
    ({ record }) => record as unknown as AuditRecord,
  );
  return {
    issued: [...(tables.get('certificate')?.keys() ?? [])],
    revoked: new Set(
      records.filter(({ act }) => act === 'certificate-revoked').map(({ subjects }) => subjects[0]),
    ),
  };
}

/** The newest list that went out is shown, as the page asks for it. */
async function restored(model: RegisterModel, real: ModelOffice, pick: number): Promise<boolean> {
  const backup = model.backups[pick % model.backups.length];
  if (backup === undefined) return false;
  const { desk } = real.office;
  const newest = real.lists.get(String(model.highestCrl));
  const left = provenIn(await contentOf(desk.store));
  const done = await attempt(
    model,
    real,
    { name: 'restore', signs: false },
    async (): Promise<Result<unknown, { readonly type: string }>> => {
      const opened = await openRegisterBackup(desk, { backup: backup.octets, secret: { words: real.words } });
      if (!opened.ok) return opened;
      const shown = newest === undefined ? [] : [newest];
      const answer = await restoreRegister(desk, { opened: opened.value, shown, replaceConfirmed: true });
      // Acknowledged on a register that was beyond help: this act is the one that mends it.
      if (answer.ok) model.isRolledBack = false;
      return answer;
    },
  );
  if (done === null) return false;
  const { waiting, crls } = backup;
  const listed = newest === undefined ? new Set<string>() : serialNumbersOf(newest);
  const entries = new Map(
    [...backup.entries, ...left.issued.map((serial) => [serial, 'in-force'] as const)].map(
      ([serial, standing]) => {
        const before = backup.entries.get(serial) ?? standing;
        return [serial, listed.has(serial) || left.revoked.has(serial) ? 'revoked' : before] as const;
      },
    ),
  );
  // After a cut a certificate may be there that nobody was told of.
  for (const serial of entries.keys()) model.serials.add(serial);
  Object.assign(model, { entries, waiting, crls, isTouched: false, isRolledBack: false, isLocked: true });
  model.isInCeremony = true;
  return true;
}

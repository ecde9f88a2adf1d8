import { expect } from 'vitest';
import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import type { CollectionName } from '#domain/exchange/collections.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeStation } from '#operations/station/make-station.ts';
import type { Start } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { type Browser, type GuardedOffice, aBrowser, contentOf, startedOn } from './guarded-office.ts';
import { issued, passphrase, setUp, taken } from './office-at-work.ts';

/** A station with a CRL and a certificate, and the same one some acts before. */
export async function twoStores(): Promise<{
  readonly whole: Browser;
  readonly older: RegisterContent;
  readonly olderMarker: string;
}> {
  const whole = aBrowser();
  const office = startedOn(whole);
  await setUp(office);
  taken(await signCrl(office.desk));
  const older = await contentOf(office.itself);
  await office.guard.marked();
  const olderMarker = whole.places[0]?.text ?? '';
  office.pass(60);
  await issued(office);
  await office.guard.marked();
  whole.register = await contentOf(office.itself);
  return { whole, older, olderMarker };
}

/** Of a start, what a page shows of it. */
export function seen(start: Start): unknown {
  const { type } = start;
  return type === 'ready' ? { type, rebuilt: start.rebuilt } : { type };
}

/** All that the register had and nothing more than the acts that a start writes; its log verifies. */
export async function expectWhole(
  { desk, itself }: GuardedOffice,
  before: RegisterContent | undefined,
  acts: readonly string[],
): Promise<void> {
  const now = await contentOf(itself);
  for (const [name, table] of before?.tables ?? []) {
    if (name === 'draft' || name === 'device') continue;
    for (const [key, row] of table)
      expect(now.tables.get(name)?.get(key)?.record, `${name}/${key}`).toEqual(row.record);
    if (name !== 'audit') expect(now.tables.get(name)?.size, name).toBe(table.size);
  }
  const log = await (await itself.read()).list('audit');
  expect(log.slice(before?.head?.seq).map(({ act }) => act)).toEqual(acts);
  expect((await verifyLog(desk)).faults).toEqual([]);
  expect(now.headCopy).toEqual(now.head);
}

/** Nothing is written, whatever is asked for. */
export async function expectClosed({ desk, itself }: GuardedOffice): Promise<void> {
  const before = await registered(itself);
  expect(await unlockStation(desk, { officerId: 'o1', secret: { passphrase } })).toMatchObject({ ok: false });
  const made = await makeStation(desk, {
    kind: 'N',
    demonstration: false,
    authority: { organisation: 'О', commonName: 'Н', region: 'Астана', email: 'ca@example.kz' },
    addresses: { crl: 'http://crl.example.kz/n.crl' },
    suite: 'ecdsa-p256',
    authorityValidityYears: 10,
    officer: { name: 'А', position: 'Б' },
    passphrase,
    wordScript: 'cyrillic',
  });
  expect(made.ok).toBe(false);
  expect(await registered(itself)).toEqual(before);
}

/** Without what is this browser's alone: that somebody tried to unlock is counted there. */
async function registered(store: RegisterStore): Promise<unknown> {
  const content = await contentOf(store);
  return [without(content, 'device').tables, content.head, content.headCopy];
}

export function without(
  content: RegisterContent | undefined,
  ...names: readonly CollectionName[]
): RegisterContent {
  if (content === undefined) throw new Error('no register');
  return { ...content, tables: new Map([...content.tables].filter(([name]) => !names.includes(name))) };
}

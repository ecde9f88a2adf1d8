import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { indexRegister, searchRegister } from '#domain/register/search-register.ts';
import type { Office } from '#operations/office.ts';
import { type Measured, medianOf, timeOf } from './measured.ts';

/** Finding again what was issued: by key, and by a part of a name with every filter off. */
export async function measureRegister({ store, clock, acts }: Office): Promise<readonly Measured[]> {
  const snapshot = await store.read();
  const entries = await snapshot.list('entry');
  const size = entries.length;
  const any = () => entries[Math.floor(Math.random() * size)];
  const bySerial = await medianOf(101, () => snapshot.get('entry', any()?.id ?? ''));
  const byIin = await medianOf(101, () => snapshot.list('entry', { index: 'iin', only: iinOf(any()) }));
  const index = indexRegister(entries);
  const now = clock.now();
  const pass = await medianOf(21, () => index.texts.filter((text) => text.includes('сен')).length);
  const search = await medianOf(21, () =>
    searchRegister(index, { text: 'қасен', status: 'in-force' }, { by: 'name', descending: false }, now),
  );
  const load = await timeOf(async () => indexRegister(await snapshot.list('entry')));
  let records = 0;
  const log = await timeOf(async () => {
    records = (await acts.verifyLog()).records;
  });
  return [
    { name: 'look up by serial number', value: bySerial, unit: 'ms', limit: 10, size },
    { name: 'look up by IIN', value: byIin, unit: 'ms', limit: 10, size },
    { name: 'search by name, filtered, sorted, counted', value: search, unit: 'ms', limit: pass, size },
    { name: "read the register into the search's index", value: load, unit: 'ms', size },
    {
      name: 'verify the log and the register against it',
      value: (records / log) * 1000,
      unit: '/s',
      size: records,
    },
  ];
}

function iinOf(entry: RegisterEntry | undefined): string {
  return entry === undefined || entry.subject.kind === 'authority' ? '' : entry.subject.iin;
}

import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Reading } from '#operations/office.ts';

/** Full names of the bodies that ever applied here, by BIN; the newest letter's spelling counts. */
export async function knownBodies(reading: Reading): Promise<ReadonlyMap<string, string>> {
  const letters = await reading.list('letter', { index: 'number' });
  return new Map(letters.map(({ content: { body } }) => [body.bin, body.name]));
}

export function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Of that body, as the register has them. */
export async function certificatesOfBody(reading: Reading, bin: string): Promise<readonly RegisterEntry[]> {
  return bin === '' ? [] : reading.list('entry', { index: 'bin', only: bin });
}

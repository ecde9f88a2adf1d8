import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { requireSound } from '#operations/soundness.ts';
import { busyOffices, contentOf } from '#tests/support/busy-offices.ts';
import { namesItsPlace } from '#tests/support/named-place.ts';
import { tamperings } from '#tests/support/tamperings.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';

/** Of each kind; the three together are at least 1,500. */
const atLeast = 500;

/** A stranger writes to the store while the program is not running; then it is started, and something is to be signed. */
export function tamperingsAreFound(kind: AuthorityKind): void {
  describe(`a register of a ${kind} that was changed past the program`, () => {
    it('[J02] is found out before anything is signed on it, whatever was changed, and the record is named', async () => {
      const { office, issue, earlier } = await busyOffices[kind]();
      await unlockAgain(office);
      const sound = await contentOf(office.desk.store);
      const untouched = { ...office.desk, store: memoryStore(sound) };
      expect(await requireSound(untouched, 'certificate')).toEqual({ ok: true, value: null });
      const unnoticed: string[] = [];
      let count = 0;
      for (const { name, content } of tamperings(sound, earlier, 2)) {
        count += 1;
        const desk = { ...office.desk, store: memoryStore(content) };
        const found = await requireSound(desk, 'certificate');
        if (found.ok) unnoticed.push(name);
        else for (const fault of found.error.faults) expect(namesItsPlace(fault), name).toBe(true);
      }
      expect(unnoticed).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(atLeast);
      // The refusal is the act's own, and nothing of the act is left behind.
      const [spoiled] = tamperings(sound, earlier, 1);
      const desk = { ...office.desk, store: memoryStore(spoiled?.content) };
      const [outcome] = await issue(desk);
      expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
      expect(await makeRegisterBackup(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
      expect((await desk.store.read()).head).toEqual(sound.head);
      const [real] = await issue(untouched);
      expect(real?.result).toMatchObject({ ok: true });
    });
  });
}

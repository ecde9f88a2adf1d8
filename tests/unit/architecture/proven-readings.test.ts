import { expect, it } from 'vitest';
import { filesUnder } from '#tests/support/source-files.ts';

/** Read the register as it lies, each for its reason; everything else goes through a proven reading. */
const raw = [
  // What a proven reading is made of, and what judges the register as a whole.
  'src/operations/proof/proven-reading.ts',
  'src/operations/soundness.ts',
  'src/operations/transact.ts',
  'src/operations/audit/verify-log.ts',
  'src/operations/audit/export-log.ts',
  'src/operations/audit/prove-record.ts',
  // The start and the vault: what opens is judged by its keys, and a damaged register has to open to be restored.
  'src/operations/station/first-run.ts',
  'src/operations/station/make-station.ts',
  'src/operations/station/start.ts',
  'src/operations/station/start-thoroughly.ts',
  'src/operations/station/unlock.ts',
  'src/operations/backup/restore-register.ts',
  // Each record that it gives out is held against the log by itself; the others are what it tells of.
  'src/operations/backup/export-salvage.ts',
  // The register's second store: what is rebuilt from it is verified whole before, and before the next signature again.
  'src/operations/commit-journal/guarded-register.ts',
  'src/operations/commit-journal/journal-keeper.ts',
  'src/operations/station/rebuild-register.ts',
  // Whether there is anything to do at an opening; what is done is proven.
  'src/operations/carrier/fail.ts',
];

it('an act rests on nothing that was read as it lies in the store', () => {
  const reading = filesUnder('src/operations', '.ts').filter(({ text }) => /store\s*\.read\(/u.test(text));
  expect(reading.map(({ path }) => path).sort()).toEqual([...raw].sort());
});

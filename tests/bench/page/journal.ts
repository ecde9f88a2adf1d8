import { formGF3 } from '#domain/form/g-f3.ts';
import type { Office } from '#operations/office.ts';
import { sampleFacts } from '#tests/support/form-samples.ts';
import { sampleIssueJournal } from '#tests/support/state-form-samples.ts';
import { type Measured, timeOf } from './measured.ts';

/** A journal of issue as PDF in the printing worker, from the page's question to its answer; the worker has its fonts. */
export async function measureJournal({ printer }: Office, rows: number): Promise<readonly Measured[]> {
  const content = formGF3(sampleIssueJournal(rows), sampleFacts('journal'));
  let told = 0;
  const value = await timeOf(async () => {
    const printed = await printer.print(content, (done) => {
      told = done;
    });
    if (!printed.ok) throw new Error(printed.error.type);
  });
  if (told !== rows) throw new Error(`${told} of ${rows} rows were told`);
  return [{ name: `journal G-F3 of ${rows} rows as PDF`, value, unit: 'ms', limit: 5000, size: rows }];
}

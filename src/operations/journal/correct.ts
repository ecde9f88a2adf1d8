import { type Result, err, ok } from '#domain/base/result.ts';
import { type TextRefusal, examineText, tidyText } from '#domain/base/text.ts';
import {
  type CorrectableColumn,
  type JournalCorrection,
  type JournalName,
  correctable,
} from '#domain/journal/journal-row.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export interface CorrectJournalCommand {
  readonly journal: JournalName;
  /** `key` of the row. */
  readonly corrects: string;
  /** What stands in these columns from now on. */
  readonly columns: Partial<Readonly<Record<CorrectableColumn, string>>>;
  readonly reason: string;
}

export type CorrectJournalRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'JournalRowMissing' | 'NothingCorrected' | 'ReasonMissing' }
  | {
      readonly type: 'ColumnWrong';
      readonly column: CorrectableColumn | 'reason';
      readonly why: TextRefusal;
    };

const columnMax = 300;

/** A correction is a new line that names the old one; what was written stays (G-9, G-14). */
export function correctJournal(
  desk: Desk,
  command: CorrectJournalCommand,
): Promise<Result<JournalCorrection, CorrectJournalRefusal>> {
  return transact<JournalCorrection, CorrectJournalRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const columns: Partial<Record<CorrectableColumn, string>> = {};
    for (const column of correctable[command.journal]) {
      const text = command.columns[column];
      if (text === undefined) continue;
      const why = examineText(text, { max: columnMax });
      if (why !== null) return err({ type: 'ColumnWrong', column, why });
      columns[column] = tidyText(text);
    }
    if (Object.keys(columns).length === 0) return err({ type: 'NothingCorrected' });
    const reason = tidyText(command.reason);
    if (reason === '') return err({ type: 'ReasonMissing' });
    const why = examineText(reason, { max: columnMax });
    if (why !== null) return err({ type: 'ColumnWrong', column: 'reason', why });
    if (!(await hasRow(snapshot, command))) return err({ type: 'JournalRowMissing' });
    const record: JournalCorrection = {
      id: newId(desk.random),
      salt: newSalt(desk.random),
      journal: command.journal,
      corrects: command.corrects,
      columns,
      reason,
      at,
      officer,
    };
    return ok({
      acts: [
        {
          act: 'journal-corrected',
          subjects: [record.id, record.journal, record.corrects],
          puts: [{ collection: 'journalCorrection', record }],
        },
      ],
      answer: record,
    });
  });
}

/** There is such a row: an act of that journal, or a correction in it. */
async function hasRow(
  snapshot: Snapshot,
  { journal, corrects }: Pick<CorrectJournalCommand, 'journal' | 'corrects'>,
): Promise<boolean> {
  if ((await snapshot.get('journalCorrection', corrects))?.journal === journal) return true;
  if (journal === 'G-F5')
    return (await snapshot.get('revocation', corrects))?.decision?.outcome === 'revoked';
  const carriers = await snapshot.list('carrier', { index: 'certificate', only: corrects });
  return carriers.some(({ written }) => written !== undefined);
}

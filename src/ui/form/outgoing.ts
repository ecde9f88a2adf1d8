import { factsOf } from '#domain/form/paper-context.ts';
import type { FormContent } from '#domain/form/content.ts';
import { outgoingJournalPaper } from '#domain/form/outgoing-journal.ts';
import { outgoingLetters } from '#domain/journal/outgoing-letter.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { paperContextOf } from './paper-of.ts';

/** The journal of the letters that go out, from the register as it is; undefined before the set-up. */
export async function outgoingJournal(
  session: Pick<Session, 'station' | 'officers' | 'office'>,
): Promise<FormContent | undefined> {
  const { station, office } = session;
  if (station === undefined) return undefined;
  const reading = await office.store.read();
  const letters = outgoingLetters({
    applications: await reading.list('application', { index: 'number' }),
    cases: await reading.list('revocation', { index: 'number' }),
    entries: new Map((await reading.list('entry', { index: 'number' })).map((entry) => [entry.id, entry])),
    crls: await reading.list('crl'),
  });
  const at = letters[0]?.at ?? station.createdAt;
  return outgoingJournalPaper(
    station.authority.organisation,
    letters,
    factsOf(paperContextOf(session), `outgoing-${String(letters.length)}`, at),
  );
}

import { calendarDateOf } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf, dateTimeSecondsOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { dueText } from './due-text.ts';
import type { RevocationRecord } from './revocation-record.svelte.ts';
import { keptUntil } from '#ui/state/rules.ts';

interface LifePoint {
  readonly id: string;
  readonly label: string;
  readonly date?: string;
  readonly state: 'done' | 'now' | 'ahead' | 'late' | 'ended';
  readonly stateLabel: string;
}

/** Received, due, decided, and what makes a revocation officially known (N-11). */
export function revocationLife(record: RevocationRecord): readonly LifePoint[] {
  const { session, revocationCase, entry, firstCrl, state } = record;
  if (revocationCase === undefined) return [];
  const t = words.t.revocation.life;
  const points: LifePoint[] = [
    {
      id: 'received',
      label: t.received,
      date:
        revocationCase.arrivedOn === undefined
          ? dateTimeOf(revocationCase.receivedAt)
          : dateOf(revocationCase.arrivedOn),
      state: 'done',
      stateLabel: t.done,
    },
  ];
  const { answer } = revocationCase;
  const decision =
    revocationCase.decision ?? (answer === undefined ? undefined : { ...answer, outcome: state });
  if (decision === undefined)
    return [
      ...points,
      {
        id: 'due',
        label: t.due,
        date: dateOf(revocationCase.dueOn),
        state: state === 'late' ? 'late' : 'now',
        stateLabel: dueText(record.today, revocationCase.dueOn, record.table),
      },
      { id: 'revoked', label: t.revoked, state: 'ahead', stateLabel: t.ahead },
      { id: 'listed', label: t.listed, state: 'ahead', stateLabel: t.ahead },
    ];
  if (decision.outcome !== 'revoked')
    return [
      ...points,
      {
        id: decision.outcome,
        label: decision.outcome === 'refused' ? t.refused : words.t.revocation.states.overtaken,
        date: dateTimeOf(decision.at),
        state: 'ended',
        stateLabel: t.done,
      },
    ];
  const revokedAt = entry?.revocation?.date ?? decision.at;
  // Which list has it, and until when it is kept, the authority knows.
  if (answer !== undefined)
    return [
      ...points,
      {
        id: 'revoked',
        label: t.revoked,
        date: dateTimeSecondsOf(revokedAt),
        state: 'ended',
        stateLabel: t.done,
      },
    ];
  return [
    ...points,
    {
      id: 'revoked',
      label: t.revoked,
      date: dateTimeSecondsOf(revokedAt),
      state: 'ended',
      stateLabel: t.done,
    },
    firstCrl === undefined
      ? {
          id: 'listed',
          label: t.listed,
          state: 'late',
          stateLabel: record.isSigned ? words.t.publication.notYet : t.notListed,
        }
      : {
          id: 'listed',
          label: t.listed,
          date: dateTimeOf(firstCrl.publishedAt ?? firstCrl.thisUpdate),
          state: 'done',
          stateLabel: t.done,
        },
    {
      id: 'kept',
      label: t.kept,
      date: dateOf(keptUntil(session, calendarDateOf(revokedAt), entry)),
      state: 'ahead',
      stateLabel: t.ahead,
    },
  ];
}

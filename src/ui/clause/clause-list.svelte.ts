import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { type Chapter, chapters } from '#domain/clause/chapters.ts';
import type { Clause } from '#domain/clause/clause.ts';
import { clauses, type ClauseId } from '#domain/clause/clauses.ts';
import type { ClauseImplementation } from '#domain/clause/clause-implementation.ts';
import { clauseImplementations } from '#domain/clause/implementations.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import { type AuditedRegister, type GovernedActs, governedActs } from '#domain/journal/governed-acts.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface ClauseRow {
  readonly clause: Clause & { readonly id: ClauseId };
  readonly implementation: ClauseImplementation;
  /** Ids of the rules of the examinations that cite the clause. */
  readonly ruleIds: readonly string[];
  readonly governed: GovernedActs | undefined;
}

export interface ChapterOfRows {
  readonly chapter: Chapter;
  readonly rows: readonly ClauseRow[];
}

/** The clauses of this station's kind, with who keeps each and how many acts of the register it governed. */
export class ClauseList {
  readonly session: Session;
  chapters = $state.raw<readonly ChapterOfRows[]>([]);

  constructor(session: Session) {
    this.session = session;
  }

  get late(): number {
    return this.chapters.flatMap(({ rows }) => rows).filter(({ governed }) => (governed?.late ?? 0) > 0)
      .length;
  }

  async load(): Promise<void> {
    const { station, office } = this.session;
    if (station === undefined) return;
    const reading = await office.store.read();
    const register: AuditedRegister = {
      applications: await reading.list('application'),
      entries: await reading.list('entry'),
      deliveries: await reading.list('delivery'),
      cases: await reading.list('revocation'),
      crls: await reading.list('crl'),
      exportedFiles: await reading.list('exportedFile'),
      leavings: await reading.list('leaving'),
      letterCount: (await reading.count('letter')) + (await reading.count('revocationLetter')),
      carriers: await reading.list('carrier'),
    };
    const rules = rulesOf(station);
    const table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const day = { today: calendarDateOf(office.clock.now()), table };
    const rows = clauses
      .filter(({ id }) => id.startsWith(`${rules.kind}-`))
      .map((clause) => rowOf(clause, register, rules, day));
    this.chapters = inChapters(rows, chapters[rules.kind]);
  }
}

function rowOf(
  clause: ClauseRow['clause'],
  register: AuditedRegister,
  rules: AuthorityRules,
  day: Parameters<typeof governedActs>[4],
): ClauseRow {
  const implementation = clauseImplementations[clause.id];
  const { measure } = implementation;
  return {
    clause,
    implementation,
    ruleIds: [...certificateRules, ...crlRules]
      .filter((rule) => rule.clauses.includes(clause.id))
      .map(({ id }) => id),
    governed: measure === undefined ? undefined : governedActs(clause.id, measure, register, rules, day),
  };
}

function inChapters(rows: readonly ClauseRow[], list: readonly Chapter[]): readonly ChapterOfRows[] {
  const starts = list.map(({ first }) => rows.findIndex(({ clause }) => clause.id === first));
  return list.map((chapter, i) => ({ chapter, rows: rows.slice(starts[i], starts[i + 1]) }));
}

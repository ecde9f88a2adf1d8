import { type UnderRuleSet, firstRuleSet, rulesOf } from '#domain/authority/rule-sets.ts';
import type { AuthorityRules, SetClause } from '#domain/authority/rule-set.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import type { Words } from '#domain/base/words.ts';
import { type Instant, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { chapters } from '#domain/clause/chapters.ts';
import { type ClauseId, clauses, isClauseId } from '#domain/clause/clauses.ts';
import type { ClauseImplementation } from '#domain/clause/clause-implementation.ts';
import { clauseImplementations } from '#domain/clause/implementations.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { type AuditedRegister, type GovernedActs, governedActs } from '#domain/journal/governed-acts.ts';
import { listKeptUntil } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface ClauseRow {
  readonly clause: Words & { readonly id: string };
  /** The clause of the order whose place it takes; its own id under the order. */
  readonly keeps: ClauseId | undefined;
  /** Absent for a clause that the program does nothing by. */
  readonly implementation: ClauseImplementation | undefined;
  /** Ids of the rules of the examinations that cite the clause. */
  readonly ruleIds: readonly string[];
  readonly governed: GovernedActs | undefined;
}

export interface ChapterOfRows {
  readonly chapter: Words & { readonly first: string };
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
    const rules = rulesOf(station);
    // What came in under another set was governed by that one's clauses.
    const isUnder = ({ ruleSet = firstRuleSet }: UnderRuleSet) => ruleSet === station.ruleSet;
    const since = station.heldRuleSets?.at(-1)?.at;
    const isSince = (at: Instant) => since === undefined || compareInstants(at, since) >= 0;
    const everyEntry = await reading.list('entry');
    const others = new Set(everyEntry.filter((entry) => !isUnder(entry)).map(({ id }) => id));
    const register: AuditedRegister = {
      applications: (await reading.list('application')).filter(isUnder),
      entries: everyEntry.filter(isUnder),
      deliveries: (await reading.list('delivery')).filter(({ serialNumber }) => !others.has(serialNumber)),
      cases: (await reading.list('revocation')).filter(isUnder),
      crls: (await reading.list('crl')).filter(({ thisUpdate }) => isSince(thisUpdate)),
      exportedFiles: (await reading.list('exportedFile')).filter(({ at }) => isSince(at)),
      leavings: (await reading.list('leaving')).filter(({ enteredAt }) => isSince(enteredAt)),
      letterCount: [...(await reading.list('letter')), ...(await reading.list('revocationLetter'))].filter(
        isUnder,
      ).length,
      carriers: (await reading.list('carrier')).filter(({ entered }) => isSince(entered.at)),
    };
    const table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const day = {
      today: calendarDateOf(office.clock.now()),
      table,
      listKeptUntil: (crl: CrlRecord) => listKeptUntil(this.session, crl),
    };
    const { clauses: own = ofOrder(rules.kind), chapters: list = chapters[rules.kind] } =
      rules.catalogue ?? {};
    const rows = own.map((clause) => rowOf(clause, register, rules, day));
    this.chapters = inChapters(rows, list);
  }
}

/** The order's clauses, each in its own place. */
function ofOrder(kind: AuthorityKind): readonly SetClause[] {
  return clauses
    .filter(({ id }) => id.startsWith(`${kind}-`))
    .map((clause) => ({ ...clause, keeps: [clause.id] }));
}

function rowOf(
  clause: SetClause,
  register: AuditedRegister,
  rules: AuthorityRules,
  day: Parameters<typeof governedActs>[4],
): ClauseRow {
  const keeps = clause.keeps?.find(isClauseId);
  const implementation = keeps === undefined ? undefined : clauseImplementations[keeps];
  const measure = implementation?.measure;
  // The form that a clause asks for is known by the order's; whatever else is counted, by the set's own.
  const counted = measure === 'applications-on-form' ? (keeps ?? clause.id) : clause.id;
  return {
    clause,
    keeps,
    implementation,
    ruleIds: [...certificateRules, ...crlRules]
      .filter((rule) => rule.clauses.some((each) => clause.keeps?.includes(each) === true))
      .map(({ id }) => id),
    governed: measure === undefined ? undefined : governedActs(counted, measure, register, rules, day),
  };
}

function inChapters(
  rows: readonly ClauseRow[],
  list: readonly (Words & { readonly first: string })[],
): readonly ChapterOfRows[] {
  const starts = list.map(({ first }) => rows.findIndex(({ clause }) => clause.id === first));
  return list.map((chapter, i) => ({ chapter, rows: rows.slice(starts[i], starts[i + 1]) }));
}

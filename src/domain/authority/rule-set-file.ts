/**
 * A rule set as a file: strict JSON in UTF-8, whole. What is wanting is named; a set that is read can run a station, so that nothing of
 * another law is taken in its place.
 */
import { parseCalendarDate } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type Shape, count, like, listOf, objectOf, oneOf, text, whole, yes } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { Words } from '#domain/base/words.ts';
import { formIds } from './form-id.ts';
import { groundEvidences, groundReasonCodes } from './grounds.ts';
import type { LegalAct } from './legal-act.ts';
import { contradictionsOf, contradictionsOfAct } from './rule-set-contradictions.ts';
import { type AuthorityRules, deliveryWays } from './rule-set.ts';
import type { AuthorityKind } from './station.ts';

export interface RuleSetFile {
  readonly format: 'tirkelim-rule-set';
  readonly version: 1;
  /** By which stations and records have it. */
  readonly id: string;
  /** Of the act, in short. */
  readonly names: Words;
  readonly act: LegalAct;
  /** At least one. */
  readonly authorities: Partial<Readonly<Record<AuthorityKind, AuthorityRules>>>;
}

export type RuleSetRefusal =
  | { readonly type: 'RuleSetTooLarge'; readonly bytes: number }
  /** No JSON that every reader reads alike. */
  | { readonly type: 'RuleSetUnreadable' }
  /** Places of what is missing, of another kind, or unknown. */
  | { readonly type: 'RuleSetIncomplete'; readonly missing: readonly string[] };

/** Octets: it lies in the station's record, which each act on the station writes. */
export const largestRuleSet = 262_144;

export function readRuleSet(octets: Uint8Array): Result<RuleSetFile, RuleSetRefusal> {
  if (octets.length > largestRuleSet) return err({ type: 'RuleSetTooLarge', bytes: octets.length });
  const json = decodeUtf8(octets);
  const value = json === null ? undefined : readStrictJson(json);
  if (value === undefined) return err({ type: 'RuleSetUnreadable' });
  const misshapen = fileShape(value, '');
  if (misshapen.length > 0) return err({ type: 'RuleSetIncomplete', missing: misshapen });
  const file = value as RuleSetFile;
  const { authorities, act } = file;
  const spokenOf = kinds.filter((kind) => authorities[kind] !== undefined);
  const wrong = [
    ...contradictionsOfAct(act, spokenOf),
    ...spokenOf.filter((kind) => authorities[kind]?.kind !== kind).map((kind) => `authorities.${kind}.kind`),
    ...Object.values(authorities).flatMap((rules) =>
      contradictionsOf(rules).map((place) => `authorities.${rules.kind}.${place}`),
    ),
    ...(spokenOf.length === 0 ? ['authorities'] : []),
  ];
  return wrong.length > 0 ? err({ type: 'RuleSetIncomplete', missing: wrong }) : ok(file);
}

const kinds = ['R', 'G', 'N'] as const;
/** Of its own: two letters and more, so that no clause of it is taken for one of the order. */
const clauseId = like(/^[A-Z]{2,4}-\d{1,3}(\.\d{1,2})?$/u);
const ownId = like(/^[a-z][a-z0-9-]{1,39}$/u);
const day: Shape = (value, at) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && parseCalendarDate(value) !== null
    ? []
    : [at];

/** Longest period that a set may give, in days; the validity of a certificate, and its keeping, in years. */
const mostDays = 366;
const mostYearsValid = 30;
const mostYearsKept = 100;
/** Lines, rows and shares of a printed page, and points of an act. */
const mostOnPage = 100;
const words = objectOf({ kk: text, ru: text, en: text });
const formId = oneOf(...formIds);
const period = objectOf({
  length: count(mostDays),
  unit: oneOf('working-days', 'calendar-days'),
  clause: clauseId,
});

const actShape = objectOf(
  {
    adoptedOn: day,
    number: text,
    registered: objectOf({ on: day, number: text }),
    inForceFrom: day,
    approvedByKk: text,
    toRulesKk: objectOf({}, { R: text, G: text, N: text }),
    points: listOf(objectOf({ number: count(mostOnPage), kk: text, ru: text, en: text })),
  },
  { repealed: objectOf({ on: day, number: text }) },
);

const lines = listOf(text, 1);
const blockShapes: Readonly<Record<string, Shape>> = {
  heading: objectOf({ type: text, lines }, { mark: text }),
  title: objectOf({ type: text, lines }),
  ...Object.fromEntries(
    ['caption', 'section', 'paragraph', 'line', 'seal'].map((type) => [type, objectOf({ type: text, text })]),
  ),
  field: objectOf({ type: text, label: text, of: text }, { lines: count(mostOnPage) }),
  captioned: objectOf({ type: text, caption: text, of: text }),
  boxed: objectOf({ type: text, label: text, of: text }),
  hex: objectOf({ type: text, label: text, of: text }),
  verbatim: objectOf({ type: text, of: text }),
  date: objectOf({ type: text, lead: text, word: text, of: text }),
  signature: objectOf({ type: text, label: text }, { nameLabel: text, of: text }),
  fields: objectOf({ type: text, of: text, least: whole(mostOnPage) }),
  table: objectOf({
    ...{ type: text, of: text, emptyRows: whole(mostOnPage) },
    columns: listOf(objectOf({ head: text, share: count(mostOnPage), of: text }), 1),
  }),
};

const blockShape: Shape = (value, at) => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const shape = typeof type === 'string' && Object.hasOwn(blockShapes, type) ? blockShapes[type] : undefined;
  return shape === undefined ? [`${at}.type`] : shape(value, at);
};

const paperShape = objectOf(
  { id: clauseOrName(), clause: clauseId, title: text, blocks: listOf(blockShape, 1) },
  { landscape: yes },
);

function clauseOrName(): Shape {
  return like(/^[A-Z]{2,4}-[A-Z0-9a-z]{1,8}$/u);
}

const rulesShape = objectOf(
  {
    kind: oneOf(...kinds),
    names: objectOf({ kk: text, ru: text, en: text, shortKk: text }),
    periods: objectOf(
      { revocation: period },
      { decision: period, registerEntry: period, noticeOfLeaving: period },
    ),
    clauses: objectOf({
      ...{ examination: clauseId, issue: clauseId, publication: clauseId },
      ...{ crl: clauseId, safekeeping: clauseId },
    }),
    confirmations: listOf(objectOf({ clause: clauseId, words }), 1),
    grounds: listOf(
      objectOf(
        { id: ownId, evidence: oneOf(...groundEvidences), words, onPaper: text },
        { clause: clauseId, reasonCode: oneOf(...groundReasonCodes), beyondOrder: yes },
      ),
      1,
    ),
    refusalGrounds: listOf(objectOf({ ground: ownId, words, onPaper: text }, { clause: clauseId }), 1),
    documents: listOf(objectOf({ kind: ownId, words, onPaper: text }, { hasTerm: yes })),
    delivery: objectOf({
      clause: clauseId,
      ways: listOf(oneOf(...deliveryWays), 1),
      needed: oneOf('one', 'each'),
    }),
    locks: oneOf('after-act', 'when-idle'),
    requiredDocuments: objectOf(
      {},
      Object.fromEntries(formIds.map((id) => [id, listOf(objectOf({ kind: ownId, clause: clauseId }))])),
    ),
    retention: objectOf({ years: count(mostYearsKept), clause: clauseId, archiveClause: clauseId }),
    defaultUsageAreas: listOf(text),
    forms: objectOf({
      issue: listOf(formId, 1),
      certificate: formId,
      revocation: listOf(formId, 1),
      journals: listOf(formId),
    }),
    papers: objectOf({}, Object.fromEntries(formIds.map((id) => [id, paperShape]))),
    catalogue: objectOf({
      chapters: listOf(objectOf({ first: clauseId, kk: text, ru: text, en: text }), 1),
      clauses: listOf(
        objectOf(
          { id: clauseId, kk: text, ru: text, en: text },
          { keeps: listOf(like(/^[RGN]-\d{1,2}(\.\d{1,2})?$/u), 1) },
        ),
        1,
      ),
    }),
  },
  {
    validityYears: count(mostYearsValid),
    keyCarrier: objectOf({ clause: clauseId, oneKeyClause: clauseId, failedGround: ownId }),
  },
);

const fileShape = objectOf({
  format: oneOf('tirkelim-rule-set'),
  version: (value, at) => (value === 1 ? [] : [at]),
  // The order's own name is taken.
  id: (value, at) => [...ownId(value, at), ...(value === 'order-348' ? [at] : [])],
  names: words,
  act: actShape,
  authorities: objectOf({}, { R: rulesShape, G: rulesShape, N: rulesShape }),
});

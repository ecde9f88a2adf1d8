/** What a rule set of the right shape can still have wrong: something named twice, out of its place, or pointing to nothing. */
import { isClauseOf } from '#domain/clause/clause-numbers.ts';
import { type FormId, formIds } from './form-id.ts';
import type { LegalAct } from './legal-act.ts';
import { fieldsOfBlock, fieldsOfForm } from './paper-template.ts';
import type { AuthorityRules } from './rule-set.ts';
import type { AuthorityKind } from './station.ts';

/** Which forms are for what, by the names that the order has them under: a template stands in the place of one of these. */
const placesOfForms: Readonly<
  Record<AuthorityKind, Readonly<Record<keyof AuthorityRules['forms'], readonly FormId[]>>>
> = {
  R: { issue: ['R-F1'], certificate: ['R-F2'], revocation: ['R-F3'], journals: [] },
  G: {
    issue: ['G-F1', 'G-F1a'],
    certificate: ['G-F2'],
    revocation: ['G-F4', 'G-F4a'],
    journals: ['G-F3', 'G-F5'],
  },
  N: { issue: ['N-F1', 'N-F2'], certificate: ['N-F3'], revocation: ['N-F4', 'N-F5'], journals: [] },
};

/** Places of what is wrong with the act of a set for these kinds of authority. */
export function contradictionsOfAct(
  { points, toRulesKk }: LegalAct,
  kinds: readonly AuthorityKind[],
): readonly string[] {
  return [
    ...kinds.filter((kind) => toRulesKk[kind] === undefined).map((kind) => `act.toRulesKk.${kind}`),
    ...twice(points.map(({ number }) => number)).map((number) => `act.points: ${String(number)}`),
  ];
}

/** Places of what is wrong with the rules of one authority. */
export function contradictionsOf(rules: AuthorityRules): readonly string[] {
  return [...listedTwice(rules), ...ofClauses(rules), ...ofForms(rules), ...pointingToNothing(rules)];
}

function listedTwice(rules: AuthorityRules): readonly string[] {
  const { grounds, refusalGrounds, documents, confirmations, delivery, forms, papers = {} } = rules;
  const lists: Readonly<Record<string, readonly string[]>> = {
    'catalogue.clauses': rules.catalogue?.clauses.map(({ id }) => id) ?? [],
    'catalogue.chapters': rules.catalogue?.chapters.map(({ first }) => first) ?? [],
    grounds: grounds.map(({ id }) => id),
    refusalGrounds: refusalGrounds.map(({ ground }) => ground),
    documents: documents.map(({ kind }) => kind),
    // One is confirmed by its clause.
    confirmations: confirmations.map(({ clause }) => clause),
    'delivery.ways': delivery.ways,
    'forms.issue': forms.issue,
    'forms.revocation': forms.revocation,
    'forms.journals': forms.journals,
    defaultUsageAreas: rules.defaultUsageAreas,
    papers: Object.values(papers).map(({ id }) => id),
    ...Object.fromEntries(
      Object.entries(rules.requiredDocuments).map(([form, list]) => [
        `requiredDocuments.${form}`,
        list.map(({ kind }) => kind),
      ]),
    ),
  };
  return Object.entries(lists).flatMap(([place, list]) => twice(list).map((each) => `${place}: ${each}`));
}

function twice<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list.filter((each, i) => list.indexOf(each) !== i))];
}

/** Every clause that is named has to be there; a chapter begins where the one before it ends; a place is taken of a clause that the annex has. */
function ofClauses(rules: AuthorityRules): readonly string[] {
  const { kind, catalogue: { clauses, chapters } = { clauses: [], chapters: [] } } = rules;
  const ids = clauses.map(({ id }) => id);
  const unknown = [...new Set(clausesNamed(rules))].filter((clause) => !ids.includes(clause));
  const starts = chapters.map(({ first }) => ids.indexOf(first));
  const misplaced = chapters.filter((_, i) =>
    i === 0 ? starts[0] !== 0 : (starts[i] ?? 0) < (starts[i - 1] ?? 0),
  );
  const impossible = clauses.flatMap(({ keeps = [] }, i) => [
    ...keeps.filter((kept) => !isClauseOf(kind, kept)).map((kept) => [i, kept] as const),
    ...twice(keeps).map((kept) => [i, kept] as const),
  ]);
  return [
    ...unknown.map((clause) => `catalogue.clauses: ${clause}`),
    ...misplaced
      .filter(({ first }) => ids.includes(first))
      .map(({ first }) => `catalogue.chapters: ${first}`),
    ...impossible.map(([i, kept]) => `catalogue.clauses.${String(i)}.keeps: ${kept}`),
  ];
}

/** No form in the place of another, none of another authority, and a paper for each that is listed and for no other. */
function ofForms(rules: AuthorityRules): readonly string[] {
  const { kind, forms, papers = {} } = rules;
  const places = placesOfForms[kind];
  const listed = [...forms.issue, forms.certificate, ...forms.revocation, ...forms.journals];
  const strayed = (place: keyof typeof places, list: readonly FormId[]) =>
    list.filter((form) => !places[place].includes(form)).map((form) => `forms.${place}: ${form}`);
  return [
    ...strayed('issue', forms.issue),
    ...strayed('certificate', [forms.certificate]),
    ...strayed('revocation', forms.revocation),
    ...strayed('journals', forms.journals),
    // Letter, annex and journals of a state body belong together; a National CA may have forms for one kind of applicant alone.
    ...(kind === 'G'
      ? (['issue', 'revocation', 'journals'] as const).flatMap((place) =>
          places[place]
            .filter((form) => !forms[place].includes(form))
            .map((form) => `forms.${place}: ${form}`),
        )
      : []),
    ...formIds.flatMap((form) => {
      const isListed = listed.includes(form);
      return isListed === (papers[form] !== undefined) ? paperFaults(form, papers) : [`papers.${form}`];
    }),
    ...Object.keys(rules.requiredDocuments)
      .filter((form) => !forms.issue.some((each) => each === form))
      .map((form) => `requiredDocuments.${form}`),
  ];
}

function paperFaults(form: FormId, papers: NonNullable<AuthorityRules['papers']>): readonly string[] {
  const fields = fieldsOfForm[form];
  return (papers[form]?.blocks ?? [])
    .flatMap(fieldsOfBlock)
    .filter((field) => !fields.includes(field))
    .map((field) => `papers.${form}.blocks: ${field}`);
}

function pointingToNothing(rules: AuthorityRules): readonly string[] {
  const { kind, grounds, documents, keyCarrier, validityYears } = rules;
  const failed = keyCarrier?.failedGround;
  const isKnown = failed === undefined || grounds.some(({ id }) => id === failed);
  return [
    ...Object.entries(rules.requiredDocuments).flatMap(([form, list]) =>
      list
        .filter((required) => !documents.some((document) => document.kind === required.kind))
        .map((required) => `requiredDocuments.${form}: ${required.kind}`),
    ),
    // R-F1 says its term itself; an application of a person does not.
    ...((validityYears === undefined) === (kind === 'R') ? [] : ['validityYears']),
    ...((keyCarrier === undefined) === (kind !== 'G') ? [] : ['keyCarrier']),
    ...(isKnown ? [] : [`grounds: ${failed}`]),
  ];
}

function clausesNamed(rules: AuthorityRules): readonly string[] {
  const { periods, clauses, confirmations, grounds, refusalGrounds, delivery, keyCarrier } = rules;
  return [
    ...Object.values(periods).map(({ clause }) => clause),
    ...Object.values<string>({ ...clauses }),
    ...confirmations.map(({ clause }) => clause),
    ...[...grounds, ...refusalGrounds].flatMap(({ clause }) => (clause === undefined ? [] : [clause])),
    ...Object.values(rules.requiredDocuments).flatMap((list) => list.map(({ clause }) => clause)),
    ...[delivery.clause, rules.retention.clause, rules.retention.archiveClause],
    ...(keyCarrier === undefined ? [] : [keyCarrier.clause, keyCarrier.oneKeyClause]),
    ...Object.values(rules.papers ?? {}).map(({ clause }) => clause),
    ...(rules.catalogue?.chapters ?? []).map(({ first }) => first),
  ];
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { readRuleSet } from '#domain/authority/rule-set-file.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { annexOctets } from '#tests/support/invented-annexes.ts';
import { inventedRuleSet, ruleSetOctets } from '#tests/support/invented-rules.ts';
import { type OfficeAtWork, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';

type Members = Record<string, unknown>;

/** The file with another value at a path of its members. */
function changed(path: string, value: unknown): Uint8Array {
  const file = JSON.parse(decodeUtf8(ruleSetOctets()) ?? '') as Members;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const at = names.reduce((inside, name) => inside[name] as Members, file);
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return encodeUtf8(JSON.stringify(file));
}

describe('a rule set of odd values', () => {
  it.each<[string, unknown]>([
    ['authorities.N.requiredDocuments.constructor', 5],
    ['authorities.constructor', null],
    ['authorities.toString', 5],
    ['authorities.N.papers.valueOf', 5],
    ['authorities.N.periods.hasOwnProperty', 5],
    ['toString', 'x'],
    ['act.inForceFrom', '2026-02-31'],
    ['act.inForceFrom', '01.11.2026'],
    ['authorities.N.validityYears', 9000],
    ['authorities.N.periods.revocation.length', 1e9],
    ['authorities.N.retention.years', 1e9],
    ['act.points.0.number', 0],
  ])('is refused by the place (%s: %s)', (path, value) => {
    const read = readRuleSet(changed(path, value));
    expect(read).toMatchObject({ ok: false, error: { type: 'RuleSetIncomplete' } });
    if (!read.ok && read.error.type === 'RuleSetIncomplete') expect(read.error.missing).toContain(path);
  });
});

/** What is said of the file with something else in the place of members of its one authority. */
function missing(octets: Uint8Array): readonly string[] {
  const read = readRuleSet(octets);
  return read.ok || read.error.type !== 'RuleSetIncomplete' ? [] : read.error.missing;
}

describe('a rule set that contradicts itself', () => {
  const rules = inventedRuleSet.authorities.N;
  const within = (change: object) =>
    missing(ruleSetOctets({ authorities: { N: { ...rules, ...change } } })).map((place) =>
      place.replace('authorities.N.', ''),
    );
  const [ground, ...grounds] = rules.grounds;
  const [confirmation] = rules.confirmations;
  const clauses = (change: object) => ({
    catalogue: {
      ...rules.catalogue,
      clauses: rules.catalogue.clauses.map((each) => (each.id === 'ZQ-6' ? { ...each, ...change } : each)),
    },
  });
  const chapters = (...firsts: readonly string[]) => ({
    catalogue: {
      ...rules.catalogue,
      chapters: firsts.map((first) => ({ first, kk: 'а', ru: 'б', en: 'c' })),
    },
  });

  it.each<[string, object, readonly string[]]>([
    [
      'a way of delivery',
      { delivery: { ...rules.delivery, ways: ['e-mail', 'e-mail'] } },
      ['delivery.ways: e-mail'],
    ],
    ['a form to apply by', { forms: { ...rules.forms, issue: ['N-F1', 'N-F1'] } }, ['forms.issue: N-F1']],
    [
      'a form to revoke by',
      { forms: { ...rules.forms, revocation: ['N-F4', 'N-F4'] } },
      ['forms.revocation: N-F4'],
    ],
    ['a ground', { grounds: [ground, ground, ...grounds] }, ['grounds: name-changed']],
    [
      'a ground of refusal',
      { refusalGrounds: [...rules.refusalGrounds, ...rules.refusalGrounds] },
      ['refusalGrounds: unpaid'],
    ],
    ['a document', { documents: [...rules.documents, ...rules.documents] }, ['documents: payment-receipt']],
    [
      'a document of an application',
      {
        requiredDocuments: {
          'N-F1': [...rules.requiredDocuments['N-F1'], ...rules.requiredDocuments['N-F1']],
        },
      },
      ['requiredDocuments.N-F1: payment-receipt'],
    ],
    // One is confirmed by its clause: the second would be confirmed unread.
    [
      'a confirmation of one clause',
      { confirmations: [confirmation, { ...confirmation, words: { kk: 'а', ru: 'б', en: 'c' } }] },
      ['confirmations: ZQ-4'],
    ],
    ['an area of use', { defaultUsageAreas: ['а', 'а'] }, ['defaultUsageAreas: а']],
    [
      'a clause',
      {
        catalogue: { ...rules.catalogue, clauses: [...rules.catalogue.clauses, rules.catalogue.clauses[3]] },
      },
      ['catalogue.clauses: ZQ-5'],
    ],
    ['a chapter', chapters('ZQ-1', 'ZQ-4', 'ZQ-4'), ['catalogue.chapters: ZQ-4']],
    [
      'the name of a paper',
      { papers: { ...rules.papers, 'N-F4': { ...rules.papers['N-F4'], id: 'ZQ-1' } } },
      ['papers: ZQ-1'],
    ],
    [
      'a clause that one takes the place of',
      clauses({ keeps: ['N-7', 'N-7'] }),
      ['catalogue.clauses.4.keeps: N-7'],
    ],
  ])('by listing twice %s', (_, change, places) => {
    expect(within(change)).toEqual(places);
  });

  it.each<[string, object, readonly string[]]>([
    ['of another annex', clauses({ keeps: ['R-9'] }), ['catalogue.clauses.4.keeps: R-9']],
    [
      'that the order has not',
      clauses({ keeps: ['N-7', 'N-16', 'N-2', 'N-3.3'] }),
      ['N-16', 'N-2', 'N-3.3'].map((id) => `catalogue.clauses.4.keeps: ${id}`),
    ],
  ])('by taking the place of a clause %s', (_, change, places) => {
    expect(within(change)).toEqual(places);
  });

  it.each<[string, object, readonly string[]]>([
    ['by a certificate', { issue: ['N-F1', 'N-F3'] }, ['forms.issue: N-F3']],
    ['by an application', { certificate: 'N-F1' }, ['forms.certificate: N-F1', 'papers.N-F3']],
    ['by one to issue', { revocation: ['N-F4', 'N-F1'] }, ['forms.revocation: N-F1']],
    ['where it has none', { journals: ['N-F4'] }, ['forms.journals: N-F4']],
    [
      'by another authority’s',
      { issue: ['G-F1'] },
      ['forms.issue: G-F1', 'papers.G-F1', 'papers.N-F1', 'requiredDocuments.N-F1'],
    ],
  ])('by a form’s place taken %s', (_, forms, places) => {
    expect(within({ forms: { ...rules.forms, ...forms } })).toEqual(places);
  });

  it('by a paper that no form asks for, a document of no application, and a chapter out of its place', () => {
    const stray = { ...rules.papers['N-F4'], id: 'ZQ-7', blocks: [{ type: 'title', lines: ['А'] }] };
    expect(within({ papers: { ...rules.papers, 'N-F5': stray } })).toEqual(['papers.N-F5']);
    expect(within({ papers: { ...rules.papers, 'R-F1': stray } })).toEqual(['papers.R-F1']);
    const required = { ...rules.requiredDocuments, 'N-F4': [] };
    expect(within({ requiredDocuments: required })).toEqual(['requiredDocuments.N-F4']);
    expect(within(chapters('ZQ-3'))).toEqual(['catalogue.chapters: ZQ-3']);
    expect(within(chapters('ZQ-1', 'ZQ-6', 'ZQ-4'))).toEqual(['catalogue.chapters: ZQ-4']);
    expect(within(chapters('ZQ-1', 'ZQ-4', 'ZQ-6'))).toEqual([]);
  });

  it('by an act that names no rules of the authority that the set speaks of, or two points of one number', () => {
    const { act } = inventedRuleSet;
    const toRulesKk = { R: 'Басқа қағидаларға' };
    expect(missing(ruleSetOctets({ act: { ...act, toRulesKk } }))).toEqual(['act.toRulesKk.N']);
    const points = [...act.points, ...act.points];
    expect(missing(ruleSetOctets({ act: { ...act, points } }))).toEqual(['act.points: 1']);
  });

  it('by a state bodies’ letter without its annex, or journals that nobody keeps', () => {
    const forms = { issue: ['G-F1'], certificate: 'G-F2', revocation: ['G-F4'], journals: ['G-F3'] };
    const places = missing(annexOctets('G', { forms })).map((place) => place.replace('authorities.G.', ''));
    expect(places).toEqual([
      ...['forms.issue: G-F1a', 'forms.revocation: G-F4a', 'forms.journals: G-F5'],
      ...['papers.G-F1a', 'papers.G-F4a', 'papers.G-F5'],
    ]);
    expect(missing(annexOctets('G'))).toEqual([]);
    expect(missing(annexOctets('R'))).toEqual([]);
  });
});

describe('the worker states of the sets that a station holds', () => {
  let office: OfficeAtWork;
  let station: Station;
  let row: HeldRuleSet;
  let passed: Station;
  beforeEach(async () => {
    office = anOffice();
    await setUp(office);
    const { desk } = office;
    station = await stationOf(office);
    const octets = ruleSetOctets();
    row = {
      ...{ id: 'invented-1', octets, sha256Hex: bytesToHex(desk.sha256(octets)) },
      from: '2026-11-23' as CalendarDate,
      order: { number: '1', date: '2026-11-20' as CalendarDate },
      ...{ at: desk.clock.now(), officer: desk.custody.officerId() ?? '' },
    };
    const next = { ...station, ruleSet: row.id, heldRuleSets: [row] };
    passed = { ...next, statement: taken(await stated(station, next)) };
  });

  async function stated(before: Station, next: Station) {
    const officers = await (await office.desk.store.read()).list('officer');
    return office.desk.custody.signStatement({ before, next, officers });
  }

  it.each<[string, (held: HeldRuleSet) => Partial<Station>]>([
    ['the way back to the order', () => ({ ruleSet: 'order-348' })],
    ['another first day', (held) => ({ heldRuleSets: [{ ...held, from: '2020-01-01' as CalendarDate }] })],
    ['another digest', (held) => ({ heldRuleSets: [{ ...held, sha256Hex: '00' }] })],
    ['none any more', () => ({ ruleSet: 'order-348', heldRuleSets: [] })],
    ['one that is held and not followed', (held) => ({ heldRuleSets: [held, { ...held, id: 'b' }] })],
    [
      'one that can’t be read',
      (held) => ({ ruleSet: 'b', heldRuleSets: [held, { ...held, id: 'b', octets: new Uint8Array(3) }] }),
    ],
  ])('nothing but the next one: not %s', async (_, change) => {
    expect(await stated(passed, { ...passed, ...change(row) })).toEqual({
      ok: false,
      error: { type: 'NotStated', because: 'rule-set-unfit' },
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { readRuleSet } from '#domain/authority/rule-set-file.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { ruleSetOctets } from '#tests/support/invented-rules.ts';
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

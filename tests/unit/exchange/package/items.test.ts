import { describe, expect, it } from 'vitest';
import type { Application, SubscriberContent } from '#domain/application/application.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CanonicalValue } from '#domain/base/canonical-form.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  applicationItemOf,
  readApplicationItem,
  writeApplicationItem,
} from '#domain/exchange/package/application-item.ts';
import {
  readRevocationItem,
  revocationItemOf,
  writeRevocationItem,
} from '#domain/exchange/package/revocation-item.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { aLegalEntity, anIndividual } from '#tests/support/office-at-work.ts';
import { idOf } from '#tests/support/exchange-samples.ts';

const at = '2026-11-24T05:00:00Z' as Instant;
const today = '2026-11-24' as CalendarDate;
const rulesUnder = (ruleSet: string) => (ruleSet === 'order-348' ? rulesByKind.N : null);

function anApplication(content: SubscriberContent = anIndividual()): Application {
  return {
    ...{ id: idOf(1), salt: 'ab', number: '2026-000007', receivedAt: at, receivedBy: 'o', content },
    arrivedOn: '2026-11-23' as CalendarDate,
    paperDate: '2026-11-20' as CalendarDate,
    ruleSet: 'order-348',
    request: {
      ...{ der: Uint8Array.of(48, 0), source: 'file', fileName: 'a.csr', keyIdentifierHex: 'aa' },
      possessionProvedAt: at,
    },
  };
}

function itemOf(application: Application, scans: readonly { id: string; fileName: string }[] = []) {
  const item = applicationItemOf(application, scans);
  if (item === null) throw new Error('no item');
  return item;
}

function withScan(id: string): SubscriberContent {
  const content = anIndividual();
  return { ...content, documents: content.documents.map((each) => ({ ...each, attachmentId: id })) };
}

type Members = Record<string, CanonicalValue>;

function read(text: string): string {
  const result = readApplicationItem(encodeUtf8(text), rulesUnder, today);
  return result.ok ? 'ok' : result.error.type;
}

function changed(change: (item: Members, content: Members) => void): string {
  const item = JSON.parse(writeApplicationItem(itemOf(anApplication()))) as Members;
  change(item, item['content'] as Members);
  return read(canonicalForm(item));
}

describe('an application as it lies in a package', () => {
  it.each([
    ['of an individual', anIndividual()],
    ['of a legal entity', aLegalEntity()],
  ])('%s is read as it was written, without what this station knows of it', (_, content) => {
    const item = itemOf({ ...anApplication(content), issued: 'aa' });
    const again = readApplicationItem(encodeUtf8(writeApplicationItem(item)), rulesUnder, today);
    expect(again).toEqual({ ok: true, value: item });
    expect(writeApplicationItem(item)).not.toContain('issued');
  });

  it('goes with the scans that its documents name, and no others', () => {
    const scan = { id: idOf(5), fileName: 'құжат.png' };
    const content = withScan(scan.id);
    const text = (...scans: readonly (typeof scan)[]) =>
      writeApplicationItem(itemOf(anApplication(content), scans));
    expect(read(text(scan))).toBe('ok');
    expect(read(text())).toBe('ItemUnreadable');
    expect(read(text(scan, { ...scan, id: idOf(6) }))).toBe('ItemUnreadable');
    expect(read(text(scan, scan))).toBe('ItemUnreadable');
  });

  it('goes also where a file of it has a name that reads otherwise than it is', () => {
    const names = ['gnp.\u202ecod', 'a\u0000b', 'a\ud800', 'ә'.repeat(301)];
    const content = withScan(idOf(5));
    for (const fileName of names) {
      const item = itemOf(anApplication(content), [{ id: idOf(5), fileName }]);
      expect(read(writeApplicationItem(item)), fileName).toBe('ok');
    }
    const request = { ...anApplication().request, fileName: 'rsc.\u202ereq' } as Application['request'];
    const item = itemOf({ ...anApplication(), ...(request === undefined ? {} : { request }) });
    expect(item.request?.fileName).toBe('rsc.req');
    expect(read(writeApplicationItem(item))).toBe('ok');
  });

  it('is examined as if it were typed', () => {
    expect(changed((_, content) => (content['iin'] = '850101300016'))).toBe('ItemFilledWrongly');
    expect(changed((_, content) => (content['email'] = 'a@b@c'))).toBe('ItemFilledWrongly');
    expect(changed((_, content) => (content['surname'] = 'Әбіл\u202eқасымов'))).toBe('ItemFilledWrongly');
    expect(changed((_, content) => (content['surname'] = 'a'.repeat(200)))).toBe('ItemFilledWrongly');
    expect(changed((_, content) => (content['usageAreas'] = []))).toBe('ItemFilledWrongly');
  });

  it('is none where the form would have put something right, or has no place for it', () => {
    expect(changed((_, content) => (content['surname'] = ' Әбілқасымов '))).toBe('ItemUnreadable');
    expect(changed((_, content) => (content['bin'] = '101040000012'))).toBe('ItemUnreadable');
    expect(changed((_, content) => (content['legalRole'] = 1))).toBe('ItemUnreadable');
    expect(changed((_, content) => (content['extra'] = 'a'))).toBe('ItemUnreadable');
    expect(changed((item) => (item['issued'] = 'aa'))).toBe('ItemUnreadable');
    expect(changed((item) => (item['decision'] = { outcome: 'approved' }))).toBe('ItemUnreadable');
    expect(changed((item) => (item['request'] = { der: '?', source: 'file' }))).toBe('ItemUnreadable');
    expect(changed((item) => (item['receivedAt'] = '2026-13-01T00:00:00Z'))).toBe('ItemUnreadable');
    expect(read(JSON.stringify({ ...(JSON.parse('{}') as object) }))).toBe('ItemUnreadable');
    expect(read('[]')).toBe('ItemUnreadable');
  });

  it('under rules that are not here says so', () => {
    expect(changed((item) => (item['ruleSet'] = 'other'))).toBe('ItemOfOtherRules');
  });
});

const decision = {
  court: 'Алматы қалалық соты',
  number: '1',
  date: '2026-11-01' as CalendarDate,
  inForceFrom: '2026-11-10' as CalendarDate,
};

function aCase(source: RevocationCase['source']): RevocationCase {
  return {
    ...{ id: idOf(2), salt: 'ab', number: '2026-000001', receivedAt: at, receivedBy: 'o', source },
    ...{ serialNumber: 'ab12', ground: 'court-decision', dueOn: '2026-11-26' as CalendarDate },
  };
}

describe('what is brought to revoke, as it lies in a package', () => {
  const content = {
    ...{ form: 'N-F4' as const, iin: '850101300015', surname: 'Әбілқасымов', givenName: 'Нұрлан' },
    ...{ email: 'n@example.kz', phone: '+77011234567', serialNumber: 'ab12' },
    issuedOn: '2026-11-01' as CalendarDate,
  };
  const power = { number: '1', date: decision.date, validUntil: decision.inForceFrom, issuer: 'нотариус' };
  const representative = { name: 'Оспанов Д.', iin: '920308400012', power };

  it.each<[string, RevocationCase['source']]>([
    ['a court’s decision', { type: 'court', decision }],
    ['an application', { type: 'application', content }],
    ['a representative’s application', { type: 'application', content, representative }],
  ])('is read as it was written: %s', (_, source) => {
    const item = revocationItemOf(aCase(source), decision.date);
    if (item === null) throw new Error('no item');
    expect(readRevocationItem(encodeUtf8(writeRevocationItem(item)), today)).toEqual({
      ok: true,
      value: item,
    });
  });

  it('is nothing that an office states itself, and nothing that was signed electronically', () => {
    const electronic = { cmsDer: new Uint8Array(1), signerSerialNumber: 'ab' };
    for (const source of [
      { type: 'office' as const, statement: 'қате' },
      { type: 'cessation' as const },
      { type: 'application' as const, content, electronic },
    ])
      expect(revocationItemOf(aCase(source), decision.date), source.type).toBeNull();
  });

  it('is none with a member more or less, or letters that nobody sees', () => {
    const item = revocationItemOf(aCase({ type: 'application', content }), decision.date);
    if (item === null) throw new Error('no item');
    const text = writeRevocationItem(item);
    for (const other of [
      text.replace('"ground"', '"decision":{},"ground"'),
      text.replace(',"surname":"Әбілқасымов"', ''),
      text.replace('Нұрлан', 'Нұр\u200bлан'),
      text.replace('N-F4', 'N-F5'),
      text.replace('"type":"application"', '"type":"office"'),
      text.replace('ab12', '../x'),
      ` ${text}`,
    ]) {
      expect(other).not.toBe(text);
      expect(readRevocationItem(encodeUtf8(other), today).ok, other.slice(0, 80)).toBe(false);
    }
  });
});

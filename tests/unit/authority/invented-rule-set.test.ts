import { describe, expect, it } from 'vitest';
import { emptyDraft } from '#domain/application/application-draft.ts';
import { requiredDocuments } from '#domain/application/required-documents.ts';
import { keepUntil } from '#domain/authority/retention.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { rulesOf, ruleSets } from '#domain/authority/rule-sets.ts';
import { examineCertificate } from '#domain/certificate/examine-certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { formNF1 } from '#domain/form/n-f1.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { filesUnder } from '#tests/support/source-files.ts';
import { sampleFacts, sampleNF2Data } from '#tests/support/form-samples.ts';
import { inventedRules } from '#tests/support/invented-rules.ts';
import { legalDocuments } from '#tests/support/legal-documents.ts';
import { anIndividual, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { sampleDay } from '#tests/support/root-form-samples.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

/** Friday, 18 December 2026, which a holiday went before and New Year comes after. */
const friday = '2026-12-18T04:00:00Z';

async function aRevocation(rules = ruleSets) {
  const office = anOffice(undefined, friday, rules);
  await setUp(office);
  const entry = await issued(office, anIndividual({ documents: legalDocuments }));
  office.pass(60);
  const received = await receiveRevocation(office.desk, {
    serialNumber: entry.id,
    ground: 'owners-wish',
    source: applicationToRevoke(entry),
  });
  const reading = await office.desk.store.read();
  const der = (await reading.get('certificate', entry.id))?.der ?? new Uint8Array();
  return { office, entry, received: taken(received), der };
}

describe('a rule set is data', () => {
  it('[R-1] the station’s own is found by its name, and one that is not there is a fault', () => {
    expect(rulesOf({ ruleSet: 'order-348', kind: 'N' })).toBe(rulesByKind.N);
    const sets = { ...ruleSets, invented: inventedRules };
    expect(rulesOf({ ruleSet: 'invented', kind: 'G' }, sets)).toBe(inventedRules.G);
    expect(() => rulesOf({ ruleSet: 'invented', kind: 'G' })).toThrow('no rule set invented');
  });

  it('[N-9] [N-3.1] under the order: two working days, one year', async () => {
    const { entry, received } = await aRevocation();
    expect(received.dueOn).toBe('2026-12-22');
    expect(entry.notAfter).toBe('2027-12-18T03:59:59Z');
  });

  it('under other rules the same acts have other deadlines and terms', async () => {
    const { entry, received } = await aRevocation({ 'order-348': inventedRules });
    // Seven calendar days.
    expect(received.dueOn).toBe('2026-12-25');
    expect(entry.notAfter).toBe('2029-12-18T03:59:59Z');
  });

  it('the examination of a certificate asks for the term of the station’s rules', async () => {
    const { office, der } = await aRevocation({ 'order-348': inventedRules });
    const station = await (await office.desk.store.read()).get('station', 'station');
    const issuer = taken(readCertificate(station?.authorityCertificateDer ?? new Uint8Array()));
    const found = (rules: typeof inventedRules) =>
      examineCertificate(taken(readCertificate(der)).tbs.der, {
        profile: 'signing',
        kind: 'N',
        rules: rules.N,
        issuer: issuer.tbs,
        issuerSuite: 'ecdsa-p256',
        addresses: station?.addresses ?? {},
        epoch: 1,
        sha1: office.desk.sha1,
      }).map(({ ruleId }) => ruleId);
    expect(found(inventedRules)).not.toContain('validity-one-year');
    expect(found(rulesByKind)).toContain('validity-one-year');
  });

  it('[N-13] other rules keep for another time', () => {
    expect(keepUntil(sampleDay('2026-07-15'), rulesByKind.N)).toBe('2031-07-15');
    expect(keepUntil(sampleDay('2026-07-15'), inventedRules.N)).toBe('2038-07-15');
  });

  it('[N-4.1] [N-4.2] other rules ask for other documents', () => {
    expect(requiredDocuments(rulesByKind.N, 'N-F1').map(({ kind }) => kind)).toEqual(['identity-document']);
    expect(requiredDocuments(rulesByKind.N, 'N-F2')).toHaveLength(3);
    expect(requiredDocuments(inventedRules.N, 'N-F1').map(({ kind }) => kind)).toEqual(['power-of-attorney']);
    expect(emptyDraft('N-F2', requiredDocuments(inventedRules.N, 'N-F2')).documents).toEqual([]);
  });

  it('the application prints the term of the rules', () => {
    const term = (termYears?: number) =>
      formNF1(termYears === undefined ? sampleNF2Data : { ...sampleNF2Data, termYears }, sampleFacts('x'))
        .blocks.flatMap((block) => (block.type === 'line' ? [block.text] : []))
        .at(-1);
    expect(term()).toBe('Тіркеу куәлігінің қолданылу мерзімі: 1 жыл.');
    expect(term(3)).toBe('Тіркеу куәлігінің қолданылу мерзімі: 3 жыл.');
  });
});

describe('no number of the order stands outside its rule set', () => {
  /** Where periods, terms and years of keeping are computed, each has to come from the rules. */
  const reckoning = /\b(?:addWorkingDays|addCalendarDays|addPeriod|addCalendarYears|addYears)\(([^;]*?)\)/gsu;

  it('nothing reckons a period of the law with a number written beside it', () => {
    const found = filesUnder('src', '.ts', '.svelte')
      .filter(({ path }) => !path.startsWith('src/domain/base/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(reckoning)]
          .filter(([call]) => /,\s*\d+\s*[,)]/u.test(call))
          .map(([call]) => `${path}: ${call}`),
      );
    expect(found).toEqual([]);
  });

  it('the words of the pages name no period and no term', () => {
    const numbers =
      /(?<![\p{L}\d])(?:бес|он|екі|15|10|5|2)\s+(?:жұмыс күн|жыл(?!ғы))|(?:пять|десять|два|двух|пятнадцати?)\s+(?:лет|рабоч)|(?:two|five|ten|fifteen|[25]|1[05])\s+(?:working days|years)/iu;
    const found = filesUnder('src/ui', '.ts', '.svelte').filter(({ text }) =>
      numbers.test(text.replace(/\/\*[\s\S]*?\*\//gu, '')),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('nothing reads the order past the set of a station or of a record', () => {
  const outside = filesUnder('src', '.ts', '.svelte').filter(
    ({ path }) =>
      !path.startsWith('src/domain/authority/order-348/') && !path.startsWith('src/domain/clause/'),
  );
  const having = (wanted: RegExp) =>
    outside
      .filter(({ text }) => wanted.test(text.replace(/\/\*[\s\S]*?\*\//gu, '')))
      .map(({ path }) => path)
      .sort();

  it('its data are imported where sets are found by name, and by its own two forms that print a term', () => {
    expect(having(/authority\/order-348|\.\/order-348/u)).toEqual([
      'src/domain/authority/rule-sets.ts',
      'src/domain/form/g-f1.ts',
      'src/domain/form/n-f1.ts',
    ]);
    expect(having(/'order-348'/u)).toEqual(['src/domain/authority/rule-sets.ts']);
  });

  it('no ground, document or ground of refusal is named beside it', () => {
    const ids = Object.values(rulesByKind).flatMap(({ grounds, refusalGrounds }) => [
      ...grounds.map(({ id }) => id),
      ...refusalGrounds.map(({ ground }) => ground),
    ]);
    // Kinds of cases and of lines have names of their own, some of which are words that a ground has.
    const ofCases = new Set(['liquidation', 'cessation', 'other']);
    const named = ids.filter(
      (id) => !ofCases.has(id) && having(new RegExp(`['=]${id}['"&]`, 'u')).length > 0,
    );
    expect(named).toEqual([]);
  });
});

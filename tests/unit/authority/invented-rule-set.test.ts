import { describe, expect, it } from 'vitest';
import { emptyDraft } from '#domain/application/application-draft.ts';
import { requiredDocuments } from '#domain/application/required-documents.ts';
import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { keepUntil } from '#domain/authority/retention.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { formNF1 } from '#domain/form/n-f1.ts';
import { sampleFacts, sampleNF2Data } from '#tests/support/form-samples.ts';
import { inventedRules as invented, ruleSetOctets } from '#tests/support/invented-rules.ts';
import { sampleDay } from '#tests/support/root-form-samples.ts';
import { filesUnder } from '#tests/support/source-files.ts';

describe('a rule set is data', () => {
  it('[R-1] the station’s own is found by its name, and one that is not there is a fault', () => {
    expect(rulesOf({ ruleSet: 'order-348', kind: 'N' })).toBe(rulesByKind.N);
    const octets = ruleSetOctets();
    const held = { id: 'invented-1', octets } as HeldRuleSet;
    const station = { ruleSet: 'invented-1', kind: 'N', heldRuleSets: [held] } as const;
    expect(rulesOf(station)).toEqual(invented);
    expect(() => rulesOf({ ...station, kind: 'G' })).toThrow('no rule set invented-1');
    expect(() => rulesOf({ ruleSet: 'invented-1', kind: 'N' })).toThrow('no rule set invented-1');
    // Octets of a set under another name than its own are none.
    const renamed = [{ ...held, id: 'invented-2' }];
    expect(() => rulesOf({ ...station, ruleSet: 'invented-2', heldRuleSets: renamed })).toThrow();
  });

  it('[N-13] other rules keep for another time', () => {
    expect(keepUntil(sampleDay('2026-07-15'), rulesByKind.N)).toBe('2031-07-15');
    expect(keepUntil(sampleDay('2026-07-15'), invented)).toBe('2038-07-15');
  });

  it('[N-4.1] [N-4.2] other rules ask for other documents', () => {
    const asked = (rules: AuthorityRules, form: 'N-F1' | 'N-F2') =>
      requiredDocuments(rules, form).map(({ kind }) => kind);
    expect(asked(rulesByKind.N, 'N-F1')).toEqual(['identity-document']);
    expect(asked(rulesByKind.N, 'N-F2')).toHaveLength(3);
    expect(asked(invented, 'N-F1')).toEqual(['payment-receipt']);
    const [draft] = emptyDraft('N-F1', requiredDocuments(invented, 'N-F1')).documents;
    expect(draft).toMatchObject({ kind: 'payment-receipt', hasTerm: true });
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
    expect(having(/'order-348'/u)).toEqual([
      'src/domain/authority/rule-set-file.ts',
      'src/domain/authority/rule-sets.ts',
    ]);
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

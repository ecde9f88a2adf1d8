// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { Fault } from '#domain/base/fault.ts';
import { faultKindOf, faultKinds } from '#ui/fault/fault-kind.ts';
import { faultReport } from '#ui/fault/fault-report.ts';
import { faultWords } from '#ui/i18n/fault-words.ts';
import { languages } from '#ui/i18n/language.svelte.ts';
import { Faults, seenFault } from '#ui/state/faults.svelte.ts';

const where = {
  version: '0d39e06adc310e26',
  address: '/register/3fa94c?q=Әбілқасымов',
  browser: 'Chromium 140',
  language: 'kk',
  time: '2026-11-23T04:00:00Z',
};

function thrown(error: Error, stack: string): Error {
  error.stack = stack;
  return error;
}

describe('the report of a fault', () => {
  const inChromium = thrown(
    new TypeError('«Әбілқасымов Нұрлан\n850101300015» is not iterable'),
    [
      'TypeError: «Әбілқасымов Нұрлан',
      '850101300015» is not iterable',
      '    at Delivering.record (https://ca.example.kz/assets/CertificatePage-C453.js:1:2345)',
      '    at async https://ca.example.kz/assets/first-screen-DPF.js?v=1:12:7',
      '    at <anonymous>',
    ].join('\n'),
  );

  it('says where the program broke, and nothing of what was typed', () => {
    const report = faultReport(seenFault('act', inChromium), where);
    expect(report.split('\n')).toEqual([
      'Tirkelim fault report',
      'fault: TypeError',
      'place: act, /register',
      'version: 0d39e06adc310e26',
      'time: 2026-11-23T04:00:00Z',
      'language: kk',
      'browser: Chromium 140',
      'error: TypeError',
      '  Delivering.record CertificatePage-C453.js:1:2345',
      '  — first-screen-DPF.js:12:7',
    ]);
  });

  it('reads the stacks of Firefox, and those of causes', () => {
    const cause = thrown(new DOMException('850101300015', 'QuotaExceededError'), '');
    const error = thrown(
      new Error('850101300015', { cause }),
      'write@https://ca.example.kz/assets/first-screen-DPF.js:3:9\n@https://ca.example.kz/assets/a.js:1:1\n',
    );
    const report = faultReport(seenFault('background', error), where);
    expect(report).toContain('fault: Error/QuotaExceededError');
    expect(report.split('\n').slice(-4)).toEqual([
      'error: Error',
      '  write first-screen-DPF.js:3:9',
      '  — a.js:1:1',
      'cause: QuotaExceededError',
    ]);
    expect(report).not.toContain('850101300015');
  });

  it('has no part of the address that is a record’s', () => {
    expect(faultReport(seenFault('act', 1), { ...where, address: '/3fa94c' })).toContain('place: act, /\n');
    expect(faultReport(seenFault('act', 'text of somebody'), where)).toContain('fault: string');
  });
});

describe('kinds of faults', () => {
  it.each([
    [seenFault('background', new Fault('custody-worker', 'RangeError')), 'custody-worker'],
    [seenFault('start', new Fault('register-newer')), 'register-newer'],
    [seenFault('start', new Error('any')), 'start'],
    [seenFault('act', new Error('any')), 'act'],
    [seenFault('background', new DOMException('x', 'UnknownError')), 'register'],
    [seenFault('act', new TypeError('Failed to fetch dynamically imported module: x.js')), 'program-file'],
    [seenFault('act', new TypeError('error loading dynamically imported module: x.js')), 'program-file'],
    [seenFault('page', new TypeError('x is undefined')), 'page'],
  ] as const)('%o is %s', (fault, kind) => {
    expect(faultKindOf(fault)).toBe(kind);
  });

  it('have sentences of their own in each language: what happened, what is safe, what to do', async () => {
    for (const language of languages) {
      const { kinds } = await faultWords(language);
      expect(Object.keys(kinds).sort()).toEqual([...faultKinds].sort());
      const sentences = Object.values(kinds).flatMap((kind) => Object.values(kind));
      expect(sentences.filter((sentence) => sentence.trim() === '' || sentence.includes('!'))).toEqual([]);
      expect(new Set(Object.values(kinds).map(({ title }) => title)).size).toBe(faultKinds.length);
    }
  });
});

describe('where faults end', () => {
  it('the last one is shown until it is put away', () => {
    const faults = new Faults();
    const [first, second] = [new Error('a'), new Error('b')];
    faults.report('act', first);
    faults.report('background', second);
    expect(faults.last).toEqual({ place: 'background', code: 'Error', error: second });
    faults.dismiss();
    expect(faults.last).toBeUndefined();
  });

  it('one that an act has told of is not told again as a stray one', () => {
    const faults = new Faults();
    const error = new Error('a');
    faults.report('act', error);
    faults.report('background', error);
    expect(faults.last?.place).toBe('act');
  });
});

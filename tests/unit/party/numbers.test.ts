import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binFacts, inspectBin, parseBin } from '#domain/party/bin.ts';
import { controlDigit } from '#domain/party/control-digit.ts';
import { iinFacts, inspectIin, parseIin } from '#domain/party/iin.ts';

describe('an IIN', () => {
  it.each([
    ['850101300015', '1985-01-01', 'male'],
    ['920308400012', '1992-03-08', 'female'],
    ['000229500018', '2000-02-29', 'male'],
    ['850101300603', '1985-01-01', 'male'],
    ['920308400302', '1992-03-08', 'female'],
    ['050615500600', '2005-06-15', 'male'],
  ])('%s is one, of a person born %s (%s)', (text, birthDate, sex) => {
    const parsed = parseIin(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(iinFacts(parsed.value)).toMatchObject({ birthDate, sex, centuryUnknown: false });
  });

  it.each([
    ['850101300017', { type: 'WrongControlDigit', expected: 5, seen: 7 }],
    ['851301300010', { type: 'NoSuchMonth', month: 13 }],
    ['850230300012', { type: 'NoSuchBirthDay', day: 30, month: 2 }],
    ['850101700010', { type: 'NoSuchCentury', digit: 7 }],
    ['010229500018', { type: 'NoSuchBirthDay', day: 29, month: 2 }],
    ['85010130001', { type: 'NotTwelveDigits', seen: 11 }],
    ['8501013000155', { type: 'NotTwelveDigits', seen: 13 }],
    ['85010130001О', { type: 'NotADigit', letter: 'О', position: 11 }],
    ['', { type: 'Empty' }],
  ])('[N-5.1] %s is refused', (text, error) => {
    expect(parseIin(text)).toEqual({ ok: false, error });
  });

  it('may be written in groups', () => {
    expect(parseIin(' 850101 300 015')).toEqual({ ok: true, value: '850101300015' });
  });

  it('while it is typed, tells the birth date from the seventh digit and a wrong month from the fourth', () => {
    expect(inspectIin('8513').refusal).toEqual({ type: 'NoSuchMonth', month: 13 });
    expect(inspectIin('851')).toEqual({ digits: '851' });
    expect(inspectIin('8501013').facts?.birthDate).toBe('1985-01-01');
    expect(inspectIin('850101300017')).toMatchObject({
      refusal: { type: 'WrongControlDigit', expected: 5 },
      facts: { birthDate: '1985-01-01' },
    });
    expect(inspectIin('850101300015').iin).toBe('850101300015');
    expect(inspectIin('8501010').facts).toEqual({ centuryUnknown: true });
  });
});

describe('a BIN', () => {
  it.each([
    ['101040000012', { registeredYear: 2010, registeredMonth: 10, entityKind: 'resident', unit: 'head' }],
    ['120641000010', { registeredYear: 2012, registeredMonth: 6, entityKind: 'resident', unit: 'branch' }],
    ['101040000306', { registeredYear: 2010, registeredMonth: 10, entityKind: 'resident', unit: 'head' }],
    [
      '160763000205',
      { registeredYear: 2016, registeredMonth: 7, entityKind: 'jointSoleProprietorship', unit: 'farm' },
    ],
  ])('%s is one', (text, facts) => {
    const parsed = parseBin(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(binFacts(parsed.value)).toEqual(facts);
  });

  it.each([
    ['101040000019', { type: 'WrongControlDigit', expected: 2, seen: 9 }],
    ['101070000015', { type: 'NoSuchEntityKind', digit: 7 }],
    ['101340000010', { type: 'NoSuchMonth', month: 13 }],
    ['101044000012', { type: 'NoSuchUnit', digit: 4 }],
    ['850101300015', { type: 'NoSuchEntityKind', digit: 0 }],
    ['10104000001', { type: 'NotTwelveDigits', seen: 11 }],
  ])('[N-5.1] %s is refused', (text, error) => {
    expect(parseBin(text)).toMatchObject({ ok: false, error });
  });

  it('while it is typed, tells the kind of entity from the sixth digit', () => {
    expect(inspectBin('10107').refusal).toEqual({ type: 'NoSuchEntityKind', digit: 7 });
    expect(inspectBin('101041').facts?.unit).toBe('branch');
    expect(inspectBin('101040000012').bin).toBe('101040000012');
  });
});

describe('the control digit', () => {
  it('one wrong digit of twelve is always noticed in the first pass', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 })
      .map((d) => d.join(''));
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, by) => {
          const right = controlDigit(number);
          const changed = (Number(number.charAt(place)) + by) % 10;
          const other = number.slice(0, place) + String(changed) + number.slice(place + 1);
          // The weights 1 to 10 have inverses modulo 11, so the first sums differ; the second pass mixes the two sums.
          if (firstPass(number) < 10 && firstPass(other) < 10) expect(controlDigit(other)).not.toBe(right);
        },
      ),
    );
  });

  it('agrees with a reckoning written another way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (n) => {
        const number = String(n).padStart(11, '0');
        const first = firstPass(number);
        const second = [...number].reduce((sum, d, i) => sum + Number(d) * (((i + 2) % 11) + 1), 0) % 11;
        expect(controlDigit(number)).toBe(first < 10 ? first : second < 10 ? second : null);
      }),
    );
  });

  it('there are numbers that are never issued', () => {
    const never = Array.from({ length: 2000 }, (_, i) => `8501013${String(i).padStart(4, '0')}`).find(
      (number) => controlDigit(number) === null,
    );
    expect(parseIin(`${never ?? ''}0`)).toEqual({ ok: false, error: { type: 'NeverIssued' } });
  });
});

function firstPass(number: string): number {
  return [...number].reduce((sum, d, i) => sum + Number(d) * (i + 1), 0) % 11;
}

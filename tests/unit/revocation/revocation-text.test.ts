import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { startOfDay } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  type SignedRevocation,
  readRevocationText,
  writeRevocationText,
} from '#domain/revocation/revocation-text.ts';
import { anEntry } from '#tests/support/entry-samples.ts';
import { contentToRevoke } from '#tests/support/revocation-samples.ts';

const today = '2026-11-23' as CalendarDate;
const individual: SignedRevocation = {
  content: contentToRevoke(anEntry()),
  ground: 'key-compromise',
  invalidityDate: startOfDay('2026-11-20' as CalendarDate),
  writtenOn: '2026-11-22' as CalendarDate,
};
const entity: SignedRevocation = {
  content: contentToRevoke(anEntry({ bin: '101040000012', organisation: '«Көкжиек» ЖШС' })),
  ground: 'owners-wish',
  writtenOn: today,
};
const text = writeRevocationText(individual);
const read = (changed: string) => readRevocationText(encodeUtf8(changed), { today, rules: rulesByKind.N });
const refused = (changed: string) => {
  const result = read(changed);
  return result.ok ? 'taken' : { ...result.error };
};

describe('the text of an application to revoke', () => {
  it('[N-10] is one line for each datum of the form, under a first line that says what it is', () => {
    expect(text).toBe(
      [
        'Tirkelim revocation application 1',
        'form: N-F4',
        'iin: 850101300015',
        'surname: Әлімжанова',
        'given-name: Ғайша',
        'patronymic: Құрманғазықызы',
        'email: gaisha@example.kz',
        'phone: +77011234567',
        `serial-number: ${anEntry().id}`,
        'issued-on: 2026-11-02',
        'ground: key-compromise',
        'invalid-since: 2026-11-20',
        'written-on: 2026-11-22',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['N-F4', individual],
    ['N-F5', entity],
    [
      'without what may be left out',
      { ...individual, content: contentToRevoke(anEntry({ patronymic: undefined as never })) },
    ],
  ])(
    '[N-10] %s comes back as it was written, also with the line ends of a signing program',
    (_, application) => {
      const written = writeRevocationText(application);
      expect(read(written)).toEqual({ ok: true, value: application });
      expect(read(written.replaceAll('\n', '\r\n'))).toEqual({ ok: true, value: application });
    },
  );

  it.each([
    ['an invoice', 'Шот-фактура № 7\nсомасы: 100 000 теңге\n'],
    ['nothing', ''],
    ['another version', text.replace('application 1', 'application 2')],
    ['another form', text.replace('N-F4', 'N-F1')],
    ['a byte order mark', `\ufeff${text}`],
  ])('[N-10] %s is none', (_, changed) => {
    expect(refused(changed)).toEqual({ type: 'TextOfOtherKind' });
  });

  it('[N-10] octets that are no UTF-8 are none', () => {
    expect(readRevocationText(Uint8Array.of(0xff, 0xfe), { today, rules: rulesByKind.N })).toEqual({
      ok: false,
      error: { type: 'TextOfOtherKind' },
    });
  });

  it.each([
    ['a field more', text.replace('ground:', 'comment: тез арада\nground:'), 11],
    ['a field of the other form', text.replace('email:', 'bin: 101040000012\nemail:'), 7],
    ['a field twice', text.replace('email:', 'surname: Басқа\nemail:'), 7],
    ['another order', text.replace(/(iin.*\n)(surname.*\n)/u, '$2$1'), 3],
    ['a line without a key', text.replace('ground:', 'тез арада\nground:'), 11],
    ['a line after the end', `${text}\n`, 14],
    ['a blank line', text.replace('ground:', '\nground:'), 11],
    ['two blanks', text.replace('iin: ', 'iin:  '), 3],
    ['a capital in the serial number', text.replace('01abab', '01ABab'), 9],
    ['a telephone written otherwise', text.replace('+77011234567', '+7 701 123 45 67'), 8],
    ['a day written otherwise', text.replace('2026-11-02', '02.11.2026'), 10],
  ])('[N-10] %s is refused with the line', (_, changed, line) => {
    expect(refused(changed)).toMatchObject({ type: 'TextLineWrong', line });
  });

  it.each([
    ['an IIN with a wrong digit', text.replace('850101300015', '850101300016'), 'iin'],
    ['a missing serial number', text.replace(/serial-number.*\n/u, ''), 'serialNumber'],
    ['a ground that no application has', text.replace('key-compromise', 'court-decision'), 'ground'],
    ['a day to come', text.replace('written-on: 2026-11-22', 'written-on: 2026-11-24'), 'writtenOn'],
    ['an end that is missing', text.slice(0, -1), 'writtenOn'],
    ['a letter that nobody sees', text.replace('Ғайша', 'Ғай\u200bша'), 'givenName'],
  ])('[N-10] %s is refused with the field', (_, changed, field) => {
    expect(refused(changed)).toMatchObject({ type: 'TextFieldWrong', field });
  });
});

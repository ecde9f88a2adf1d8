// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { ApplicationsImport } from '#ui/application/applications-import.svelte.ts';
import { tableColumns } from '#domain/application/application-table.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aGate, aSession } from '#tests/support/session-at-work.ts';

const heads =
  'ЖСН;Тегі;Аты;Облыс;Қала;Электрондық пошта;Телефон;Пайдалану саласы;ЭЦҚ құралы;Жеке куәлік нөмірі;Жеке куәлік күні;Жеке куәлікті кім берген';
const rest = 'Астана қаласы;Астана;a@example.kz;+77011234567;банк;ECDSA;012345678;05.05.2020;ІІМ';
const nurlan = `850101300015;Әбілқасымов;Нұрлан;${rest}`;
const aigul = `900202400022;Қасымова;Әйгерім;${rest}`;
const faulty = `850101300016;Оспанов;Болат;${rest}`;

const table = (name: string, ...lines: string[]) => {
  const octets = encodeUtf8([heads, ...lines].join('\n'));
  return [{ name, size: octets.length, octets }];
};

async function atImport() {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const page = new ApplicationsImport(desk.session);
  const received = async () => (await desk.session.office.store.read()).list('application');
  const take = async (name: string, ...lines: string[]) => {
    desk.toOpen.push(table(name, ...lines));
    await page.chooseTable();
  };
  return { ...desk, page, take, received };
}

const typesOf = ({ rows }: ApplicationsImport) => rows.map(({ verdict }) => verdict.type);

describe('a table of applications', () => {
  it('has a verdict for each row before anything is written; all sound ones are received at once', async () => {
    const { page, take, received } = await atImport();
    await take('а.csv', nurlan, faulty, `${aigul};артық`, nurlan.replace('Астана;', 'Астана қ.;'), aigul);
    expect([page.fileName, typesOf(page)]).toEqual(['а.csv', ['sound', 'faulty', 'cut', 'twice', 'sound']]);
    expect([page.soundCount, page.chosen.length, await received()]).toEqual([2, 2, []]);
    await page.receive();
    expect([page.receiving.error, page.done, page.rows]).toEqual([undefined, 2, []]);
    const surnames = (await received()).map(({ content }) => 'surname' in content && content.surname);
    expect(surnames.sort()).toEqual(['Қасымова', 'Әбілқасымов']);
  });

  it('rows are left out and taken in again; what is not sound cannot be taken in', async () => {
    const { page, take, received } = await atImport();
    await take('а.csv', nurlan, aigul, faulty);
    const [first, second, third] = page.rows;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three rows');
    page.choose(first, false);
    page.choose(second, false);
    page.choose(second, true);
    page.choose(third, true);
    expect([first, second, third].map((row) => page.isChosen(row))).toEqual([false, true, false]);
    await page.receive();
    expect([page.done, (await received()).length]).toEqual([1, 1]);
    // The next table begins with all of its sound rows.
    await take('б.csv', nurlan);
    expect([page.done, page.chosen.length]).toEqual([undefined, 1]);
  });

  it('none chosen changes nothing; one that is refused is named, and nothing of the one before is left', async () => {
    const { page, take, toOpen } = await atImport();
    await take('а.csv', nurlan);
    await page.chooseTable();
    expect([page.rows.length, page.taking.action.error]).toEqual([1, undefined]);
    toOpen.push([{ name: 'үлкен.csv', size: 2 ** 26 }]);
    await page.chooseTable();
    const tooLarge = { type: 'TableTooLarge', maxBytes: 20 * 2 ** 20, seenBytes: 2 ** 26 } as const;
    expect(page.taking.action.error).toBe(`үлкен.csv: ${refusalText(tooLarge)}`);
    expect([page.rows, page.chosen]).toEqual([[], []]);
    const octets = encodeUtf8('ЖСН;Тегі\n850101300015;Әбіл');
    toOpen.push([{ name: 'аз.csv', size: octets.length, octets }]);
    await page.chooseTable();
    expect(page.taking.action.error).toMatch(/^аз\.csv: /u);
  });

  it('headings that no column is known by are shown, and the columns that have to be there', async () => {
    const { page, toOpen } = await atImport();
    const octets = encodeUtf8(`${heads};Ескерту\n${nurlan};жоқ`);
    toOpen.push([{ name: 'а.csv', size: octets.length, octets }]);
    await page.chooseTable();
    expect([page.unknown, typesOf(page)]).toEqual([['Ескерту'], ['sound']]);
    expect(page.taking.required).toContain('ЖСН');
    expect(page.taking.required).not.toContain('БСН');
    await words.choose('ru');
    expect(page.taking.required).toContain('ИИН');
    await words.choose('kk');
  });

  it('an empty one is saved with every column; what the medium refuses is said', async () => {
    const { page, medium, toSave } = await atImport();
    await page.taking.saveEmpty();
    const [head] = new TextDecoder().decode(medium.get('applications.csv')).split('\r\n');
    expect(head?.split(/[;,]/u)).toHaveLength(tableColumns.length);
    toSave.push('failed', 'cancelled');
    await page.taking.saveEmpty();
    expect(page.taking.action.error).toBe(words.t.forms.file.failed['medium-full']);
    await page.taking.saveEmpty();
    expect(page.taking.action.error).toBeUndefined();
  });

  it('at a locked station is received when it was opened; another table chosen meanwhile stays', async () => {
    const { page, take, plant, session, unlock, received } = await atImport();
    const gate = aGate();
    plant('receiveApplications', (real) => async (command) => {
      const done = await real(command);
      await gate.passed;
      return done;
    });
    await take('а.csv', nurlan);
    await session.lock('officer');
    const receiving = page.receive();
    await unlock();
    await take('б.csv', aigul);
    gate.open();
    await receiving;
    expect([(await received()).length, page.fileName, page.rows.length, page.done]).toEqual([
      1,
      'б.csv',
      1,
      undefined,
    ]);
  });

  it('more rows than a screen are judged all and shown in part', async () => {
    const { page, take } = await atImport();
    await take('а.csv', nurlan, ...Array.from({ length: 230 }, () => faulty));
    expect([page.rows.length, page.shown.length, page.soundCount]).toEqual([231, 200, 1]);
  });

  it('a refusal and a fault leave the table and the button', async () => {
    const { page, take, plant, session } = await atImport();
    await take('а.csv', nurlan);
    plant('receiveApplications', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await page.receive();
    expect([page.receiving.error, page.rows.length]).toEqual([words.t.refusals.NoRoom, 1]);
    plant('receiveApplications', () => () => Promise.reject(new RangeError('x')));
    await page.receive();
    expect([page.receiving.working, page.rows.length, session.faults.last?.code]).toEqual([
      false,
      1,
      'RangeError',
    ]);
    await take('б.csv', aigul);
    expect(page.receiving.error).toBeUndefined();
  });

  it('a reader of tables that breaks is told of, and the next file is read', async () => {
    const office = anOffice();
    await setUp(office);
    const broken = { times: 1 };
    const { csvFile } = await import('#adapters/csv/csv-file.ts');
    const { session, toOpen } = await aSession(office, {
      readTable: (file, spec) =>
        broken.times-- > 0 ? Promise.reject(new TypeError('x')) : Promise.resolve(csvFile.read(file, spec)),
    });
    const page = new ApplicationsImport(session);
    toOpen.push(table('а.csv', nurlan), table('а.csv', nurlan));
    await page.chooseTable();
    expect([session.faults.last?.code, page.taking.action.working]).toEqual(['TypeError', false]);
    await page.chooseTable();
    expect(page.rows).toHaveLength(1);
  });
});

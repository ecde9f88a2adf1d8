// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { personColumns } from '#domain/application/person-table.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { LetterForm } from '#ui/body/letter-form.svelte.ts';
import { PersonList } from '#ui/body/person-list.svelte.ts';
import { setUpBodies } from '#tests/support/bodies-at-work.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

const heads =
  'ЖСН;Тегі;Аты;Лауазымы;Жеке куәлік нөмірі;Жеке куәлік күні;Жеке куәлікті кім берген;Электрондық пошта;Облыс;Қала';
const rest = 'Бас маман;012345678;05.05.2020;ІІМ;a@gov.example.kz;Астана қаласы;Астана';
const nurlan = `850101300015;Әбілқасымов;Нұрлан;${rest}`;
const faulty = `850101300016;Оспанов;Болат;${rest}`;

async function atList() {
  const office = anOffice();
  await setUpBodies(office);
  const desk = await aSession(office);
  const form = new LetterForm(desk.session);
  await form.load();
  const list = new PersonList(form);
  const take = async (name: string, ...lines: string[]) => {
    const octets = encodeUtf8([heads, ...lines].join('\n'));
    desk.toOpen.push([{ name, size: octets.length, octets }]);
    await list.chooseTable();
  };
  return { ...desk, form, list, take };
}

describe('[G-3] the list of persons as a table', () => {
  it('is judged row by row beside the letter, and found again with its draft', async () => {
    const { form, list, take, session } = await atList();
    form.addPerson();
    await take('тізім.csv', nurlan, faulty);
    expect([form.fileName, form.soundRows, list.faultyCount, form.personCount]).toEqual([
      'тізім.csv',
      1,
      1,
      1,
    ]);
    await form.keeper.now();
    const again = new LetterForm(session);
    await again.load();
    expect([again.fileName, again.rows.length, again.soundRows]).toEqual(['тізім.csv', 2, 1]);
  });

  it('shows all rows, or those that have to be put right; the next table shows all again', async () => {
    const { list, take } = await atList();
    await take('тізім.csv', nurlan, faulty);
    expect(list.shown.map(({ verdict }) => verdict?.type)).toEqual(['sound', 'faulty']);
    list.onlyFaulty = true;
    expect(list.shown.map(({ row }) => row.cells.surname)).toEqual(['Оспанов']);
    await take('екінші.csv', nurlan);
    expect([list.onlyFaulty, list.shown.length, list.faultyCount]).toEqual([false, 1, 0]);
  });

  it('longer than a screen is shown in part, and counted whole', async () => {
    const { list, take } = await atList();
    await take('тізім.csv', ...Array.from({ length: 205 }, () => faulty));
    expect([list.matching.length, list.shown.length]).toEqual([205, 200]);
  });

  it('that is refused is named, and the one before stays; a good one takes the refusal away', async () => {
    const { form, list, take, toOpen } = await atList();
    await take('тізім.csv', nurlan);
    toOpen.push([{ name: 'үлкен.csv', size: 2 ** 26 }]);
    await list.chooseTable();
    expect(list.taking.action.error).toMatch(/^үлкен\.csv: /u);
    const octets = encodeUtf8('бұл кесте емес');
    toOpen.push([{ name: 'басқа.csv', size: octets.length, octets }]);
    await list.chooseTable();
    expect(list.taking.action.error).toMatch(/^басқа\.csv: /u);
    expect([form.fileName, form.rows.length]).toEqual(['тізім.csv', 1]);
    await take('екінші.csv', nurlan);
    expect([list.taking.action.error, form.fileName]).toEqual([undefined, 'екінші.csv']);
  });

  it('is dropped by the officer: an empty line is there to be typed in', async () => {
    const { form, list, take, toOpen } = await atList();
    await take('тізім.csv', nurlan);
    expect(form.draft.persons).toEqual([]);
    toOpen.push([{ name: 'үлкен.csv', size: 2 ** 26 }]);
    await list.chooseTable();
    list.drop();
    expect([form.rows, form.fileName, form.draft.persons.length, list.taking.action.error]).toEqual([
      [],
      '',
      1,
      undefined,
    ]);
  });

  it('an empty one is saved with every column; a fault leaves the button', async () => {
    const { list, medium, session } = await atList();
    await list.taking.saveEmpty();
    const [head] = new TextDecoder().decode(medium.get('persons.csv')).split('\r\n');
    expect(head?.split(/[;,]/u)).toHaveLength(personColumns.length);
    const office = { ...session.office, writeTable: () => Promise.reject(new RangeError('x')) };
    const { session: broken } = await aSession(anOffice(), office);
    const other = new PersonList(new LetterForm(broken));
    await other.taking.saveEmpty();
    expect([broken.faults.last?.code, other.taking.action.working]).toEqual(['RangeError', false]);
  });
});

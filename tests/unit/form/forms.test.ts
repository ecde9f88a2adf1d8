import { describe, expect, it } from 'vitest';
import type { FormBlock, FormContent } from '#domain/form/content.ts';
import { kazakhMoment, kazakhMonth } from '#domain/form/kazakh-date.ts';
import { parseCalendarDate } from '#domain/base/calendar-date.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { formNF1 } from '#domain/form/n-f1.ts';
import { formNF3 } from '#domain/form/n-f3.ts';
import { inGroups } from '#domain/form/paper.ts';
import {
  sampleFacts,
  sampleForms,
  sampleNF2Data,
  sampleNF3Data,
  samplePapers,
} from '#tests/support/form-samples.ts';

const forms = sampleForms();

function form(name: string): FormContent {
  const content = forms[name];
  if (content === undefined) throw new Error(name);
  return content;
}

/** The content without what was filled in. */
function emptied({ blocks }: FormContent): readonly unknown[] {
  return blocks.map((block) => ({
    ...block,
    value: undefined,
    date: undefined,
    name: undefined,
    hex: undefined,
  }));
}

function labels(content: FormContent): string[] {
  return content.blocks.flatMap((block) => ('label' in block ? [block.label] : []));
}

function valueOf(content: FormContent, label: string): string | undefined {
  const block = content.blocks.find((candidate) => candidate.type === 'field' && candidate.label === label);
  return (block as Extract<FormBlock, { type: 'field' }> | undefined)?.value;
}

describe('the forms of annex 3', () => {
  it.each(['N-F1', 'N-F2', 'N-F4', 'N-F5'])(
    '[N-3.1] [N-8.1] %s is the same paper filled and empty',
    (name) => {
      expect(emptied(form(name))).toEqual(emptied(form(`${name}-empty`)));
    },
  );

  it('an empty form holds no value at all', () => {
    for (const name of ['N-F1', 'N-F2', 'N-F3', 'N-F4', 'N-F5']) {
      for (const block of form(`${name}-empty`).blocks) {
        expect(block).not.toHaveProperty('value');
        expect(block).not.toHaveProperty('date');
        expect(block).not.toHaveProperty('hex');
        if (block.type === 'table') expect(block.rows).toEqual([]);
      }
    }
  });

  it('have no Latin letter within a Kazakh word', () => {
    const printed = JSON.stringify([forms, samplePapers()]);
    expect(printed).not.toMatch(/[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z]|[a-z][А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]/);
  });

  it('[N-3.2] a legal entity’s application begins with its own data and goes on as an individual’s', () => {
    const own = ['БСН:', 'Мекеме аты:', 'Мекеменің қысқартылған аты (64 символдан артық емес)'];
    const individual = labels(form('N-F1'));
    expect(labels(form('N-F2'))).toEqual([...individual.slice(0, 1), ...own, ...individual.slice(1)]);
  });

  it('a person without a patronymic leaves its blank empty', () => {
    const { patronymic, ...data } = sampleNF2Data;
    expect(patronymic).toBeDefined();
    const content = formNF1(data, sampleFacts('x'));
    expect(content.blocks).toContainEqual({ type: 'field', label: 'Әкесінің аты:' });
    expect(content.blocks).toContainEqual({
      type: 'captioned',
      caption: '(жеке тұлғадан)',
      value: 'Әлімжанова Ғайша',
    });
  });

  it('one usage area leaves the second line to write on, and three get three lines', () => {
    const areas = (usageAreas: string[]) =>
      labels(formNF1({ ...sampleNF2Data, usageAreas }, sampleFacts('x'))).filter((label) =>
        /^\d\.$/.test(label),
      );
    expect(areas(['бір'])).toEqual(['1.', '2.']);
    expect(areas(['бір', 'екі', 'үш'])).toEqual(['1.', '2.', '3.']);
  });

  it('[N-7] the certificate of an individual has no line for an organisation', () => {
    const { bin, organisation, ...subject } = sampleNF3Data.subject;
    expect([bin, organisation]).not.toContain(undefined);
    const individual = labels(formNF3({ ...sampleNF3Data, subject }, sampleFacts('x')));
    expect(individual).not.toContain('OU=BIN');
    expect(individual.filter((label) => label === 'O=')).toHaveLength(1);
    expect(labels(form('N-F3'))).toEqual(
      expect.arrayContaining(['E=', 'SN=IIN', 'CN=', 'OU=BIN', 'O=', 'L=', 'ST=']),
    );
  });

  it('[N-7] the serial number stands in groups of four', () => {
    expect(valueOf(form('N-F3'), 'Тіркеу куәлігінің сериялық нөмірі:')).toBe(
      '011f 6ac4 550b 7a2f 6f1d 3f9e 8c1b 2a3d 4e5f 6071',
    );
    expect(inGroups('0a1 b2c3d')).toBe('0a1b 2c3d');
  });

  it('the paper is dated by its record', () => {
    expect(form('N-F1').facts.recordedAt).toBe('2026-07-15T05:00:00Z');
    expect(form('N-F1-empty').facts).toEqual(formNF1().facts);
  });
});

describe('days in Kazakh', () => {
  it('the months have their Kazakh names', () => {
    const month = (n: number) => {
      const date = parseCalendarDate(`2026-${String(n).padStart(2, '0')}-01`);
      return date === null ? '' : kazakhMonth(date);
    };
    expect(Array.from({ length: 12 }, (_, i) => month(i + 1)).join(' ')).toBe(
      'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
    );
  });

  it('a moment shows the office’s clock and its distance from UTC', () => {
    const moment = (text: string) => {
      const instant = parseInstant(text);
      return instant === null ? '' : kazakhMoment(instant);
    };
    expect(moment('2026-07-15T19:00:00Z')).toBe('16.07.2026 00:00:00 (UTC+5)');
    expect(moment('2023-07-15T19:00:00Z')).toBe('16.07.2023 01:00:00 (UTC+6)');
  });
});

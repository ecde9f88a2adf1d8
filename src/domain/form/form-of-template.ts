/** A paper by the template of a rule set; without data, the empty form. */
import type { PaperTemplate, TemplateBlock } from '#domain/authority/paper-template.ts';
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from '#domain/base/calendar-date.ts';
import type { FormBlock, FormContent, PaperFacts } from './content.ts';
import { filled } from './content.ts';

export function formOfTemplate(
  { id, title, landscape, blocks }: PaperTemplate,
  data: object | undefined,
  facts: PaperFacts,
): FormContent {
  const values = new Values(data);
  return {
    form: id,
    title,
    ...(landscape === true ? { landscape } : {}),
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: blocks.flatMap((block) => blocksOf(block, values)),
  };
}

/** What a record has, by name; `subject.iin` lies one object deeper. */
class Values {
  readonly #data: object | undefined;

  constructor(data: object | undefined) {
    this.#data = data;
  }

  one(name: string): unknown {
    const parts = name.split('.');
    return parts.reduce<unknown>((found, part) => memberOf(found, part), this.#data);
  }

  text(name: string): string | undefined {
    const value = this.one(name);
    return value === undefined ? undefined : textOf(value);
  }

  day(name: string): CalendarDate | undefined {
    return parseCalendarDate(this.text(name) ?? '') ?? undefined;
  }

  list(name: string): readonly unknown[] {
    const value = this.one(name);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  }
}

function memberOf(value: unknown, name: string): unknown {
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** Days as they are written on paper; several values on one line. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return (value as readonly unknown[]).map(textOf).join(', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const day = parseCalendarDate(value);
  return day === null ? value : formatCalendarDate(day);
}

/** A blank of a few underscores where there is no value. */
function withValues(text: string, values: Values): string {
  return text.replace(/\{(\w[\w.]*)\}/gu, (_, name: string) => values.text(name) ?? '______');
}

function blocksOf(block: TemplateBlock, values: Values): readonly FormBlock[] {
  switch (block.type) {
    case 'heading':
    case 'title':
      return [block];
    case 'caption':
    case 'section':
    case 'paragraph':
    case 'line':
    case 'seal':
      return [{ type: block.type, text: withValues(block.text, values) }];
    case 'field': {
      const { type, label, of, lines } = block;
      return [{ type, label, ...(lines === undefined ? {} : { lines }), ...filled(values.text(of)) }];
    }
    case 'captioned':
      return [{ type: 'captioned', caption: block.caption, ...filled(values.text(block.of)) }];
    case 'boxed':
      return [{ type: 'boxed', label: block.label, ...filled(values.text(block.of)) }];
    case 'hex': {
      const hex = values.text(block.of);
      return [{ type: 'hex', label: block.label, ...(hex === undefined ? {} : { hex }) }];
    }
    case 'verbatim': {
      const text = values.text(block.of);
      return [{ type: 'verbatim', emptyLines: 4, ...(text === undefined ? {} : { text }) }];
    }
    case 'date': {
      const { type, lead, word, of } = block;
      const date = values.day(of);
      return [{ type, lead, word, ...(date === undefined ? {} : { date }) }];
    }
    case 'signature': {
      const { type, label, nameLabel, of } = block;
      const name = of === undefined ? undefined : values.text(of);
      return [
        {
          ...{ type, label },
          ...(nameLabel === undefined ? {} : { nameLabel }),
          ...(name === undefined ? {} : { name }),
        },
      ];
    }
    case 'fields': {
      const list = values.list(block.of);
      return Array.from({ length: Math.max(block.least, list.length) }, (_, i): FormBlock => ({
        type: 'field',
        label: `${String(i + 1)}.`,
        ...filled(list[i] === undefined ? undefined : textOf(list[i])),
      }));
    }
    case 'table': {
      const { of, columns, emptyRows } = block;
      const rows = values.list(of).map((row) => columns.map((column) => textOf(memberOf(row, column.of))));
      return [
        {
          type: 'table',
          columns: columns.map(({ head, share }) => ({ head, share })),
          rows,
          ...(rows.length === 0 ? { emptyRows } : {}),
        },
      ];
    }
  }
}

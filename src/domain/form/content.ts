/**
 * A paper as content: what stands on it and in what order, and nothing of millimetres and fonts. The words are the order's
 * own, in Kazakh. A block without its value is a blank with a line to write on: a form is empty when all are.
 */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';

export interface FormContent {
  /** `N-F1`, or the name of a paper beyond the order. */
  readonly form: string;
  /** Title of the document for the reader program. */
  readonly title: string;
  readonly landscape?: boolean;
  /** `dense` where much has to fit on one sheet, `wide` where people write by hand. */
  readonly spacing?: 'dense' | 'wide';
  readonly facts: PaperFacts;
  readonly blocks: readonly FormBlock[];
}

/** What makes a paper the same paper: the same record printed again gives the same bytes. */
export interface PaperFacts {
  /** Id of the record that is printed. */
  readonly recordId: string;
  /** Becomes the creation date of the file: the record's time and not that of the print. */
  readonly recordedAt: Instant;
  /** A paper of a demonstration station says so across each page. */
  readonly demonstration?: boolean;
}

export type FormBlock =
  /** Top right: which annex this is, and «Нысан» below. */
  | { readonly type: 'heading'; readonly lines: readonly string[]; readonly mark?: string }
  | { readonly type: 'title'; readonly lines: readonly string[] }
  /** A title with the number of the paper in it: `before` ____ `after`. */
  | {
      readonly type: 'numbered-title';
      readonly before: string;
      readonly number?: string;
      readonly after?: string;
    }
  /** Begins the sheet annexed to a certificate, on a page of its own; its further pages say again whose annex they are. */
  | { readonly type: 'annex'; readonly number?: string; readonly words: readonly [string, string] }
  /** Small and centred, in round brackets. */
  | { readonly type: 'caption'; readonly text: string }
  | { readonly type: 'section'; readonly text: string }
  /**
   * `label value`; `after` stands behind the end of the value. `lines`: at least so many, the rest of the label's line and the
   * lines below it; `below`: the label has its line alone.
   */
  | {
      readonly type: 'field';
      readonly label: string;
      readonly value?: string;
      readonly after?: string;
      readonly lines?: number;
      readonly below?: true;
    }
  /** A blank with its caption centred below, over the whole width or from its label on. */
  | { readonly type: 'captioned'; readonly label?: string; readonly value?: string; readonly caption: string }
  /** A label and a box, for a number given elsewhere. */
  | { readonly type: 'boxed'; readonly label: string; readonly value?: string }
  | { readonly type: 'sentence'; readonly parts: readonly SentencePart[] }
  | { readonly type: 'paragraph'; readonly text: string; readonly small?: boolean }
  | { readonly type: 'line'; readonly text: string }
  /** `lead` 20__ `word` "__" ____, or with the year last: "__" ____ 20__ `word` */
  | {
      readonly type: 'date';
      readonly lead: string;
      readonly word: string;
      readonly yearLast?: true;
      readonly date?: CalendarDate;
    }
  /**
   * One blank for the signature; with captions, one for each of them, the last takes `name`; with `nameLabel`, the name
   * follows on the same line. `halves`: the blank of the name is two, as the order has it: its caption says name and surname.
   */
  | {
      readonly type: 'signature';
      readonly label: string;
      readonly captions?: readonly string[];
      readonly halves?: true;
      readonly nameLabel?: string;
      readonly name?: string;
    }
  | { readonly type: 'seal'; readonly text: string }
  | {
      readonly type: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Rows to write in by hand. */
      readonly emptyRows?: number;
      /** A second row of the header with the columns' numbers. */
      readonly numbered?: boolean;
      /** Many columns: smaller letters. */
      readonly dense?: true;
      /** A count at the foot of each page, of its rows and of all from the beginning on: the program's, beyond the form. */
      readonly totals?: { readonly beyond: string; readonly page: string; readonly all: string };
    }
  /** Empty, it has the rest of the label's line and one more; with `lines`, so many whole lines below the label. */
  | { readonly type: 'hex'; readonly label: string; readonly hex?: string; readonly lines?: number }
  /** Lines that stay as they are, for a program to read again; without text, so many lines to write on. */
  | { readonly type: 'verbatim'; readonly text?: string; readonly emptyLines: number }
  /** Beyond the form: what follows is small, at the foot, apart from what the order asks for. */
  | { readonly type: 'fingerprint'; readonly caption: string; readonly sha256Hex: string };

/** Text, or a blank with its value; the last blank of a line may reach to the margin. `withNext`: what follows stands on its line. */
export type SentencePart =
  | string
  | {
      readonly value?: string;
      readonly widthMm: number;
      readonly toMargin?: true;
      readonly withNext?: true;
    };

export interface TableColumn {
  readonly head: string;
  /** Share of the width; the shares of all columns are put in proportion. */
  readonly share: number;
}

/** The key of `value` only when there is one: an empty form has blanks, not empty values. */
export function filled(value: string | undefined): { readonly value?: string } {
  return value === undefined || value === '' ? {} : { value };
}

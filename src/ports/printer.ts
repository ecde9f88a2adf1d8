import type { Result } from '#domain/base/result.ts';
import type { FormContent } from '#domain/form/content.ts';

/** A letter that the paper's font lacks: printed papers never drop one in silence. */
export interface PrintRefusal {
  readonly type: 'LetterNotInFont';
  readonly letter: string;
  readonly codePoint: number;
  /** The label of the blank, as it stands on the paper. */
  readonly field: string;
}

/** Rows of the longest table that are drawn, of all. */
export type PrintProgress = (done: number, total: number) => void;

/** Puts the content on A4 as PDF. The same content gives the same bytes. */
export interface Printer {
  print(content: FormContent, progress?: PrintProgress): Promise<Result<Uint8Array, PrintRefusal>>;
}

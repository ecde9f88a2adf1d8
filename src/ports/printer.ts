import type { CancellationToken } from '#domain/base/cancellation.ts';
import type { Result } from '#domain/base/result.ts';
import type { FormContent } from '#domain/form/content.ts';

/** A letter that the paper's font lacks: printed papers never drop one in silence. */
export interface PrintRefusal {
  readonly type: 'LetterNotInFont';
  readonly letter: string;
  readonly codePoint: number;
  /** The label of the blank, as it stands on the paper. */
  readonly field: string;
  /** Which of many papers it is, from 1. */
  readonly paper?: number;
}

export interface PrintCancelled {
  readonly type: 'Cancelled';
}

/** Papers that are drawn, of all; of one paper, the rows of its table. */
export type PrintProgress = (done: number, total: number) => void;

/** Puts one paper or many on A4 as one PDF file. The same content gives the same bytes. */
export interface Printer {
  print(
    content: FormContent | readonly FormContent[],
    progress?: PrintProgress,
  ): Promise<Result<Uint8Array, PrintRefusal>>;
}

/** A printer whose long work can be broken off: then nothing was made. */
export interface CancellablePrinter extends Printer {
  printUntil(
    content: FormContent | readonly FormContent[],
    progress: PrintProgress,
    cancellation: CancellationToken,
  ): Promise<Result<Uint8Array, PrintRefusal | PrintCancelled>>;
}

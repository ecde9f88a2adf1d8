import type { CommitJournal } from '#ports/commit-journal.ts';

/** What the page may ask the journal's worker; the port without what needs no answer. */
export type JournalMethod = Exclude<keyof CommitJournal, 'release'>;

export interface JournalQuestion {
  readonly id: number;
  /** Name of the register's database. */
  readonly name: string;
  readonly method: JournalMethod;
  readonly parameters: readonly unknown[];
}

/** `closed`: the files can't be had; `fault`: the disk failed, or the program did. */
export type JournalAnswer =
  | { readonly id: number; readonly type: 'value'; readonly value: unknown }
  | { readonly id: number; readonly type: 'closed' }
  | { readonly id: number; readonly type: 'fault'; readonly name: string };

/** Over this channel a tab that is to write asks the one before to let its files go, also when that one's page hangs. */
export function releaseChannel(name: string): string {
  return `${name}-journal`;
}

import type { KeyVault } from './key-vault.ts';

/** Each asynchronous method of the desk is a message; `id` pairs question and answer. */
export type CustodyMethod = {
  [M in keyof KeyVault]: KeyVault[M] extends (...parameters: never[]) => Promise<unknown> ? M : never;
}[keyof KeyVault];

export interface CustodyQuestion {
  readonly id: number;
  readonly method: CustodyMethod;
  readonly parameters: readonly unknown[];
}

export type CustodyAnswer =
  | { readonly id: number; readonly type: 'value'; readonly value: unknown }
  /** A fault: its name only. What it was about stays in the worker. */
  | { readonly id: number; readonly type: 'fault'; readonly name: string };

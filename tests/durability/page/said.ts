import type { Secrets } from '#tests/support/station-in-page.ts';

/** What the page may claim to the test: each one after its act was committed, never before. */
export type Acknowledged =
  | { readonly act: 'received'; readonly ids: readonly string[] }
  | { readonly act: 'approved'; readonly id: string }
  | { readonly act: 'issued'; readonly id: string; readonly serialNumber: string }
  | { readonly act: 'revoked'; readonly caseId: string; readonly serialNumber: string }
  | { readonly act: 'crl'; readonly id: string; readonly published: boolean };

/** The test's answer to a page that begins. */
export interface Order {
  readonly phase: 'set-up' | 'work' | 'judge' | 'fill-the-disk';
  readonly secrets?: Secrets;
  readonly offeredPassphrase?: string;
  readonly acknowledged: readonly Acknowledged[];
}

/** Says something to the test and waits for its answer. */
export async function say<T>(what: string, body: object): Promise<T> {
  const response = await fetch(`/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

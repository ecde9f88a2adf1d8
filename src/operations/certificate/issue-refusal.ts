import type { Result } from '#domain/base/result.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevokeRefusal } from '#domain/revocation/revoke-entry.ts';
import type { IntentClosed } from '#operations/open-intent.ts';
import type { ReplaceRefusal } from '#operations/revocation/for-replacement.ts';
import type { TransactionRefusal } from '#operations/transact.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import type { SignRefusal } from '#ports/custody.ts';
import type { PrepareRefusal } from './slice.ts';

export type IssueRefusal =
  | TransactionRefusal
  | PrepareRefusal
  | SignRefusal
  | RegisterTouched
  | RevokeRefusal
  | ReplaceRefusal
  | IntentClosed
  | { readonly type: 'Cancelled' };

export interface IssueOutcome {
  readonly applicationId: string;
  readonly result: Result<RegisterEntry, IssueRefusal>;
}

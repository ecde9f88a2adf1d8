import type { ApplicationOutcome } from '#domain/application/answer.ts';
import type { Station } from '#domain/authority/station.ts';
import type { ItemScan } from '#domain/exchange/package/application-item.ts';
import type { RevocationOutcome } from '#domain/revocation/revocation-answer.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import type { ReceiveRevocationCommand } from '#operations/revocation/receive.ts';
import type { Act } from '#operations/transact.ts';

/** What would become of an item. */
export type ItemOutcome =
  /** As it would be registered; the number is given when it is. */
  | { readonly type: 'new'; readonly application: IncomingApplication }
  | { readonly type: 'new'; readonly revocation: ReceiveRevocationCommand }
  | { readonly type: 'new'; readonly change: TakenChange }
  /** It was taken in before, from whichever package. */
  | { readonly type: 'same'; readonly number: string }
  /** What is here is newer, and stays. */
  | { readonly type: 'older'; readonly number: string }
  /** The same person is here already (I04): an officer says whether it is another application or the same once more. */
  | { readonly type: 'conflict'; readonly application: IncomingApplication; readonly with: readonly string[] }
  /** It was taken in before and said something else then: what is here stays. */
  | { readonly type: 'differs'; readonly number: string }
  /** Something that it rests on has not come yet. */
  | { readonly type: 'waiting'; readonly for: readonly string[] }
  /** It can't be registered here, by the name of the refusal. */
  | { readonly type: 'unfit'; readonly because: string };

/** Its scans lie in the package in clear, under the paths of their items; they are encrypted when it is taken in. */
export interface IncomingApplication {
  readonly received: ReceivedApplication;
  readonly scans: readonly (ItemScan & { readonly path: string })[];
}

/** What would be written, with what the officer sees of it before. */
export type TakenChange =
  | {
      readonly of: 'answer';
      readonly id: string;
      readonly number: string;
      readonly outcome: ApplicationOutcome;
      readonly act: Act;
    }
  | {
      readonly of: 'revocation-answer';
      readonly id: string;
      readonly number: string;
      readonly outcome: RevocationOutcome;
      readonly act: Act;
    }
  /** `number`: of the application. */
  | { readonly of: 'delivery'; readonly id: string; readonly number: string; readonly act: Act }
  /** `id`: of the issuer's key. */
  | { readonly of: 'crl'; readonly id: string; readonly number: string; readonly act: Act }
  | { readonly of: 'calendar'; readonly id: 'calendar'; readonly act: Act }
  /** The station's record with the set, not stated yet. */
  | { readonly of: 'rules'; readonly id: string; readonly station: Station };

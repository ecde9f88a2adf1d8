import type { refusalsRevocationLetters as kk } from '#ui/i18n/kk/refusals-revocation-letters.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsRevocationLetters: typeof kk = {
  BodyUnknown: 'This body got no certificate from this station. Choose one from the list.',
  CertificateUnknown: 'The register has no such serial number. Type it from the annex again.',
  OfOtherBody: ({ organisation }) =>
    `This certificate is of another body: ${organisation}. A body writes for its own persons only.`,
  RevokedBefore: ({ since }) => `This certificate was revoked on ${dateTimeOf(since)}. Take it off the list.`,
  SameCertificateTwice: ({ first }) => `This certificate stands on line ${first} already.`,
  NothingRevoked: 'Nothing was revoked in this case: there is nothing to notify of.',
  OwnerNotified: 'The notice to the owner is recorded already. Nothing has changed.',
  LeavingInFuture: ({ date }) => `${dateOf(date)} is still to come. The notice is recorded on that day.`,
  NoticeInFuture: ({ date }) => `A notice can’t have come on ${dateOf(date)}.`,
  NoticeBeforeLeaving: ({ leftOn }) =>
    `The notice is earlier than the day of leaving (${dateOf(leftOn)}). Check both days.`,
  NoLeavingHere: 'The rules of this authority know no such notice.',
  JournalRowMissing: 'The journal has no such line. Load the page anew and choose again.',
  NothingCorrected: 'Nothing is changed: fill in the column that is to be corrected.',
  ReasonMissing: 'The reason for the correction is missing.',
  ColumnWrong:
    'The text of a column is empty, too long, or has a character that is not allowed. Nothing was written.',
};

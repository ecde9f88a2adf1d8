import type { RevocationField } from '#domain/revocation/draft-reader.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import type { refusalsRevocation as kk } from '#ui/i18n/kk/refusals-revocation.ts';
import { revocation } from './revocation.ts';
import { revocationApplication } from './revocation-application.ts';
import { root } from './root.ts';

const labels: Readonly<Record<RevocationField, string>> = {
  ...root.revocation.labels,
  ...revocation.labels,
  ...revocationApplication.labels,
};

export const refusalsRevocation: typeof kk = {
  GroundUnproven:
    'This paper does not prove the chosen ground: each ground asks for the paper that its clause names. Correct the ground or the kind of paper.',
  ApplicationDiffers: ({ fields }) =>
    `The application does not match the certificate in the register: ${fields.map((field) => labels[field]).join(', ')}. Nothing was revoked; refuse the application, or open a case for the right certificate.`,
  CourtPaperIncomplete:
    'The court decision is incomplete: enter the court, the number, the date and the day on which it entered into force.',
  CourtNotInForce: ({ inForceFrom }) =>
    `The court decision is not in legal force yet (in force from ${dateOf(inForceFrom)}). Nothing is revoked.`,
  SignedContentUnproven:
    'This electronic application was taken in before signed texts were compared with what is registered. Refuse it and take the file in again.',
  SignedContentDiffers:
    'What is to be registered is not what was signed: nothing was registered. Take the file in again.',
  SignerMayNotApply:
    'The signer does not own this certificate, and no power of attorney names the signer. This application does not revoke it.',
  PowerIncomplete:
    'The representative’s data are incomplete: name, IIN, and number, date, term and issuer of the power of attorney are needed.',
  PowerNotInForce: ({ date, validUntil }) =>
    `On the day the application arrived the power of attorney was not in force: its term is ${dateOf(date)} to ${dateOf(validUntil)}. Another one is needed.`,
  AppliedBefore: ({ number }: { number: string }) =>
    `Case ${number} was registered on this very file. The owner has to sign a new application.`,
  PaperAfterArrival: ({ date, arrivedOn }) =>
    `The day on the paper (${dateOf(date)}) is after its arrival (${dateOf(arrivedOn)}). Check both days.`,
  TextOfOtherKind:
    'The signed text is no application to revoke. The file is made on the page “Application to be signed”.',
  TextLineWrong: ({ line }) =>
    `Line ${line} of the signed application is not as it has to be: one too many, repeated, or written otherwise. It was not taken in.`,
  TextFieldWrong: ({ field }) =>
    `The signed application lacks this or has it wrong: ${labels[field]}. It was not taken in.`,
  RevocationNotApplied: ({ serialNumber }) =>
    `A replacement asks for two applications: none to revoke the old certificate (${serialNumber}) is registered. Register that one first.`,
  ReplacementNotConfirmed: ({ number }) =>
    `The application to revoke of case ${number} is not confirmed for this replacement. Confirm it on the application’s page.`,
  CrlNotWritten:
    'The file of the list is not written to a medium yet, so it can’t have been published. Write it first.',
  PublicationPlaceMissing: 'It is not said where the list was published.',
  PublishedInFuture: ({ at }) => `The time of publication (${dateTimeOf(at)}) is still to come.`,
  PublishedBeforeSigned: ({ thisUpdate }) =>
    `The list was signed at ${dateTimeOf(thisUpdate)}: it can’t have been published before.`,
  PublishedBeforeWritten: ({ writtenAt }) =>
    `The file of the list was written to a medium at ${dateTimeOf(writtenAt)}: it can’t have been published before.`,
  CrlPublished: ({ at }) => `The publication was recorded already: ${dateTimeOf(at)}. Nothing was changed.`,
  AddresseesMissing: 'It is not said to whom the list was given.',
  CadenceAboveValidity: ({ crlValidityDays }) =>
    `Lists have to come at least as often as each is good for (${crlValidityDays} days): else there are days without one.`,
};

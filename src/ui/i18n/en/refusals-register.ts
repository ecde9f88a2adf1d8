import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsRegister = {
  LetterNotInFont: ({ letter, codePoint, field }: { letter: string; codePoint: number; field: string }) =>
    `The paper’s font has no “${letter}” (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}), place: “${field}”. Nothing was printed; put the letter right in the record.`,
  AccreditationNotEnded: ({ validUntil }: { validUntil: CalendarDate }) =>
    `The accreditation lasts until ${dateOf(validUntil)}: there is no such ground yet. Choose another.`,
  AccreditationUnknown:
    'The register knows no accreditation certificate of this authority. Choose another ground.',
  AccreditationNotLater: ({ known }: { known: CalendarDate }) =>
    `The register has one that lasts until ${dateOf(known)}: this one lasts no longer. Nothing was changed.`,
  AccreditationIncomplete: 'Number and issuer of the accreditation certificate are needed. Fill them in.',
  PlaceMissing: 'Folder and sheet are not filled in. Fill in both.',
  WayUnknown: 'This authority hands no certificate over in that way. Choose another.',
  RecipientMissing: 'It is not said who received it. Enter the recipient and try again.',
  CaseOpen: ({ number }: { number: string }) =>
    `Case ${number} is open for this certificate: decide it first. No new case was opened.`,
  CaseMissing: 'There is no such revocation case. Choose it from the list.',
  CaseDecided: 'This case is decided already: nothing was changed.',
  AlreadyRevoked: ({ since }: { since: Instant }) =>
    `The certificate was revoked at ${dateTimeOf(since)}. It is not revoked twice; only a compromised key may replace the reason.`,
  InvalidityInFuture: ({ invalidityDate }: { invalidityDate: Instant }) =>
    `The day from which the key is not trusted (${dateOf(invalidityDate)}) is still to come. Enter a day that is past.`,
  NotIssuedYet: ({ notBefore }: { notBefore: Instant }) =>
    `The certificate is valid from ${dateTimeOf(notBefore)}: it can’t be revoked before.`,
  NotSignedData: 'The file is not CMS SignedData. Choose the signed electronic application.',
  DocumentTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `The file is too large: at most ${maximumOctets} bytes. Nothing was read.`,
  SignerCount: ({ seen }: { seen: number }) =>
    `The application has ${seen} signatures; exactly one is needed. It was not taken in.`,
  ContentMissing:
    'The file has a signature and no application. Ask for a file that is signed together with its text.',
  SignerCertificateMissing:
    'The signer’s certificate is not in the file. Ask for a file that is signed together with it.',
  SignedAttributesMissing:
    'The text itself is signed, without signed attributes. Ask for a file that has them (CAdES).',
  SignatureInvalid:
    'The signature does not hold: the text was changed or the signature is of another. It was not taken in.',
  SignerUnreadable: 'The signer’s certificate can’t be read. The application was not taken in.',
  SignerNotOurs:
    'The signer’s certificate was not issued by this authority. The application was not taken in.',
  SignerNotInForce: ({ status }: { status: 'in-force' | 'not-yet' | 'expired' | 'revoked' }) =>
    `When the application came in, the signer’s certificate was not in force (${
      { 'in-force': 'in force', 'not-yet': 'not yet valid', expired: 'expired', revoked: 'revoked' }[status]
    }). It was not taken in; a paper application may be handed in.`,
  SerialNumberMalformed:
    'A serial number is hexadecimal digits (0–9, a–f), at most 40. Type it from the application again.',
  NotOurCertificate:
    'The certificate does not bear this authority’s signature. Nothing was taken into the register; choose another file, or turn to the authority that issued it.',
  OneCertificateOnly: 'The file must hold exactly one certificate. Nothing was taken into the register.',
  AlreadyRegistered: ({ serialNumber }: { serialNumber: string }) =>
    `This certificate is in the register already (${serialNumber}). Search for it and choose it from the list.`,
  CrlMissing: 'There is no such CRL. Choose it from the list.',
  FileDiffers:
    'The written file differs from the CRL in the register. It does not count as published; write it again.',
};

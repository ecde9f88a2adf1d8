import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const nothing = 'Nothing was taken in.';
const anew =
  'Ask first whether that station was restored from a backup or runs on two computers. Then pair the stations anew by ten words: nothing of what was collected is lost.';

export const refusalsExchange = {
  ExchangeUnopened: `The file did not open: it is for another station, or it is damaged or cut off. ${nothing} Ask the sender for another copy, or for the next package, which has all of it.`,
  NotAnExchange: `This is no package from another station. ${nothing}`,
  ExchangeTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Unpacked the package is larger than ${octetsOf(maximumOctets)}. ${nothing} Ask the sender for smaller ones.`,
  ExchangeNewer: ({ format }: { format: number }) =>
    `The package was made by a newer version of the program (format ${format}). ${nothing} Update the program here and open the package again.`,
  ExchangeFileExtra: ({ path }: { path: string }) =>
    `The package has a file “${path}” that its manifest does not name. ${nothing} Ask for another copy.`,
  ExchangeSignatureInvalid: `The sender’s signature does not hold: the package was changed. ${nothing} Ask for another copy.`,
  PackageItemsDamaged: ({ number, sound, damaged }: { number: number; sound: number; damaged: number }) =>
    `Package ${number} is damaged: files that hold: ${sound}, files that do not: ${damaged}. ${nothing} Ask for the next package, which has all of it.`,
  PackageSenderUnknown: ({ sender }: { sender: string }) =>
    `The package comes from a station that is not paired with this one (${sender.slice(0, 16)}…). ${nothing} Pair the stations by ten words first.`,
  PackageSenderEnded: ({ at }: { at: Instant }) =>
    `The pairing with the sender ended on ${dateTimeOf(at)}. ${nothing} If it is to go on, pair the stations anew by ten words.`,
  PackageSenderStopped: ({ at, number }: { at: Instant; number: number }) =>
    `Packages of this sender are stopped: ${dateTimeOf(at)}, package No. ${number} contradicted what had come before. ${nothing} ${anew}`,
  PackageNotForUs: `The package is addressed to another station. ${nothing} Take it there.`,
  PackageOfEarlierPairing: `The package was made before the stations were paired anew. ${nothing} Ask for a new package: it has all of it.`,
  PackageExpired: ({ validUntil }: { validUntil: Instant }) =>
    `The file was valid until ${dateOf(validUntil)}. ${nothing} Ask for a new one: it has all of it.`,
  PackageForked: ({ number }: { number: number }) =>
    `There are two packages of No. ${number} from this sender. ${nothing} ${anew}`,
  PackageOfEarlierEpoch: ({ seen, known }: { seen: number; known: number }) =>
    `The sender made this package before it was restored (epoch ${seen}, now ${known}). ${nothing} ${anew}`,
  PackageOfOtherRules: ({ seen }: { seen: string }) =>
    `The package follows a rule set that is not here (${seen}). ${nothing} Take the rule set in first, or carry the rules of this station to the sender.`,
  PackageOfOlderForms: ({ seen }: { seen: number }) =>
    `The package is filled in by older forms (${seen}). ${nothing} Update the program at the sender and ask for a new package.`,
  PackageOfNewerForms: ({ seen }: { seen: number }) =>
    `The package is filled in by newer forms (${seen}). ${nothing} Update the program here and open the package again.`,
  ReceiptUnfounded: ({ number }: { number: number }) =>
    `It acknowledges package ${number}, which this station never sent. ${nothing} ${anew}`,
  AnswerToOtherRequest: `It answers another request than the last one of this station. ${nothing} Ask for an answer to the last one.`,
  PackageDiffers: 'This file is not the one that was looked at. Nothing was taken in. Open it again.',
  ConflictUndecided: ({ ids }: { ids: readonly string[] }) =>
    `Of persons who are here already, not all are decided: ${ids.length}. Nothing was taken in. Say of each whether it is taken in.`,
  NothingToSend: 'There is nothing to send: everything has been acknowledged.',
  StationNotPaired:
    'That station is not paired with this one, or is not any more. Pair the stations by ten words first.',
  StationOfAuthority: 'This station is an authority’s: it is asked for a pairing, and asks nobody.',
  PairingOfOtherKind: ({ seen, expected }: { seen: string; expected: string }) =>
    `The file is of an authority of another kind (${seen}, here ${expected}), or of a trial. Nothing was written.`,
  PairingDiffers: 'This file is not the one whose words were compared. Nothing was written. Open it again.',
  PairingUsed: 'By this request the stations were paired already. Ask for a new request.',
  PairingRulesUnreadable:
    'The rules or the calendar that came with the answer can’t be followed here. Nothing was written. Update the program at this station.',
  AuthorityCertificateMissing: 'The authority has no certificate yet. Finish its set-up first.',
  PackageUnknown: 'This station made no such package.',
  PackageReadDiffers:
    'What was read from the medium is not the package: it is cut off, of zeros, or another file. It stays as not written. Write it once more, to another medium.',
  PackageNotWritten:
    'The package was not written yet: write it first, then take the medium out and put it in again.',
  AnswerMissing:
    'No certificate has come from the authority for this application. There is nothing to hand over.',
  HandedRevoked:
    'The authority’s newest list says that this certificate is revoked. It can’t be handed over; ask the authority.',
  SourceNotCarried:
    'A field station takes in applications on paper and decisions of a court. Bring the rest to the authority itself.',
  FieldStationOfOtherKind:
    'Only the National CA has field stations. The Root CA and the CA of State Bodies take papers in themselves.',
};

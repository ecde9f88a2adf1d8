import { cited } from './cited.ts';
import { mediumFailures } from './medium-failures.ts';

/** Of letters, owners' keys and carriers. */
export const refusalsBody = {
  OwnerHasKey: ({ number, name }: { number: number; name: string }) =>
    `${name}: the private key of certificate No. ${number} is in force, and one owner is given one key${cited('clause 11', 'G-11')}. Nothing was issued. Replace the old one, or refuse the application.`,
  OwnerTwice: ({ number }: { number: string }) =>
    `Application No. ${number} of the same owner stands beside this one: one owner is given one key. Nothing was issued for this one.`,
  CarrierMissing:
    'No carrier was chosen, or it is not in the list. Nothing was issued: choose a blank carrier.',
  CarrierNotBlank: ({ serialNumber }: { serialNumber: string }) =>
    `Carrier No. ${serialNumber} is not blank. Nothing was issued: choose another one.`,
  CarrierNotAwaiting: ({ serialNumber }: { serialNumber: string }) =>
    `Carrier No. ${serialNumber} awaits no key. Nothing has changed.`,
  KeyNotHeld:
    'The private key is no longer in the station’s memory, and nobody can read it. Lock and open the station: the certificate will be revoked, and a new one can be issued for the application.',
  CertificateOfOtherKey:
    'The certificate that was to lie beside the key is not of that key. Nothing was written: verify the register.',
  CarrierNotOpened: ({ serialNumber }: { serialNumber: string }) =>
    `The file read from carrier No. ${serialNumber} did not open, or holds another key. It does not count as written, and the key is safe in the station: insert the carrier and write again.`,
  CarrierTwice: ({ serialNumber }: { serialNumber: string }) =>
    `Carrier No. ${serialNumber} is in the list already. Nothing was entered: type the number from the carrier again.`,
  CarrierNotThere: ({ serialNumber }: { serialNumber: string }) =>
    `Carrier No. ${serialNumber} has come to its end, or a key is being written to it. Nothing has changed.`,
  CarrierNotWritten: ({ serialNumber }: { serialNumber: string }) =>
    `The key of certificate ${serialNumber} is on no carrier, or was handed over before. Nothing was recorded.`,
  NotInForce: ({ serialNumber }: { serialNumber: string }) =>
    `Certificate ${serialNumber} is not in force and is not handed over. Nothing was recorded.`,
  SeveralBodies:
    'The chosen certificates belong to several bodies. Nothing was recorded: hand over to one body at a time.',
  ListEmpty: 'The list is empty. Add at least one line.',
  NoteMissing: 'The reason is missing. Write it down.',
  LetterTwice: ({ number }: { number: string }) =>
    `A letter of this body with this number and date was taken in before: here it has number ${number}. It was not registered a second time.`,
  LetterMissing: 'There is no such letter in the register. Nothing has changed.',
  AlreadyConfirmed: 'It was confirmed for this letter before. Nothing has changed.',
  FolderFailed: ({ fileName, reason }: { fileName: string; reason: keyof typeof mediumFailures }) =>
    `${fileName}: ${mediumFailures[reason]} It does not count as written, and the key is safe in the station: write it from the queue of carriers.`,
  FolderNotMarked: ({ reason }: { reason: keyof typeof mediumFailures }) =>
    `Nothing could be written into the folder: ${mediumFailures[reason]} Nothing was issued: choose another folder.`,
  FolderUnreadable: ({ reason }: { reason: 'medium-gone' | 'too-many-files' }): string =>
    reason === 'medium-gone'
      ? 'The folder could not be read: the medium is gone. Nothing was recorded: insert it and try again.'
      : 'There are too many files in the folder. Nothing was recorded: choose the carrier itself.',
  ReadingStopped: 'The reading was stopped. Nothing was recorded: it can be begun again.',
  NoneInFolder: 'No key lies in a folder. Nothing has changed.',
  NoCopies: 'There is no copy whose deletion could be confirmed. Nothing has changed.',
  OtherFolder:
    'The station wrote no keys into this folder, or its mark (tirkelim-folder) is gone. Nothing was confirmed: show the folder that was written into.',
  CarrierInFolder: ({ serialNumber }: { serialNumber: string }) =>
    `The key of certificate ${serialNumber} lies in a folder and was not read from its carrier. Nothing was recorded: read the carrier first${cited('clause 8', 'G-8')}.`,
  CarrierNotInFolder: ({ serialNumber }: { serialNumber: string }) =>
    `The key of carrier No. ${serialNumber} does not lie in a folder. Nothing has changed.`,
  CarrierDiffers: ({ serialNumber }: { serialNumber: string }) =>
    `The chosen file is another one than was written for carrier No. ${serialNumber}. It does not count as being on the carrier: copy the file from the folder again.`,
  CarrierNotTheKey: ({ serialNumber }: { serialNumber: string }) =>
    `The file did not open with this passphrase, or does not hold the key of carrier No. ${serialNumber}. It does not count as being on the carrier: type the passphrase again.`,
  NotASerialNumber: ({ letter }: { letter: string }) =>
    `“${letter}” does not stand in a serial number: only letters, digits and the signs . / : -`,
  TooMany: ({ max, seen }: { max: number; seen: number }) =>
    `${seen} numbers are given, at most ${max} may be.`,
};

import { octetsOf } from './units.ts';

const take = 'Nothing was changed in the register; take another copy of the medium.';
const again = 'Nothing was marked as archived; make the package again.';

export const refusalsArchive = {
  EntryArchived:
    'The certificate went to the archive: nothing about it changes any more. Nothing was written.',
  NothingToArchive: 'No record’s period of keeping is over: there is nothing to hand over to the archive.',
  ArchivingCancelled: 'The package was stopped. Nothing was written and nothing was marked.',
  StoredFileMissing: ({ collection, id }: { collection: string; id: string }) =>
    `A file is missing in the register (${collection}, ${id}): no package was made. Verify the log on the page Journals and restore the register from a backup.`,
  NotAPackage: `This is no archive package, or it is damaged or cut off. ${take}`,
  PackageTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Unpacked the package is larger than ${octetsOf(maximumOctets)}: it was not opened. ${take}`,
  PackageNewer: ({ format }: { format: number }) =>
    `The package was made by a newer version of the program (format ${format}). Update the program first.`,
  PackageFileChanged: ({ path }: { path: string }) =>
    `The file “${path}” in the package was changed. ${take}`,
  PackageFileMissing: ({ path }: { path: string }) => `The file “${path}” is missing in the package. ${take}`,
  PackageFileExtra: ({ path }: { path: string }) =>
    `The package has a file “${path}” that its manifest does not name: somebody added it later. ${take}`,
  PackagePathUnsafe: ({ path }: { path: string }) =>
    `The package has a file with a dangerous name: “${path}”. It was not opened. ${take}`,
  PackageSignatureInvalid: `The station’s signature on the manifest does not hold: the package was changed. ${take}`,
  PackageRecordUnknown: ({ collection, id }: { collection: string; id: string }) =>
    `A record in the package is not the one that its log speaks of (${collection}, ${id}). ${take}`,
  PackageOfOtherStation: `Another station signed the package. ${again}`,
  PackageMarked: ({ number }: { number: number }) =>
    `This package went to the archive as No. ${number}: it is not marked a second time.`,
  PackageOutdated: ({ collection, id }: { collection: string; id: string }) =>
    `The register went on since the package was made, or a record has to stay for now (${collection}, ${id}). ${again}`,
};

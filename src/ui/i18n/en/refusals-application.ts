import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { dateOf, numberOf } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const foundKinds = {
  empty: 'an empty file',
  certificationRequest: 'a request',
  certificate: 'a certificate',
  crl: 'a CRL',
  cms: 'a CMS document',
  pkcs12: 'a PKCS#12 key carrier',
  privateKey: 'a private key',
  encryptedPrivateKey: 'an encrypted private key',
  publicKey: 'a public key',
  pdf: 'a PDF document',
  zip: 'a ZIP archive',
  image: 'a picture',
  age: 'an age file',
  text: 'a text',
  unknown: 'an unknown file',
};
type FoundKind = keyof typeof foundKinds;

/** Of applications, requests and tables. */
export const refusalsApplication = {
  Empty: 'It is empty. Fill it in.',
  NeverIssued: 'Such a number is never issued. Type it from the document again.',
  CountryCodeMissing: 'The country code is missing. Begin with +7 or another country’s code.',
  LocalPartEmpty: 'There is nothing before the @.',
  DotMisplaced: 'A dot is out of place: not at the ends, not twice in a row.',
  ChoiceMissing: 'Choose one.',
  ScanEmpty: 'The file is empty. Scan the document again.',
  ScanTypeUnknown: 'This is no JPEG, PNG or PDF. Save the document as one of these.',
  ScanUnreadable:
    'The size of the picture can’t be read: the file is damaged or no picture. Scan the document again.',
  ScanTooManyPixels: ({ width, height }: { width: number; height: number }) =>
    `The picture is too large: ${numberOf(width)} × ${numberOf(height)} pixels. At most 100 million pixels; scan it at a lower resolution.`,
  ScanMissing: 'The scan was not found. Restore it from a backup.',
  PossessionNotProved:
    'The applicant does not prove possession of the private key: the request’s signature does not hold. Ask for a new request.',
  RequestArchiveUnreadable:
    'The ZIP archive can’t be read: it is damaged or has a password. Make it again, or choose the files themselves.',
  RequestArchiveTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `The ZIP archive is too large: unpacked it may have ${octetsOf(maximumOctets)} at most. Divide it.`,
  RequestWithoutNumber:
    'Neither the request nor the file’s name has an IIN: open the application and add the request there.',
  NobodyWaits: ({ iin }: { iin: string }) => `IIN ${iin}: no application waits for a request.`,
  SeveralWait: ({ iin, numbers }: { iin: string; numbers: readonly string[] }) =>
    `IIN ${iin}: several applications wait (${numbers.join(', ')}). Open the right one and add the request there.`,
  ApplicationMissing: 'There is no such application.',
  RequestMissing: 'The application has no public key. Correct it and add the PKCS#10 request.',
  RequestUnreadable: 'The request can’t be read. Correct the application and add the request again.',
  NotApproved: 'The application is not approved, or was changed since. Examine it again.',
  AlreadyIssued: 'A certificate was already issued on this application.',
  ApplicationSent:
    'This application has gone out in a package: the authority itself corrects it now. Tell the authority what to correct.',
  AlreadyDecided: 'This application has been decided already.',
  ContentChanged:
    'The application has changed since it was on the screen: nothing was confirmed. Look at it again.',
  NotExamined: 'The two checks are not both confirmed. Confirm them first.',
  GroundMissing: 'At least one ground with its text is needed.',
  CarrierPassphrase:
    'The passphrase has to be Latin letters and digits, at least 8: other programs open no other letters.',
  KeyOfOtherSuite: ({ seen, expected }: { seen: string; expected: string }) =>
    `The key is ${seen}, the station’s own is ${expected}. GOST keys are never mixed in one chain, neither with others nor with their second encoding. Nothing was taken in. Get a request with a key that goes with the station’s.`,
  ArmorMissing: 'The file has no PEM label and is no DER. Choose a PKCS#10 request.',
  TableEmpty: 'The table is empty. Save the empty table and fill it in.',
  TableNotText: 'This is no text table. Save it as CSV.',
  TooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Too long: ${seen} characters, at most ${max}. Shorten it.`,
  ControlCharacter: ({ position }: { position: number }) =>
    `There is a control character at place ${position + 1}. Delete it.`,
  BidiControl: ({ position }: { position: number }) =>
    `There is a character at place ${position + 1} that turns the direction of writing. Delete it.`,
  InvisibleCharacter: ({ position }: { position: number }) =>
    `There is an invisible character at place ${position + 1}. Delete it.`,
  NotALetter: ({ position }: { position: number }) =>
    `The character at place ${position + 1} is no letter. Delete it.`,
  NotADigit: ({ letter, position }: { letter: string; position: number }) =>
    `“${letter}” stands at place ${position + 1}; a digit is needed.`,
  NotTwelveDigits: ({ seen }: { seen: number }) => `12 digits are needed, ${seen} were typed.`,
  WrongControlDigit: ({ expected, seen }: { expected: number; seen: number }) =>
    `The control digit is ${seen}; computed it is ${expected}. Check the number in the document.`,
  NoSuchMonth: ({ month }: { month: number }) => `There is no month ${month}.`,
  NoSuchBirthDay: ({ day, month }: { day: number; month: number }) => `There is no day ${day}.${month}.`,
  NoSuchCentury: ({ digit }: { digit: number }) => `The seventh digit can’t be ${digit}: it is 0 to 6.`,
  NoSuchEntityKind: ({ digit }: { digit: number }) => `The fifth digit can’t be ${digit}: it is 4, 5 or 6.`,
  NoSuchUnit: ({ digit }: { digit: number }) => `The sixth digit can’t be ${digit}: it is 0 to 3.`,
  NotInAName: ({ letter, position }: { letter: string; position: number }) =>
    `“${letter}” has no place in a name (place ${position + 1}).`,
  MixedScripts: ({ letter, position }: { letter: string; position: number }) =>
    `The letter “${letter}” at place ${position + 1} is a look-alike of another alphabet. Type it again in the right layout.`,
  NotOneAtSign: ({ seen }: { seen: number }) => `One @ is needed, there are ${seen}.`,
  NotAscii: ({ letter, position }: { letter: string; position: number }) =>
    `“${letter}” (place ${position + 1}) has no place in an address: Latin letters only.`,
  NotInAMailbox: ({ letter, position }: { letter: string; position: number }) =>
    `“${letter}” (place ${position + 1}) has no place in an e-mail address.`,
  LocalPartTooLong: ({ max, seen }: { max: number; seen: number }) =>
    `The part before the @ is too long: ${seen}, at most ${max}.`,
  Domain: 'The name after the @ is wrong; an example: example.kz',
  NotInAPhoneNumber: ({ letter, position }: { letter: string; position: number }) =>
    `“${letter}” has no place in a telephone number (place ${position + 1}).`,
  WrongLength: ({ seen }: { seen: number }) =>
    `The number has ${seen} digits: one of Kazakhstan is +7 and 10 digits.`,
  NotADate: ({ seen }: { seen: string }) => `“${seen}” is no date. Type dd.mm.yyyy, for instance 05.03.2026.`,
  AmbiguousDate: ({ seen }: { seen: string }) => `“${seen}” can be read in two ways. Type dd.mm.yyyy.`,
  NoSuchDay: ({ day, month, year }: { day: number; month: number; year: number }) =>
    `There is no day ${day}.${month}.${year}.`,
  DateInFuture: ({ date }: { date: CalendarDate }) => `${dateOf(date)} has not come yet. Check the date.`,
  CommonNameTooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Surname and given name have ${seen} letters together, the certificate holds ${max}. Take the short spelling of the document.`,
  ScanTooLarge: ({ octets, maximum }: { octets: number; maximum: number }) =>
    `The file is too large: ${octetsOf(octets)}, at most ${octetsOf(maximum)}. Scan it at a lower resolution.`,
  FileTooLarge: ({ limitOctets, seenOctets }: { limitOctets: number; seenOctets: number }) =>
    `The file is too large: ${octetsOf(seenOctets)}, at most ${octetsOf(limitOctets)}. It was not read.`,
  NotACertificationRequest: ({ found }: { found: FoundKind }) =>
    `This is no PKCS#10 request but ${foundKinds[found]}. Ask the applicant for the request file.`,
  NotACertificate: ({ found }: { found: FoundKind }) => `This is no certificate but ${foundKinds[found]}.`,
  PrivateKeyInFile:
    'The file holds a private key, which has now been shown. The applicant has to make a new key; destroy the file.',
  SeveralRequests: ({ count }: { count: number }) =>
    `The file holds ${count} requests. Take each in as a file of its own.`,
  ArmorEndMissing: ({ label, line }: { label: string; line: number }) =>
    `The line “END ${label}” is missing (it begins at line ${line}): the file is cut off. Get it again.`,
  ArmorEndDiffers: ({ label, endLabel }: { label: string; endLabel: string }) =>
    `It begins as “${label}” and ends as “${endLabel}”: the file is damaged. Get it again.`,
  Base64Url: ({ line }: { line: number }) =>
    `Line ${line} has base64url characters, which PEM does not know. Save the file again.`,
  Base64Broken: ({ line }: { line: number }) =>
    `Line ${line} is no base64: the file is damaged. Get it again.`,
  ArmorEncrypted: ({ label }: { label: string }) => `The part “${label}” is encrypted and can’t be read.`,
  NotDer: ({ problem, offset }: { problem: string; offset: number }) =>
    `The file is not DER (${problem}, octet ${offset}). Ask to have it saved again by another program.`,
  NameLetterHidden: ({ attribute, codePoint }: { attribute: string; codePoint: number }) =>
    `The name in the request (${attribute}) has a hidden character: U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}. The request was not taken; ask for a new one.`,
  RequestVersion: ({ version }: { version: number }) =>
    `The request’s version is ${version}; it has to be 0.`,
  DuplicateExtension: ({ oid }: { oid: string }) => `The extension ${oid} is there twice.`,
  DuplicateAttribute: ({ oid }: { oid: string }) => `The attribute ${oid} is there twice.`,
  SignatureAlgorithm: ({ algorithm, allowed }: { algorithm: string; allowed: readonly string[] }) =>
    `The signature algorithm ${algorithm} is not accepted. Allowed are ${allowed.join(', ')}.`,
  SignatureAlgorithmParameters: ({ algorithm }: { algorithm: string }) =>
    `The parameters of the algorithm ${algorithm} are wrong.`,
  SignatureNotOfKey: ({ algorithm, keyAlgorithm }: { algorithm: string; keyAlgorithm: string }) =>
    `A signature ${algorithm} does not fit a key ${keyAlgorithm}.`,
  KeyRefused: 'The public key is not accepted.',
  TooManyRdns: ({ limit, seen }: { limit: number; seen: number }) =>
    `The name has ${seen} parts, at most ${limit}.`,
  KeyCompromised: ({ serialNumber }: { serialNumber: string }) =>
    `The certificate of this public key (${serialNumber}) was revoked since its private key was compromised. Nobody gets a certificate for this key. Ask the applicant for a new key.`,
  KeyOfAuthority: ({ authority }: { authority: string }) =>
    `This public key is a certification authority’s own (${authority}). Nobody gets a certificate for this key. Ask the applicant for a new key.`,
  SameKeyInForce: ({ serialNumber }: { serialNumber: string }) =>
    `Another owner’s certificate with this public key is in force (${serialNumber}). One key is never given to two owners: ask the applicant for a new key.`,
  TableTooLarge: ({ maxBytes, seenBytes }: { maxBytes: number; seenBytes: number }) =>
    `The table is too large: ${octetsOf(seenBytes)}, at most ${octetsOf(maxBytes)}.`,
  TooManyRows: ({ max, seen }: { max: number; seen: number }) =>
    `The table has ${numberOf(seen)} rows, at most ${numberOf(max)}. Split it into files.`,
  ColumnsMissing: ({ keys }: { keys: readonly string[] }) =>
    `Columns are missing: ${keys.join(', ')}. Use the columns of the empty table.`,
  ColumnTwice: ({ headings }: { key: string; headings: readonly string[] }) =>
    `A column is there twice: ${headings.join(', ')}.`,
  QuoteNotClosed: ({ line }: { line: number }) =>
    `A quotation mark in line ${line} is not closed. Correct the table and choose it again.`,
  TermOutOfRange: ({ min, max }: { min: number; max: number }) =>
    `The term is a whole number of years from ${min} to ${max}.`,
  EndsBeforeIssue: ({ date }: { date: CalendarDate }) =>
    `Its term ends before the day of issue (${dateOf(date)}). Type it from the document again.`,
  FormOfOtherAuthority: ({ form }: { form: string }) =>
    `${form} is another authority’s form: this station takes no such application. Nothing was registered.`,
  RelatedNotInForce:
    'The old certificate is not in force: it can’t be renewed or replaced. Register a new application.',
  RelatedOfAnother:
    'The old certificate is another person’s. Begin the application from the right certificate.',
  NotAStateBody:
    'This number is not a state body’s: the BIN of a legal entity registered in Kazakhstan, or of its branch, is needed. Type it from the letter again.',
  SamePersonTwice: ({ first }: { first: number }) =>
    `This person stands in line ${first} already: one owner is given one key. Remove one of the lines.`,
  KeyTwice: ({ number }: { number: string }) =>
    `Application No. ${number}, which is issued along with this one, has the same key. Issue only one of them.`,
  ArrivedAfterEntering: ({ enteredOn }: { enteredOn: CalendarDate }) =>
    `The day of arrival can’t be after the day of entering (${dateOf(enteredOn)}). Check the date.`,
  BornInFuture: ({ date }: { date: CalendarDate }) =>
    `By the IIN the birth date is ${dateOf(date)}, after the application arrived. Type the number from the document again.`,
  RegisteredInFuture: ({ month, year }: { month: number; year: number }) =>
    `By the BIN the month of registration is ${String(month).padStart(2, '0')}.${String(year)}, after the application arrived. Type the number from the document again.`,
  EndedBeforeArrival: ({ arrivedOn }: { arrivedOn: CalendarDate }) =>
    `On the day the application arrived (${dateOf(arrivedOn)}) the power of attorney had ended. One that is in force is needed.`,
  StateBodyUnconfirmed:
    'Nobody has confirmed that the applicant is a central or local executive body. Check it and confirm.',
  WithdrawalReasonMissing: 'Why the approval is withdrawn was not written down. Write the reason.',
  ReasonMissing: ({ findings }: { findings: readonly { observed: string }[] }) =>
    `Findings without a written reason are left (${findings.map(({ observed }) => observed).join('; ')}). Write the reason for each and confirm again.`,
};

/** Words of the CA of State Bodies: letters, persons, carriers. */
import { cited } from './cited.ts';
import { byAct, formCited, formsCited } from '#ui/i18n/citing.svelte.ts';

export const body = {
  labels: {
    arrivedOn: 'Day of arrival',
    paperDate: 'Date of the annex',
    isStateBody: 'Confirmation of the state body',
    bodyNumber: 'Number of the letter',
    bodyDate: 'Date of the letter',
    bin: 'BIN',
    name: 'Name of the body',
    shortName: 'Short name',
    region: 'Region, district',
    city: 'City',
    email: 'E-mail address',
    headName: 'Given name and surname of the head',
    iin: 'IIN',
    surname: 'Surname',
    givenName: 'Given name',
    patronymic: 'Patronymic',
    position: 'Position',
    document: 'Identity document',
    'document-number': 'Number and series of the document',
    'document-date': 'Date of the document',
    'document-issuer': 'Issued by',
    furtherUsageAreas: 'Further usage areas',
    persons: 'List of persons',
    usageAreas: 'Usage areas',
  },
  fullName: 'Surname, given name, patronymic',
  ofLetter: 'Letter of the body',
  works: {
    'see-again': 'Carriers are being read',
    consider: 'The list is being considered',
    print: 'Forms are being printed',
  },
  workDone: {
    'see-again': 'Carriers were read: what came of it',
    consider: 'The list was considered: result',
    print: 'The forms are ready',
  },
  findings: {
    'state-body-confirmed': (seen: string) =>
      `${seen}: nobody has confirmed that this is a central or local executive body${cited('clause 2, sub-clause 7', 'G-2.7')}. Confirm it on the letter’s page.`,
    'one-key-for-owner': (seen: string) =>
      `The owner’s private key is in force (${seen}), and one owner is given one key. Replace the old one, or refuse to issue.`,
  },
  letters: {
    lead: 'Letters of state bodies and the persons on them: each is considered and decided by itself.',
    newLetter: 'New letter',
    emptyTitle: 'No letters yet',
    emptyText:
      'When a body’s letter arrives, register it here: number and date, the head who signed it, the list of persons.',
    number: 'Our No.',
    bodyLetter: 'Number and date of the letter',
    body: 'Body',
    received: 'Received',
    persons: 'Persons',
    standing: 'Standing',
    standings: (considered: number, issued: number, handed: number, all: number) =>
      `considered ${considered}, issued ${issued}, handed over ${handed} of ${all}`,
    toIssuing: (count: number) => `Queue of issue: ${count}`,
    toHandOver: (count: number) => `Hand over: ${count}`,
    searchLabel: 'Body, number of the letter, a person’s name or IIN',
    nothingFound: 'No such letter was found',
    nothingFoundText: 'Try typing it in another way.',
  },
  form: {
    lead: 'Type what the letter says (form 1). A half filled letter is kept.',
    letterTitle: 'The letter',
    bodyTitle: 'The state body',
    binHint: 'The number of a legal entity of Kazakhstan or of its territorial unit',
    get isStateBody() {
      return `The applicant is a central or local executive body: checked${cited('clause 2, sub-clause 7', 'G-2.7')}`;
    },
    annexDateHint: 'Only where it is not the letter’s.',
    signatoryTitle: 'The head who signed the letter',
    get signatoryHint() {
      return `A copy of his or her identity document is attached to the letter${cited('clause 4', 'G-4')}.`;
    },
    personsTitle: 'The list of persons',
    get personsHint() {
      return `Type each person, or take the list from a CSV table. Each has an annex of their own${formsCited('G-F1a')}.`;
    },
    person: (n: number) => `Person ${n}`,
    addPerson: 'One more person',
    removePerson: 'Take off the list',
    chooseTable: 'Take from a CSV table',
    emptyTable: 'Save an empty table',
    dropTable: 'Take the table away',
    tableOf: (name: string, sound: number, all: number) => `${name}: ${all} rows, ${sound} sound`,
    faultyLeft: (count: number) =>
      `${count} faulty rows will not be taken in, the others are registered. Take a corrected table, or have these persons asked for by a new letter.`,
    row: 'Row',
    verdict: 'Verdict',
    sound: 'sound',
    twice: (line: number) => `the same person as in row ${line}: not taken a second time`,
    cut: (expected: number, seen: number) => `${expected} cells are needed, ${seen} are there`,
    onlyFaulty: 'Faulty rows only',
    allRows: 'All rows',
    defaultArea: (area: string) => `The first usage area stands on the form: ${area}`,
    furtherHint: 'Part several by semicolons. Leave empty where there is none.',
    placeHint: 'Only where it differs from the body’s.',
    handIn: (count: number) => `Register the letter with ${count} persons`,
  },
  letter: {
    title: (number: string) => `Letter No. ${number}`,
    factsTitle: 'From the letter',
    signatory: 'Signed by',
    stateBodyConfirmed: (officer: string, at: string) => `confirmed: ${officer}, ${at}`,
    get stateBodyAsked() {
      return `This was not asked for when the letter was registered. Until it is confirmed, nothing is issued on the letter${cited('clause 2, sub-clause 7', 'G-2.7')}.`;
    },
    confirmStateBody: 'Confirm',
    stateBodyUnconfirmed: 'no confirmation on record',
    receivedBy: 'Received by',
    lifeLabel: 'The letter’s way',
    life: {
      received: 'Received',
      considered: 'Considered',
      issued: 'Certificates issued',
      handed: 'Handed over',
    },
    ofAll: (count: number, all: number) => `${count} / ${all}`,
    considerTitle: 'Consider all at once',
    considerLead: (officer: string) =>
      `${officer} confirms of each person of this letter who is not decided yet:`,
    considerText:
      'Each person’s certificate-to-be is examined by itself. Whoever has a finding, or a key in force, stays as before and is named.',
    consider: (count: number) => `Approve ${count} persons`,
    considered: (count: number, all: number) => `${count} of ${all} were approved`,
    papersTitle: 'Papers',
    allAnnexes: (count: number) => `${formCited('G-F1a')}, all ${count}`,
    allCertificates: (count: number) => `${formCited('G-F2')}, all ${count}`,
    printing: 'Being printed',
    printed: (count: number) => `${count} forms are ready in one file`,
    savePrinted: 'Save the file',
    printCancelled: 'Printing was stopped: no file was made.',
    missing: 'There is no such letter.',
    carrier: 'Carrier',
    states: {
      received: 'Awaits consideration',
      examined: 'Awaits a decision',
      approved: 'Awaits issue',
      refused: 'Refused',
      failed: 'Key lost, issue anew',
      'awaiting-key': 'Key not written',
      'in-folder': 'Key in a folder, read the carrier',
      written: 'Awaits handing over',
      'handed-over': 'Handed over',
      ended: 'Certificate not in force',
    },
  },
  replace: {
    oldReturned: 'the old carrier was returned',
    oldNotReturned: (reason: string) => `the old carrier was not returned: ${reason}`,
  },
  issuing: {
    title: 'Queue of carriers',
    get lead() {
      return `The station makes the key, issues the certificate, writes the private key to the carrier, reads it back and opens it. The private key stays nowhere else${cited('clause 8', 'G-8')}.`;
    },
    awaitingTitle: 'Carriers that await their key',
    awaitingText:
      'The certificate is issued, and the private key is so far only in the station’s memory. When the station is locked or the page closed, the key is lost and the certificate will be revoked.',
    lostText:
      'The private key is no longer in the station’s memory. Lock and open the station: the certificate will be revoked, and the person returns to the queue.',
    write: 'Write to the carrier',
    giveUp: 'Give up: wipe the key and revoke the certificate',
    queueTitle: 'Awaiting issue',
    person: 'Person',
    carrier: 'Serial number of the carrier',
    chooseCarrier: 'Choose a blank carrier',
    noCarriers: 'There are no blank carriers. Enter them into the list first.',
    toCarriers: 'List of carriers',
    passphrase: 'Passphrase of the carrier',
    passphraseHint: 'Just made. You may type your own: Latin letters and digits, at least 8 signs.',
    another: 'Make another one',
    issueOne: 'Issue the certificate and write to the carrier',
    issuing: 'Being issued and written',
    writtenTitle: (serial: string) => `The key was written to carrier No. ${serial} and read back`,
    shownOnce:
      'The passphrase is shown only here and stored nowhere. Write it down and hand it over apart from the carrier.',
    noted: 'The passphrase is noted',
    emptyTitle: 'The queue is empty',
    emptyText: 'Approved applications come here. Consider the persons on the letters.',
    manyTitle: 'Write many into a folder',
    manyText:
      'A file for each carrier, named by its number, is written, read back and opened. The folder is no carrier: copy the files to their carriers and have those read in the list of carriers; none is handed over before. The station does not lock by itself until the work ends.',
    next: 'Now copy each file to the carrier that it is named by, and read the carriers.',
    many: (count: number) => `Issue ${count} and write into a folder`,
    tooFew: (persons: number, carriers: number) =>
      `${persons} persons are chosen and there are ${carriers} blank carriers. Enter carriers, or choose fewer persons.`,
    noFolder: 'This browser writes no folders: write the carriers one by one.',
    done: (count: number, all: number) => `${count} of ${all} were written and read back`,
    file: 'File',
    savePassphrases: 'Save the passphrases apart (CSV)',
    passphrasesText:
      'The passphrases are in this table only. Save them elsewhere than the files, or write them down, then close the table.',
    closeTable: 'Close the table',
    chooseAll: 'Choose all',
    failedBefore: 'a key was lost before',
  },
  carriers: {
    title: 'Key carriers',
    lead: 'Each carrier holds one private key of one owner. Blank, written, handed over, returned: its whole way is here.',
    enterTitle: 'Enter blank carriers',
    lines: 'Serial numbers',
    linesHint:
      'One carrier to a line. Write the numbers of its blanks after a semicolon: KZ-0001; 000123 000124',
    kind: 'Kind',
    kinds: {
      token: 'token',
      'smart-card': 'smart card',
      'usb-medium': 'USB medium',
      disc: 'disc',
      other: 'other',
    },
    enter: (count: number) => `Enter ${count} carriers`,
    line: (n: number) => `Line ${n}`,
    emptyTitle: 'No carriers yet',
    emptyText: 'Before certificates are issued, enter blank carriers by their serial numbers.',
    serial: 'Serial number',
    state: 'State',
    states: {
      blank: 'blank',
      'awaiting-key': 'awaits its key',
      'in-folder': 'in a folder',
      written: 'written',
      'handed-over': 'handed over',
      returned: 'returned',
      destroyed: 'destroyed',
      lost: 'lost',
      'not-returned': 'not returned',
    },
    all: 'all',
    owner: 'Owner',
    blanks: 'Numbers of the blanks',
    certificate: 'Serial number of the certificate',
    oneTitle: (serial: string) => `Carrier No. ${serial}`,
    missing: 'There is no such carrier.',
    life: 'The carrier’s way',
    entered: 'Entered',
    assigned: 'Certificate issued',
    written: 'Key written',
    handed: 'Handed over',
    places: {
      carrier: 'to the carrier',
      folder: 'into a folder, to be moved to the carrier',
    },
    failure: (serial: string) => `The key did not arrive: certificate ${serial} was revoked`,
    endTitle: 'Come to its end',
    ends: {
      returned: 'Returned',
      destroyed: 'Destroyed',
      lost: 'Lost',
      'not-returned': 'Not returned',
    },
    note: 'Circumstances',
    noteHint: 'Why, in whose presence. May stay empty for one that was returned.',
    end: 'Record',
  },
  /** G-8: keys that were written into a folder, until they are on their carriers and nowhere else. */
  folder: {
    title: 'Keys written into a folder',
    text: (count: number) =>
      `Keys in a folder: ${count}. Copy each file to the carrier that it is named by, and read the carrier. Until then it is not handed over and does not stand in the journal of issue${formsCited('G-F3')}${cited('clause 8', 'G-8')}.`,
    readHint: 'Choose the carrier itself, or a folder that shows several of them. A carrier has one key.',
    read: 'Read the carriers',
    noFolder: 'This browser reads no folders: read each carrier on its own page.',
    result: (seen: number, all: number) => `${seen} of ${all} were read from their carriers`,
    outcome: 'What came of it',
    seen: 'read from the carrier',
    missing: 'its file was not found',
    why: {
      differs: 'another file than was written',
      'marked-folder': 'the file lies in the folder itself and was not copied to a carrier',
      'several-keys': 'several keys lie in one place, and a carrier has one',
      'two-places': 'this key lies in two places: delete the one too many',
      'needs-passphrase': 'it is opened by its passphrase: read it on the carrier’s page',
    },
    copiesTitle: 'Copies in the folder',
    copiesText: (count: number) =>
      `Keys that are on their carriers, and whose copies in the folder nobody confirmed as deleted: ${count}. Delete the files and show the folder: the station looks whether they are gone.`,
    look: 'Show the folder',
    stated: 'The folder is gone and can’t be shown',
    deleted: (count: number) => `Copies confirmed as deleted: ${count}`,
    left: 'These files are in the folder still. Delete them, and show the folder again.',
    oneTitle: 'Read from the carrier',
    oneText: 'The key was written into a folder. Copy its file to this carrier, and choose it there.',
    onePassphrase:
      'No digest of what was written was kept: the file is opened by its passphrase, and its key compared with the certificate.',
    readOne: 'Choose the file on the carrier',
    giveUpText: 'When the file is lost or damaged, the key reaches no carrier.',
    giveUp: 'Give the key up and revoke the certificate',
    seenAgain: 'Read from the carrier',
    copyDeleted: {
      looked: 'The folder was looked through: no copy is left',
      stated: 'The copy in the folder was said to be destroyed',
    },
  },
  handOver: {
    title: 'Handing over the paper copy and the carrier',
    get lead() {
      return `By special courier${cited('clause 9', 'G-9')}, or in person, only to an employee named by the body’s internal order${cited('clause 10', 'G-10')}.`;
    },
    emptyTitle: 'No carriers wait to be handed over',
    emptyText: 'Only carriers come here from which the key was read back.',
    inFolder: (count: number) =>
      `${count} more have their keys in a folder; they are not handed over before they were read from their carriers.`,
    body: 'Body',
    how: 'How it is handed over',
    ways: {
      courier: 'Special courier',
      'in-person': 'In person',
    },
    labels: {
      date: 'Date of handing over',
      courierName: 'Name of the courier',
      receiptNumber: 'Number of the receipt',
      orderNumber: 'Number of the internal order',
      orderDate: 'Date of the internal order',
      employeeName: 'Name of the employee',
      documentNumber: 'Number of the identity document',
      documentDate: 'Date of the document',
      documentIssuer: 'Issued by',
      way: 'How it is handed over',
    },
    act: (count: number) => `Record the handing over of ${count}`,
    done: (count: number) => `The handing over of ${count} carriers was recorded`,
    ofCertificate: 'Carrier and handing over',
    noCarrier: 'This certificate has no carrier.',
    courierText: (name: string, date: string, receipt: string) => `${name}, ${date}, receipt No. ${receipt}`,
    personText: (name: string, date: string, order: string, orderDate: string) =>
      `${name}, ${date}, internal order No. ${order} of ${orderDate}`,
  },
  today: {
    inFolder: (count: number) =>
      `Keys of ${count} carriers lie in a folder. Copy the files, and read the carriers.`,
    copies: (count: number) => `Copies in the folder that nobody confirmed as deleted: ${count}`,
    awaiting: (serial: string) =>
      `The key is not on carrier No. ${serial} yet: write it, it is lost when the station is locked`,
    failed: (number: string, name: string) =>
      `Application ${number}, ${name}: the key was lost before it reached its carrier, and the certificate was revoked. Issue anew.`,
  },
  forms: {
    get lead() {
      return byAct(
        'The forms of annex 2 of the order, word for word: empty ones from here, filled ones from the record’s page.',
        ({ en }) => `The forms of: ${en}. Empty ones from here, filled ones from the page of their record.`,
      );
    },
    names: {
      'G-F1': 'Application for production of registration certificates',
      'G-F1a': 'Annex to the application, one for each person',
      'G-F2': 'Registration certificate with its annex sheet',
      'G-F3': 'Journal of certificates issued',
      'G-F4': 'Application to revoke certificates',
      'G-F4a': 'Annex to the application to revoke, one for each person',
      'G-F5': 'Journal of certificates revoked',
    },
    papers: {
      get application() {
        return `Application${formsCited('G-F1')}, annexes${formsCited('G-F1a')}, notice of refusal`;
      },
      get certificate() {
        return `Registration certificate${formsCited('G-F2')}`;
      },
      get revocation() {
        return `Application to revoke${formsCited('G-F4')}, its annexes${formsCited('G-F4a')}, notice to the owner`;
      },
      crl: 'Cover letter of a CRL',
      get journals() {
        return `Journal of issue${formsCited('G-F3')}, journal of revocation${formsCited('G-F5')}`;
      },
    },
  },
};

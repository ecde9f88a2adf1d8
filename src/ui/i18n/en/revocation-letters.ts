import { cited } from './cited.ts';
import { formCited, formsCited } from '#ui/i18n/citing.svelte.ts';
import type { kk } from '#ui/i18n/kk/index.ts';

export const revocationLetters: typeof kk.revocationLetters = {
  get lead() {
    return `Cases of revocation${cited('clauses 12 to 15', 'G-12.1', 'G-12.2', 'G-13', 'G-14', 'G-15')}.`;
  },
  emptyText:
    'A case is opened here when there is a letter of a body, a court decision, or an error of our own.',
  get newLetter() {
    return `A body’s letter${formsCited('G-F4')}`;
  },
  newCase: 'Court decision or our own error',
  get courtHint() {
    return `that has entered into force${cited('clause 12, subclause 2', 'G-12.2')}`;
  },
  newCaseLead:
    'For its own persons a body writes a letter; here a court decision or an error of our own is registered.',
  sources: { letter: 'Letter of the body' },
  form: {
    title: 'Letter to revoke',
    lead: (days) =>
      `Form ${formCited('G-F4')}, with annex ${formCited('G-F4a')} for each person. The ${days} working days for the decision run from tomorrow${cited('clause 14', 'G-14')}.`,
    noBodiesTitle: 'This station has issued no certificate to any body yet',
    noBodiesText: 'There is nothing to revoke. A body first writes a letter for certificates.',
    toLetters: 'To the letters',
    letterTitle: 'Letter',
    personsTitle: 'Persons on the letter',
    chooseTitle: 'Certificates of this body that are in force',
    chooseText: 'Tick those that the letter names, or type their serial numbers: one to a line.',
    noneInForce: 'This body has no certificate in force.',
    add: (name) => `Add to the letter: ${name}`,
    numbersLabel: 'Serial numbers on the letter',
    addNumbers: 'Add the numbers',
    personTitle: (n) => `Person ${n}`,
    remove: (name) => `Take off the list: ${name}`,
    unknownOwner: 'not found in the register',
    labels: {
      bin: 'Body',
      bodyNumber: 'Number of the letter',
      bodyDate: 'Date of the letter',
      headName: 'First name and surname of the head',
      arrivedOn: 'Day on which the letter arrived',
      persons: 'List of persons',
      serialNumber: 'Serial number',
      issuedOn: 'Date of issue',
      identityDocument: 'Number and series of the passport or identity card, by whom and when given',
      address: 'Address',
      ground: 'Ground',
      reason: 'Reason, as on the annex',
      annexDate: 'Day on the annex',
      invalidityDate: 'Since when the key is not trusted',
      carrier: 'Key carrier',
      whyNotReturned: 'Why it is not attached',
    },
    dateHint: 'dd.mm.yyyy',
    annexDateHint: 'dd.mm.yyyy; when empty, the day of the letter',
    chooseBody: 'choose a body',
    carriers: { returned: 'attached to the letter', 'not-returned': 'not attached' },
    receive: 'Register the letter',
  },
  letter: {
    title: (number) => `Letter to revoke ${number}`,
    of: (number, date) => `${number}, ${date}`,
    heads: { owner: 'Who', ground: 'Ground', carrier: 'Carrier', state: 'State' },
    missing: 'There is no such letter. Go back to the list and choose again.',
    get paper() {
      return `Letter${formsCited('G-F4')}`;
    },
    annexes: (count) => `Annexes (${formCited('G-F4a')}, ${count})`,
    factsTitle: 'Letter',
    body: 'Body',
    received: 'Received',
    due: 'To be decided by',
    head: 'Signed by',
    decideTitle: 'Decision',
    confirm: (officer) =>
      `The letter and its annexes were compared with the register and are right: ${officer}`,
    revokeAll: (count) => `Revoke all (${count})`,
    revoking: 'Revoking certificates',
    revokedOf: (done, total) => `Revoked: ${done} of ${total}`,
    reviewTitle: 'Revoke certificates',
    reviewText: (count) =>
      `Certificates: ${count}. Each loses its effect in the second in which it is revoked. This can’t be undone.`,
    finally: 'Revoke for good',
    oneByOne: 'If one of them has to be refused, open that case.',
    notifyAll: (count) => `All were notified (${count})`,
  },
  notice: {
    title: 'Notice to the owner',
    due: (date) => `The owner has to be notified by ${date}${cited('clause 15', 'G-15')}.`,
    ways: { paper: 'on paper', 'e-mail': 'by e-mail', told: 'by word or by telephone' },
    legend: 'How the owner was notified',
    record: 'Record the notice',
    done: (way, at) => `${at}: notified ${way}`,
    late: 'late',
    none: 'owner not notified',
  },
  leaving: {
    title: 'Leaving the service',
    text: (days) =>
      `When an owner leaves or moves, the body gives notice of it, within ${days} days${cited('clause 13', 'G-13')}. The notice by itself ends no certificate: the body applies for that.`,
    legend: 'What happened',
    kinds: { left: 'left the service', moved: 'moved to another post' },
    leftOn: 'Day of leaving or moving',
    noticedOn: 'Day on which the notice came',
    writtenOn: 'Day on the notice',
    noticeNumber: 'Number of the notice',
    enter: 'Record the notice',
    add: 'Enter a notice',
    line: (kind, leftOn, noticedOn) => `${leftOn} ${kind}, notice of ${noticedOn}`,
    late: (dueOn) => `late: due by ${dueOn}`,
    inTime: 'in time',
    toLetter: 'Register the body’s letter',
  },
  carrier: {
    returned: 'attached to the letter',
    'not-returned': (why) => `not attached: ${why}`,
    unknown: 'not named',
  },
  today: {
    notice: (number, name) => `Notify the owner: case ${number}, ${name}`,
    left: (name, kind, on) => `${name}: ${on} ${kind}, the body’s letter is awaited`,
  },
  journals: {
    title: 'Journals',
    get lead() {
      return `The journals of issue${formsCited('G-F3')} and of revocation${formsCited('G-F5')} are made of the acts themselves: nothing is typed twice.`;
    },
    names: { 'G-F3': 'Journal of issue', 'G-F5': 'Journal of revocation' },
    choose: 'Journal',
    year: 'Year',
    allYears: 'all years',
    emptyTitle: 'The journal is empty',
    emptyText: {
      'G-F3': 'Its first line appears when the first carrier was written and read back.',
      'G-F5': 'Its first line appears when the first certificate is revoked.',
    },
    print: 'Print the journal',
    correct: 'Correct',
    correctRow: (n) => `Correct line ${n}`,
    correctTitle: (n) => `Correction to line ${n}`,
    correctText: 'What was written stays: the correction is added as a new line that names this one.',
    corrects: (n) => `corrects line ${n}`,
    correctedBy: (n) => `corrected by line ${n}`,
    reason: 'Why it is corrected',
    save: 'Record the correction',
    unchanged: 'What is not changed stays as it was.',
    heads: {
      bodyName: 'Name of the body',
      letter: 'Number and date of the letter',
      ownerName: 'Owner',
      issuedOn: 'Issued',
      carrierSerialNumber: 'Serial number of the carrier',
      serialNumberHex: 'Serial number of the certificate',
      blankNumbers: 'Numbers of blanks',
      term: 'Term',
      revokedOn: 'Revoked',
      ground: 'Ground, number and date of the letter',
      officer: 'Administrator',
    },
  },
};

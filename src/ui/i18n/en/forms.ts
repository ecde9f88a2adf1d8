import { byAct, formsCited } from '#ui/i18n/citing.svelte.ts';

export const forms = {
  get lead() {
    return byAct(
      'The forms of annex 3 of the order, word for word: empty ones from here, filled ones from the page of their record.',
      ({ en }) => `The forms of: ${en}. Empty ones from here, filled ones from the page of their record.`,
    );
  },
  emptyTitle: 'Empty forms',
  filledTitle: 'Filled papers',
  filledText:
    'A paper is printed from the record it speaks of. The same record gives the same file, byte for byte.',
  names: {
    'N-F1': 'Application of an individual for a registration certificate',
    'N-F2': 'Application of a legal entity for a registration certificate',
    'N-F3': 'Registration certificate',
    'N-F4': 'Application of an individual for revocation (annulment)',
    'N-F5': 'Application of a legal entity for revocation (annulment)',
  },
  papers: {
    get application() {
      return `Application${formsCited('N-F1', 'N-F2')}, receipt for documents, notice of refusal`;
    },
    get certificate() {
      return `Registration certificate${formsCited('N-F3')}`;
    },
    get revocation() {
      return `Application for revocation${formsCited('N-F4', 'N-F5')}, notice of revocation`;
    },
    crl: 'Cover letter of a CRL',
  },
  form: 'Form',
  name: 'Name',
  clause: 'Clause',
  where: 'Printed from',
  savePdf: 'Save PDF file',
  sendToPrinter: 'Print paper',
  previewEmpty: (form: string) => `Preview empty form ${form}`,
  outgoingTitle: 'Outgoing letters',
  outgoingText:
    'Notices of refusal and of revocation, cover letters of CRLs: number and date of a letter follow from the decision that it tells of.',
  outgoingJournal: 'Journal of outgoing letters',
  file: {
    saved: (name: string) => `“${name}” was written to the medium, read back and found the same.`,
    offered:
      'The browser has only offered a download, which we can’t read back. Move it to the medium and show it from there.',
    showAgain: 'Show the written file',
    failed: {
      'medium-full': 'The medium is full. The file is no good; take another medium and try again.',
      'not-writable': 'The medium can’t be written to. Take off its write protection and try again.',
      'read-back-differs':
        'What was read differs from what was written. Don’t use it; take another medium and try again.',
      'medium-gone': 'The medium was not found. Plug it in and try again.',
    },
  },
};

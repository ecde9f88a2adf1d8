/** What only the Root CA says (annex 1). */
import { cited } from './cited.ts';
import { byAct, formCited, formsCited } from '#ui/i18n/citing.svelte.ts';

export const root = {
  papersMissing: (count: string) => `Certificates whose paper original has no place recorded: ${count}`,
  applications: {
    lead: (days: number) =>
      `Applications of certification authorities: considered within ${days} working days${cited('clause 7', 'R-7')}.`,
    get emptyText() {
      return `Register an authority’s application${formsCited('R-F1')} together with its accreditation certificate.`;
    },
    searchLabel: 'Name of the authority or organisation, number of the application',
    heads: { applicant: 'Applying authority', due: 'To be decided by' },
    get formLead() {
      return `Application of a certification authority for its certificate, form ${formCited('R-F1')}${cited('clauses 5, 6', 'R-5', 'R-6')}.`;
    },
    applicantTitle: 'The applying certification authority',
    labels: {
      arrivedOn: 'Day of arrival',
      paperDate: 'Date on the application',
      scheme: 'Scheme of the certificate',
      region: 'Region',
      city: 'City',
      organisationName: 'Name of the organisation',
      organisationShortName: 'Short name of the organisation',
      authorityName: 'Name of the certification authority',
      authorityShortName: 'Short name of the certification authority',
      email: 'E-mail address',
      usageAreas: 'Area of use of the certificates',
      validityYears: 'Term of the certificate, years',
      headName: 'Name of the head',
      accreditationNumber: 'Number of the certificate',
      accreditationDate: 'Date of issue',
      accreditationIssuer: 'Issued by',
      accreditationValidUntil: 'Last day of its term',
    },
    schemeHint: 'As the application has it, for instance: X.509 v3, ECDSA P-256',
    shortNameHint:
      'This name goes into the certificate (CN) and is never cut. It is compared with the request.',
    validityHint: 'As the application has it, 1 to 30 years.',
    usageTitle: 'Use of the certificate',
    accreditationTitle: 'Accreditation certificate',
    presented: 'A notarised copy was presented',
    get notPresented() {
      return `Without it the application is registered and can’t be approved: the certificate is refused${cited('clause 10, subclause 1', 'R-10.1')}.`;
    },
    requestHint: 'Choose the authority’s PKCS#10 request on the medium, or drop it here.',
    compareWords: 'Ten words of the key. Read them to the applying authority on the telephone and compare:',
    due: (date: string) => `to be decided by ${date}`,
    decidedLate: (days: number) =>
      days === 1 ? 'Decided 1 working day late.' : `Decided ${days} working days late.`,
    requestMissing: 'No request file was presented',
  },
  findings: {
    'accreditation-presented': () => 'No copy of the accreditation certificate was presented.',
    'accreditation-in-force': (date: string) => `The accreditation certificate ended on ${date}.`,
    'term-within-root': (date: string) =>
      `The term asked for goes beyond the Root’s own: the certificate is given until ${date}.`,
  },
  sameOwner: 'A certificate of this authority is in force',
  pathLength: (asked: number | undefined) =>
    `authorities below: ${asked === undefined ? 'no bound' : String(asked)}; the certificate will have 0 (pathLen)`,
  attributes: { CN: 'Certification authority' },
  certificate: {
    answerName: 'Answer',
    answer: 'certificate, the Root’s certificate and CRL in one file',
    get subjectExplained() {
      return `Which certification authority’s key it is, exactly as form ${formCited('R-F2')} prints it.`;
    },
    get deliveryText() {
      return `The certificate is given on paper and as an electronic document; both are recorded${cited('clause 8', 'R-8')}.`;
    },
    deliveredWays: (count: number, all: number) => `Handed over: ${count} of ${all} ways`,
    recipientHint: 'Who received it, and by which document',
    samePerson: 'another certificate of the same authority',
    paper: {
      title: 'The paper original',
      get text() {
        return `In which folder and on which sheet the paper certificate lies${cited('clause 14', 'R-14')}.`;
      },
      folder: 'Folder',
      sheet: 'Sheet',
      record: 'Record the place',
      place: (folder: string, sheet: string) => `folder ${folder}, sheet ${sheet}`,
      none: 'the place is not recorded',
    },
    accreditation: {
      title: 'Accreditation',
      until: (date: string) => `until ${date}`,
      ended: (date: string) =>
        `ended on ${date}: the certificate is to be revoked${cited('clause 11, subclause 3', 'R-11.3')}`,
      text: 'When the authority presents a new accreditation certificate, record it: its term is watched from then on.',
      record: 'Record the new certificate',
    },
    revokeEnded: 'The accreditation has ended: revoke',
  },
  register: { searchLabel: 'Name of the authority or organisation, serial number, No.', region: 'Place' },
  revocation: {
    get lead() {
      return `Cases of revocation (annulment) of authorities’ certificates${cited('clauses 11 to 13', 'R-11.1', 'R-11.2', 'R-11.3', 'R-11.4', 'R-12', 'R-13')}.`;
    },
    emptyText:
      'A case is opened by an application, a liquidation notice, the end of accreditation or a court.',
    chooserLabel: 'Name of the authority or organisation, serial number or No.',
    severalTitle: (count: number) => `This authority has ${count} more certificates in force`,
    kinds: {
      application: {
        label: 'Application of the authority',
        get hint() {
          return `form ${formCited('R-F3')}${cited('clause 11, subclause 1', 'R-11.1')}`;
        },
      },
      liquidation: {
        label: 'Notice of liquidation',
        get hint() {
          return `the authority gave notice that it is being liquidated${cited('clause 11, subclause 2', 'R-11.2')}`;
        },
      },
      accreditation: {
        label: 'The accreditation has ended',
        get hint() {
          return `the last day of the accreditation certificate is over${cited('clause 11, subclause 3', 'R-11.3')}`;
        },
      },
      court: {
        label: 'Court decision',
        get hint() {
          return `in legal force${cited('clause 11, subclause 4', 'R-11.4')}`;
        },
      },
      office: {
        label: 'The office’s own error',
        hint: 'a ground beyond the order: an officer states it in writing',
      },
    },
    labels: {
      birthDate: 'Date of birth',
      address: 'Address of the legal entity',
      reason: 'Reason for the revocation',
      authorityName: 'Name of the certification authority',
      validUntil: 'Last day of the certificate’s term',
      headName: 'Name of the head',
      noticeNumber: 'Number of the notice',
      noticeDate: 'Date of the notice',
    },
    accreditationText: (number: string, date: string) =>
      `Last day of accreditation certificate No. ${number}: ${date}. The period for revoking runs from the day after.`,
    sources: {
      liquidation: 'notice of liquidation',
      accreditation: 'end of the accreditation',
    },
  },
  crl: {
    get lead() {
      return `The official notice of a revocation is its publication in the CRL${cited('clause 13', 'R-13')}.`;
    },
  },
  forms: {
    get lead() {
      return byAct(
        'The forms of annex 1 of the order, word for word: empty ones from here, filled ones from the page of their record.',
        ({ en }) => `The forms of: ${en}. Empty ones from here, filled ones from the page of their record.`,
      );
    },
    names: {
      'R-F1': 'Application of a certification authority for a registration certificate',
      'R-F2': 'Registration certificate, with its annex sheet',
      'R-F3': 'Application for revocation (annulment) of a registration certificate',
    },
    papers: {
      get application() {
        return `Application${formsCited('R-F1')}, receipt for documents, notice of refusal`;
      },
      get certificate() {
        return `Registration certificate${formsCited('R-F2')}`;
      },
      get revocation() {
        return `Application for revocation${formsCited('R-F3')}, notice of revocation`;
      },
      crl: 'Cover letter of a CRL',
    },
  },
};

/** What only the Root CA says (annex 1). */
export const root = {
  papersMissing: (count: string) => `Certificates whose paper original has no place recorded: ${count}`,
  applications: {
    lead: (days: number) =>
      `Applications of certification authorities: considered within ${days} working days (clause 7).`,
    emptyText: 'Register an authority’s application (R-F1) together with its accreditation certificate.',
    searchLabel: 'Name of the authority or organisation, number of the application',
    heads: { applicant: 'Applying authority', due: 'To be decided by' },
    formLead: 'Application of a certification authority for its certificate, form R-F1 (clauses 5, 6).',
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
    notPresented:
      'Without it the application is registered and can’t be approved: the certificate is refused by clause 10, subclause 1.',
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
    subjectExplained: 'Which certification authority’s key it is, exactly as form R-F2 prints it.',
    deliveryText:
      'The certificate is given on paper and as an electronic document; both are recorded (clause 8).',
    deliveredWays: (count: number, all: number) => `Handed over: ${count} of ${all} ways`,
    recipientHint: 'Who received it, and by which document',
    samePerson: 'another certificate of the same authority',
    paper: {
      title: 'The paper original',
      text: 'In which folder and on which sheet the paper certificate lies (clause 14).',
      folder: 'Folder',
      sheet: 'Sheet',
      record: 'Record the place',
      place: (folder: string, sheet: string) => `folder ${folder}, sheet ${sheet}`,
      none: 'the place is not recorded',
    },
    accreditation: {
      title: 'Accreditation',
      until: (date: string) => `until ${date}`,
      ended: (date: string) => `ended on ${date}: the certificate is to be revoked (clause 11, subclause 3)`,
      text: 'When the authority presents a new accreditation certificate, record it: its term is watched from then on.',
      record: 'Record the new certificate',
    },
    revokeEnded: 'The accreditation has ended: revoke',
  },
  register: { searchLabel: 'Name of the authority or organisation, serial number, No.', region: 'Place' },
  revocation: {
    lead: 'Cases of revocation (annulment) of authorities’ certificates: clauses 11 to 13.',
    emptyText:
      'A case is opened by an application, a liquidation notice, the end of accreditation or a court.',
    chooserLabel: 'Name of the authority or organisation, serial number or No.',
    severalTitle: (count: number) => `This authority has ${count} more certificates in force`,
    kinds: {
      application: { label: 'Application of the authority', hint: 'form R-F3 (clause 11, subclause 1)' },
      liquidation: {
        label: 'Notice of liquidation',
        hint: 'the authority gave notice that it is being liquidated (clause 11, subclause 2)',
      },
      accreditation: {
        label: 'The accreditation has ended',
        hint: 'the last day of the accreditation certificate is over (clause 11, subclause 3)',
      },
      court: { label: 'Court decision', hint: 'in legal force (clause 11, subclause 4)' },
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
  crl: { lead: 'The official notice of a revocation is its publication in the CRL (clause 13).' },
  forms: {
    lead: 'The forms of annex 1 of the order, word for word: empty ones from here, filled ones from the page of their record.',
    names: {
      'R-F1': 'Application of a certification authority for a registration certificate',
      'R-F2': 'Registration certificate, with its annex sheet',
      'R-F3': 'Application for revocation (annulment) of a registration certificate',
    },
    papers: {
      application: 'Application (R-F1), receipt for documents, notice of refusal',
      certificate: 'Registration certificate (R-F2)',
      revocation: 'Application for revocation (R-F3), notice of revocation',
      crl: 'Cover letter of a CRL',
    },
  },
};

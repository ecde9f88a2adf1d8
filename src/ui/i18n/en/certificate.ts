import { cited } from './cited.ts';

export const certificate = {
  title: (number: number) => `Registration certificate No. ${number}`,
  factsTitle: 'In the register',
  fieldsTitle: 'Fields of the certificate',
  critical: 'critical: a program that does not understand it rejects the certificate',
  life: {
    label: 'Life of the certificate',
    points: {
      applied: 'Applied',
      examined: 'Examined',
      decided: 'Decided',
      issued: 'Issued',
      delivered: 'Handed over',
      revoked: 'Revoked',
      listed: 'First CRL',
      ends: 'End of term',
      kept: 'Kept until',
    },
    states: {
      done: 'done',
      ahead: 'ahead',
      notDelivered: 'not handed over yet',
      notListed: 'in no CRL yet',
    },
  },
  recoveredText:
    'Signed by this authority and missing from its register: taken from its file. Its application and decision are not in the register.',
  facts: {
    recovered: 'Taken in from outside',
    takenIn: 'Taken into the register',
    owner: 'Owner',
    organisation: 'Organisation',
    term: 'Validity period',
    serialNumber: 'Serial number',
    fingerprint: 'SHA-256 fingerprint',
    application: 'Application',
    issued: 'Issued',
    delivered: 'Handed over',
    revoked: 'Revoked',
    firstCrl: 'First CRL',
  },
  papersTitle: 'Papers',
  paperName: 'Registration certificate',
  filesTitle: 'Files',
  files: {
    'tlog-proof':
      'proof that the certificate stands in the log (C2SP tlog-proof), checked without our program',
    cer: 'the certificate itself, DER',
    pem: 'the same as text',
    p7b: 'with the certificates of its issuer',
    eml: 'a message to the owner, ready to send',
  },
  deliveryTitle: 'Handing over',
  get deliveryText() {
    return `Record it when the message was sent or the paper was handed over${cited('clause 7', 'N-7')}.`;
  },
  deliveredAlready: 'It is recorded. If it is handed over again, record that too.',
  wayLabel: 'How it was handed over',
  ways: {
    'e-mail': 'by e-mail',
    paper: 'on paper',
    medium: 'as an electronic document, on a medium',
    courier: 'by special courier',
    'in-person': 'in person, to the body’s employee',
  },
  recipientLabel: 'Who received it',
  recipientHint: 'Name, and by which identity document',
  recordDelivery: 'Record the handing over',
  actsTitle: 'What may come next',
  relations: {
    renewal: {
      act: 'Renew',
      text: 'The same key and data, a new term. The old one stays in force to its own end.',
    },
    're-keying': {
      act: 'Re-key',
      text: 'The same data, a new key. The old one stays in force to its own end.',
    },
    replacement: {
      act: 'Replace',
      text: 'The moment the new one is issued, this certificate is revoked.',
    },
  },
  revoke: { act: 'Revoke certificate', text: 'Its effect ends and nothing is issued in its place.' },
  raise: {
    act: 'Change the reason',
    text: 'If the key turns out to be compromised after the revocation: its date stays, only the reason changes.',
  },
  relatedTitle: 'Related certificates',
  relationBefore: {
    renewal: 'renewed by this certificate',
    're-keying': 're-keyed by this certificate',
    replacement: 'replaced by this certificate',
  },
  relationAfter: {
    renewal: 'renews this certificate',
    're-keying': 're-keys this certificate',
    replacement: 'replaces this certificate',
  },
  samePerson: 'another certificate of the same person',
  history: {
    title: 'History',
    when: 'When',
    what: 'What was done',
    who: 'By whom',
  },
  fields: {
    version: { label: 'Version', explained: 'The format: version of the X.509 standard.' },
    serialNumber: {
      label: 'Serial number',
      explained: 'Never repeated among this authority’s certificates; a CRL names the certificate by it.',
    },
    signature: {
      label: 'Signature algorithm',
      explained: 'The algorithm by which the authority signed the certificate.',
    },
    issuer: { label: 'Issuer', explained: 'The certification authority that issued it.' },
    validity: {
      label: 'Validity period',
      explained: 'The first and the last second in which it may be relied on.',
    },
    subject: { label: 'Subject', explained: 'Whose key it is, exactly as the paper form prints it.' },
    publicKey: {
      label: 'Public key',
      explained: 'It verifies the owner’s signature; the private half is with the owner alone.',
    },
    publicKeyValue: { label: 'Value of the key', explained: 'The public key itself, in hexadecimal.' },
    authorityKeyIdentifier: {
      label: 'Issuer’s key identifier',
      explained: 'Which of the authority’s keys signed it.',
    },
    subjectKeyIdentifier: {
      label: 'Owner’s key identifier',
      explained: 'A short mark of the key that tells it from others.',
    },
    keyUsage: {
      label: 'Key usage',
      explained: 'What may be done with the key; it is no good for anything else.',
    },
    extKeyUsage: {
      label: 'Extended key usage',
      explained: 'In which programs, and who the owner is: an individual, or acting for a legal entity.',
    },
    basicConstraints: {
      label: 'Basic constraints',
      explained: 'Whether other certificates may be signed with this key.',
    },
    subjectAltName: {
      label: 'Alternative name',
      explained: 'Mail programs recognise the certificate by this address.',
    },
    certificatePolicies: {
      label: 'Certificate policy',
      explained: 'By which rules it was issued and where their text is.',
    },
    crlDistributionPoints: {
      label: 'Address of the CRL',
      explained: 'Where one looks whether it has been revoked.',
    },
    authorityInfoAccess: {
      label: 'Address of the issuer’s certificate',
      explained: 'Where the authority’s own certificate is found.',
    },
    otherExtension: { label: 'Other extension', explained: 'This program does not know its meaning.' },
    signatureValue: {
      label: 'Issuer’s signature',
      explained: 'Over everything above: if a single letter changed, it would not hold.',
    },
  },
  keyUsages: {
    digitalSignature: 'electronic signature',
    nonRepudiation: 'non-repudiation',
    keyEncipherment: 'encryption of keys',
    keyCertSign: 'signing certificates',
    cRLSign: 'signing CRLs',
  },
  purposes: {
    emailProtection: 'signing mail and documents',
    clientAuth: 'logging in to information systems',
    kzIndividual: 'the owner is an individual',
    kzLegalEntity: 'on behalf of a legal entity',
  },
};

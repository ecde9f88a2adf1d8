/** Words of an application to revoke. */
import { cited } from './cited.ts';
import { formsCited } from '#ui/i18n/citing.svelte.ts';
import type { revocationApplication as kk } from '#ui/i18n/kk/revocation-application.ts';

export const revocationApplication: typeof kk = {
  labels: {
    arrivedOn: 'Day on which the paper arrived',
    writtenOn: 'Day on the application',
    representativeName: 'Representative’s surname, given name, patronymic',
    representativeIin: 'Representative’s IIN',
    powerNumber: 'Number of the power of attorney',
    powerDate: 'Date of the power of attorney',
    powerUntil: 'Last day of the power of attorney',
    powerIssuer: 'Who gave the power of attorney',
  },
  headOfEntity: 'Name and surname of the head',
  arrivedHint: 'dd.mm.yyyy; the period for the decision runs from the day after',
  appliedByLegend: 'Who applies',
  appliedBy: {
    owner: 'The owner of the certificate',
    representative: 'A representative, by power of attorney',
  },
  representative: 'Representative',
  power: (number, date, until, issuer) =>
    `power of attorney No. ${number} of ${date}; last day ${until}; given by ${issuer}`,
  arrived: 'Arrived',
  written: 'Day on the paper',
  enteredLate: (days) => `entered ${days} days after it arrived`,
  readAt: 'File read and verified',
  verifiedAt: 'Verified again on registration',
  overtakenBy: (number) => `closed by case ${number}`,
  replacedBy: 'Certificate issued in its place',
  forReplacement: (number) =>
    `confirmed for the replacement of application ${number}; decided as the new certificate is issued`,
  replacement: {
    title: 'Application to revoke the old certificate',
    text: (number) =>
      `A replacement asks for two applications: to revoke certificate No. ${number}, and to issue the new one. As the new one is issued the old one is revoked on its application’s ground; this can’t be undone.`,
    missing: 'No application to revoke the old certificate is registered yet.',
    register: 'Register the application to revoke',
    found: (number) => `The application is registered, case ${number}`,
    carrier: 'Carrier',
    confirm: (officer) => `The application to revoke is filled in correctly and was compared: ${officer}`,
    act: 'Confirm for the replacement',
    confirmed: 'The application to revoke is confirmed for this replacement.',
  },
  file: {
    title: 'Application to be signed',
    get lead() {
      return `A file for whoever applies electronically: the applicant signs it${cited('clause 10', 'N-10')}.`;
    },
    open: 'Make the file of an electronic application',
    formLegend: 'Form of the application',
    forms: {
      get 'N-F4'() {
        return `of an individual${formsCited('N-F4')}`;
      },
      get 'N-F5'() {
        return `of a legal entity${formsCited('N-F5')}`;
      },
    },
    make: 'Make the file',
    textTitle: 'Text of the file',
    save: 'Save the file (.txt)',
    saved: 'The file is saved.',
    howTitle: 'How to sign it',
    how: 'Sign the text unchanged with your own key and certificate as CMS (SignedData), with the text inside. With OpenSSL:',
    then: 'Bring the .p7m file to this station and take it in on the page “New revocation”. What is registered is this very text.',
  },
};

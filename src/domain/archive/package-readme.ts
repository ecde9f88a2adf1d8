/** `README.txt` of an archive package: how it is opened and checked in many years, without this program. */
import type { LegalAct } from '#domain/authority/legal-act.ts';

export interface ReadmeFacts {
  readonly number: number;
  readonly commonName: string;
  readonly madeOn: string;
  /** The act whose rules it was kept by. */
  readonly act: Pick<LegalAct, 'number'>;
  readonly archiveClause: string;
  readonly years: number;
}

const commands = `  age -d -i identity.txt package.zip.age > package.zip
  unzip -t package.zip ; unzip package.zip -d package ; cd package
  sha256sum -c SHA256SUMS
  openssl cms -verify -binary -purpose any -inform DER -in manifest.json.p7s \\
    -content manifest.json -CAfile authority/station.pem -out manifest.checked.json
  openssl x509 -inform DER -in certificates/<serial number>.cer -noout -text
  openssl verify -partial_chain -no_check_time -CAfile authority/ca.pem certificates/<serial number>.cer
  openssl crl -inform DER -in crls/<number>.crl -noout -text -CAfile authority/ca.pem
`;

const files = `  index.csv  applications.csv  crls.csv
  certificates/*.cer  crls/*.crl  crls/*.head.json(.p7s)  scans/*.age  forms/*.pdf  journals/*.csv
  records/*.jsonl  audit.jsonl  authority/ca.cer  authority/ca.pem  authority/chain.pem  authority/station.pem
  SHA256SUMS  manifest.json  manifest.json.p7s
`;

export function packageReadme({
  number,
  commonName,
  madeOn,
  act,
  archiveClause,
  years,
}: ReadmeFacts): string {
  return `${kazakh()}\n${russian()}\n${english()}\n${files}\n${commands}`;

  function kazakh(): string {
    return `ҚАЗАҚША
${commonName}. № ${number} мұрағат пакеті, ${madeOn}. Бұйрық: № ${act.number}, ${archiveClause}; сақтау мерзімі ${years} жыл.

Тасымалдағыштағы файл тұтасымен age пішімінде қызметкерлерге және қалпына келтіру сөздеріне шифрланған: ашық
күйінде одан тек файлдың аты мен көлемі көрінеді. Ішіндегі ZIP шифрланбаған, тек scans бумасындағы
сканерленген көшірмелер өз алдына шифрланған (age, сол сөздермен немесе станцияның көшірмелер кілтімен
ашылады). index.csv — куәліктердің тізімі, applications.csv — бас тартылған өтініштер, crls.csv — КТКТ.
records бумасындағы әр жолдың SHA-256 хэш-мәні audit.jsonl ішіндегі «digest» мәніне тең. manifest.json файлына
станция қол қойған. Тасымалдағыштағы файлдың SHA-256 хэш-мәнін қағаз актімен салыстырыңыз.
`;
  }

  function russian(): string {
    return `ПО-РУССКИ
${commonName}. Архивный пакет № ${number}, ${madeOn}. Приказ № ${act.number}, ${archiveClause}; срок хранения, лет: ${years}.

Файл на носителе целиком зашифрован в формате age для сотрудников и для слов восстановления: открыто видны
только имя и размер файла. ZIP внутри не зашифрован, кроме сканированных копий в папке scans: они зашифрованы
отдельно (age, открываются теми же словами или ключом копий станции). index.csv — список свидетельств,
applications.csv — заявления, по которым отказано, crls.csv — СОРС. SHA-256 каждой строки в папке records равен
значению «digest» в audit.jsonl. Файл manifest.json подписан станцией. Хэш-значение SHA-256 файла на носителе
сверьте с бумажным актом.
`;
  }

  function english(): string {
    return `IN ENGLISH
${commonName}. Archive package No. ${number}, ${madeOn}. Order No. ${act.number}, ${archiveClause}; years of keeping: ${years}.

The file on the medium is encrypted as a whole, in the age format, to the officers and to the recovery words: only
its name and size are in clear. The ZIP inside is not encrypted, except for the scans in the folder scans: each of
them is encrypted by itself (age; the same words or the station's key for scans open it). index.csv lists the
certificates, applications.csv the applications that were refused, crls.csv the CRLs. The SHA-256 of each line in
the folder records is the "digest" in audit.jsonl. The station signed manifest.json. Compare the SHA-256 of the file
on the medium with the paper statement.
`;
  }
}

/** `README.txt` of a package between stations: how it is opened and checked without this program. */
export interface PackageReadmeFacts {
  readonly number: number;
  readonly madeAt: string;
  readonly sender: string;
}

const commands = `  age -d -i station.txt package.tirkelim > package.zip
  unzip -t package.zip ; unzip package.zip -d package ; cd package
  openssl cms -verify -binary -purpose any -inform DER -in manifest.json.p7s \\
    -content manifest.json -CAfile station.pem -out manifest.checked.json
  openssl x509 -in station.pem -noout -fingerprint -sha256
  sha256sum items/* scans/*
`;

export function exchangeReadme({ number, madeAt, sender }: PackageReadmeFacts): string {
  return `ҚАЗАҚША
Станциялар арасындағы № ${String(number)} пакет, ${madeAt}. Файл age пішімінде қабылдаушы станцияның кілтіне шифрланған
(station.txt — кілттердің сақтық көшірмесіндегі scans-1.age файлының мазмұны). manifest.json файлына жіберуші станция
қол қойған, онда әр файлдың SHA-256 хэш-мәні бар. Станция сертификатының хэш-мәні:
${sender}

ПО-РУССКИ
Пакет № ${String(number)} между станциями, ${madeAt}. Файл зашифрован в формате age ключу принимающей станции
(station.txt — содержимое файла scans-1.age из резервной копии ключей). Файл manifest.json подписан станцией-отправителем,
в нём есть SHA-256 каждого файла. Хэш-значение сертификата станции:
${sender}

IN ENGLISH
Package No. ${String(number)} between stations, ${madeAt}. The file is encrypted in the age format to the receiving station's key
(station.txt is what scans-1.age of the key backup holds). The sending station signed manifest.json, which has the SHA-256 of each
file. Digest of the station's certificate:
${sender}

${commands}`;
}

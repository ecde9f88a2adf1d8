/** What lies beside an exported log; `tests/interop/exported-log.test.ts` runs it word for word. */
export const logReadMe = `Tirkelim: the log
=================
log.jsonl       one record a line, in canonical form (RFC 8785); the last record of each commit is signed
officers/       the officers' public keys (P-256), by the id that stands as "officer" in a record
station.pem     the station's certificate
heads/          the log's end as the station signed it beside each CRL, by the CRL's number
check.py        checks hashes and signatures of log.jsonl with Python's own library and OpenSSL

"hash" is the SHA-256 of the record without "hash", "writes" and "signature"; "payloadDigest" that of "writes". "previous" is the
hash of the record before, 64 zeros in the first. "signature" is base64 of r and s, 32 octets each, over the octets of "hash".

  python3 check.py
  openssl x509 -in station.pem -noout -fingerprint -sha256
  openssl cms -verify -binary -purpose any -inform DER -in heads/<number>.json.p7s -content heads/<number>.json -CAfile station.pem -out head.json

Compare the fingerprint with the one that is kept on paper or came with an archive package: a forger would have put his own
certificate here. The keys of officers are as good as the record of their coming in, which the log has too. The head that
is verified names "seq" and "hash" of a record, which has to stand in log.jsonl.
`;

export const checkProgram = `import base64, hashlib, json, subprocess, sys


def sha256(value):
    text = json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    return hashlib.sha256(text.encode('utf-8')).hexdigest()


def integer(octets):
    octets = octets.lstrip(b'\\0') or b'\\0'
    octets = b'\\0' + octets if octets[0] > 127 else octets
    return b'\\2' + bytes([len(octets)]) + octets


previous, signatures = '0' * 64, 0
for number, line in enumerate(open('log.jsonl', encoding='utf-8', newline='\\n'), 1):
    record = json.loads(line)
    hashed = {name: value for name, value in record.items() if name not in ('hash', 'writes', 'signature')}
    right = [number, previous, sha256(hashed), sha256(record['writes'])]
    if [record[name] for name in ('seq', 'previous', 'hash', 'payloadDigest')] != right:
        sys.exit('record %d was changed' % number)
    previous = record['hash']
    if 'signature' in record:
        octets = base64.b64decode(record['signature'])
        numbers = integer(octets[:32]) + integer(octets[32:])
        open('signature.der', 'wb').write(b'0' + bytes([len(numbers)]) + numbers)
        open('hash.bin', 'wb').write(bytes.fromhex(previous))
        key = 'officers/%s.pem' % record['officer']
        words = ['openssl', 'dgst', '-sha256', '-verify', key, '-signature', 'signature.der', 'hash.bin']
        if subprocess.run(words, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit('the signature of record %d does not hold' % number)
        signatures += 1
print('%d records, %d signatures, the last hash is %s' % (number, signatures, previous))
`;

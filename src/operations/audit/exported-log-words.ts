/** What lies beside an exported log; `tests/interop/exported-log.test.ts` runs it word for word. */
export const logReadMe = `Tirkelim: the log
=================
log.jsonl       one record a line, in canonical form (RFC 8785); the last record of each commit is signed
officers/       the officers' public keys (P-256), by the id that stands as "officer" in a record
station.pem     the station's certificate; station-key.pem the key in it
statement.json  what the station says of itself, signed by its key (statement.txt has the signature): its officers' keys among it
chain/          who changed the officers, link by link from the set-up, as signed: <number>.json the link, <number>.txt its signatures
heads/          the log's end as the station signed it beside each CRL, by the CRL's number
checkpoint      how many records the log has and the root of the tree over them (RFC 6962), signed (c2sp.org/tlog-checkpoint);
                vkey.txt is the key that verifies it, tile/ the tree and its entries (c2sp.org/tlog-tiles)
checkpoints/    the same as of each CRL, by its number; each has to be a beginning of this log
check.py        checks hashes and signatures of log.jsonl with Python's own library and OpenSSL, and the root of the checkpoint

"hash" is the SHA-256 of the record without "hash", "writes" and "signature"; "payloadDigest" that of "writes". "previous" is the
hash of the record before, 64 zeros in the first. "signature" is base64 of r and s, 32 octets each, over the octets of "hash": by the
officer's key, and by the station's in records of "station". While the station is open by its recovery words it is by the key that the
newest link of that time names for them ("wordsSpki"), and by the station's where it names none.

  python3 check.py
  openssl x509 -in station.pem -noout -fingerprint -sha256
  openssl cms -verify -binary -purpose any -inform DER -in heads/<number>.json.p7s -content heads/<number>.json -CAfile station.pem -out head.json

Compare the fingerprint with the one that is kept on paper or came with an archive package: a forger would have put his own
certificate here. The keys of officers stand in the station's statement, which check.py holds them against. A link is signed by officers
whom the link before it names, the first one by the founder; a line of its signatures says whose ("officer <id>", "words", "station").
That the first link is the set-up's, the station's own secrets know, and not this file. The head that
is verified names "seq" and "hash" of a record, which has to stand in log.jsonl, and has the checkpoint and its key in it: that is
what says whose vkey.txt is. An entry of the tree is the line of a record without "writes". Go's golang.org/x/mod/sumdb/note
and /tlog read all of it; a log without "checkpoint" was saved while the station was locked, before its first CRL.
`;

export const checkProgram = `import base64, glob, hashlib, json, os, subprocess, sys


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode('utf-8')


def sha256(value):
    return hashlib.sha256(canonical(value)).hexdigest()


def integer(octets):
    octets = octets.lstrip(b'\\0') or b'\\0'
    octets = b'\\0' + octets if octets[0] > 127 else octets
    return b'\\2' + bytes([len(octets)]) + octets


def verify(key, signature, octets, what):
    rs = base64.b64decode(signature)
    numbers = integer(rs[:32]) + integer(rs[32:])
    open('signature.der', 'wb').write(b'0' + bytes([len(numbers)]) + numbers)
    open('signed.bin', 'wb').write(octets)
    words = ['openssl', 'dgst', '-sha256', '-verify', key, '-signature', 'signature.der', 'signed.bin']
    if subprocess.run(words, stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit('the signature of %s does not hold' % what)


def holds(key, signature, octets):
    try:
        verify(key, signature, octets, '')
    except SystemExit:
        return False
    return True


def pem_of(spki):
    open('key.pem', 'w').write('-----BEGIN PUBLIC KEY-----\\n%s\\n-----END PUBLIC KEY-----\\n' % spki)
    return 'key.pem'


def keys_of_words(time):
    known = [link for link in links if link['at'] < time][-1:] + [link for link in links if link['at'] == time]
    return [link.get('wordsSpki') for link in known] or [None]


def root(hashes):
    while len(hashes) > 1:
        pairs = [hashes[i:i + 2] for i in range(0, len(hashes), 2)]
        hashes = [hashlib.sha256(b'\\1' + p[0] + p[1]).digest() if len(p) == 2 else p[0] for p in pairs]
    return hashes[0] if hashes else hashlib.sha256(b'').digest()


def verify_note(name, key):
    text, _, signature = open(name, encoding='utf-8').read().partition('\\n\\n')
    pem = base64.b64encode(bytes.fromhex('302a300506032b6570032100') + key).decode()
    open('log-key.pem', 'w').write('-----BEGIN PUBLIC KEY-----\\n%s\\n-----END PUBLIC KEY-----\\n' % pem)
    open('signed.bin', 'wb').write((text + '\\n').encode('utf-8'))
    open('signature.bin', 'wb').write(base64.b64decode(signature.split()[-1])[4:])
    words = ['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', 'log-key.pem', '-rawin',
             '-in', 'signed.bin', '-sigfile', 'signature.bin']
    if subprocess.run(words, stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit('the signature of %s does not hold' % name)
    return text.split('\\n')[1:3]


if os.path.exists('statement.json'):
    text = open('statement.json', 'rb').read()
    verify('station-key.pem', open('statement.txt').read(), text, 'the statement')
    for officer in json.loads(text)['officers']:
        pem = ''.join(open('officers/%s.pem' % officer['id']).read().splitlines()[1:-1])
        if pem != officer['signingSpki']:
            sys.exit('the key of officer %s is not the stated one' % officer['id'])
links = []
for name in sorted(glob.glob('chain/*.json')):
    octets = open(name, 'rb').read()
    link, before = json.loads(octets), links[-1] if links else None
    if link['previous'] != (before['digest'] if before else '0' * 64):
        sys.exit('%s does not follow' % name)
    link['digest'] = hashlib.sha256(octets).hexdigest()
    named = before or link
    for line in open(name[:-4] + 'txt').read().splitlines():
        who, signature = line.rsplit(' ', 1)
        keys = {'officer ' + each['id']: each['signingSpki'] for each in named['officers']}
        keys.update({'words': named.get('wordsSpki'), 'station': named['stationSpki']})
        verify(pem_of(keys[who]), signature, octets, name)
    links.append(link)
if links and json.load(open('statement.json', encoding='utf-8')).get('link') != links[-1]['digest']:
    sys.exit('the statement is of another chain')
previous, signatures, words_of, leaves = '0' * 64, 0, None, []
for number, line in enumerate(open('log.jsonl', encoding='utf-8', newline='\\n'), 1):
    record = json.loads(line)
    hashed = {name: value for name, value in record.items() if name not in ('hash', 'writes', 'signature')}
    right = [number, previous, sha256(hashed), sha256(record['writes'])]
    if [record[name] for name in ('seq', 'previous', 'hash', 'payloadDigest')] != right:
        sys.exit('record %d was changed' % number)
    previous = record['hash']
    entry = canonical({name: value for name, value in record.items() if name != 'writes'})
    leaves.append(hashlib.sha256(b'\\0' + entry).digest())
    officer = record['officer']
    if record['act'] == 'station-opened':
        words_of = officer if record['subjects'][1:] == ['recovery-words'] else None
    if 'signature' in record:
        hashes, what = bytes.fromhex(previous), 'record %d' % number
        if officer != words_of:
            key = 'station-key.pem' if officer == 'station' else 'officers/%s.pem' % officer
            verify(key, record['signature'], hashes, what)
        else:
            keys = keys_of_words(record['time'])
            if not any(holds(pem_of(spki) if spki else 'station-key.pem', record['signature'], hashes) for spki in keys):
                sys.exit('the signature of %s does not hold' % what)
        signatures += 1
    if record['act'] == 'station-locked':
        words_of = None
if os.path.exists('vkey.txt'):
    key = base64.b64decode(open('vkey.txt').read().split('+', 2)[2])[1:]
    for name in ['checkpoint'] + glob.glob('checkpoints/*'):
        size, tree = verify_note(name, key)
        if int(size) > len(leaves) or base64.b64decode(tree) != root(leaves[:int(size)]):
            sys.exit('%s is of another log' % name)
print('%d records, %d signatures, the last hash is %s' % (number, signatures, previous))
`;

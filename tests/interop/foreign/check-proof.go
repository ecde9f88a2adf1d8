// check-proof VKEY PROOF checks a .tlog-proof (c2sp.org/tlog-proof@v1) with the readers of Go's checksum database: note.Open for
// the checkpoint, tlog.CheckRecord for the way from the record, which is the proof's own extra, to the root. One line says what was
// proven; the status is 1 on any doubt.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	key, err := note.NewVerifier(strings.TrimSpace(string(content(os.Args[1]))))
	must(err, "the key")
	head, checkpoint, found := strings.Cut(string(content(os.Args[2])), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		refuse("not a proof")
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err, "extra")
	var index, size int64
	_, err = fmt.Sscanf(lines[2], "index %d", &index)
	must(err, "index")
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		must(err, "a hash")
		proof = append(proof, hash)
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(key))
	must(err, "the checkpoint")
	var origin, text string
	_, err = fmt.Sscanf(opened.Text, "%s\n%d\n%s\n", &origin, &size, &text)
	must(err, "the checkpoint")
	root, err := tlog.ParseHash(text)
	must(err, "the root")
	must(tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry)), "the record")
	fmt.Printf("record %d of %d: %s\n", index+1, size, entry)
}

func content(name string) []byte {
	octets, err := os.ReadFile(name)
	must(err, name)
	return octets
}

func must(err error, what string) {
	if err != nil {
		refuse(what + ": " + err.Error())
	}
}

func refuse(why string) {
	fmt.Println("refused: " + why)
	os.Exit(1)
}

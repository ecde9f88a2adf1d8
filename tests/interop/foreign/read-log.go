// read-log FOLDER [EARLIER…] reads an exported log with the readers of Go's checksum database, which know nothing of its writer:
// note.Open for the signature, tlog for the tree. Every entry is hashed anew, the root has to be the signed one, and each
// earlier checkpoint a beginning of the log. One line says how it went; the status is 1 on any doubt.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type tree struct {
	size int64
	root tlog.Hash
}

func main() {
	folder, earlier := os.Args[1], os.Args[2:]
	key, err := note.NewVerifier(string(bytes.TrimSpace(content(folder, "vkey.txt"))))
	must(err, "vkey.txt")
	signed := checkpoint(filepath.Join(folder, "checkpoint"), key)

	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, 0, len(indexes))
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for n := int64(0); n < signed.size; {
		bundle := content(folder, bundleName(n/256, min(256, signed.size-n)))
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			if len(bundle) < 2+length {
				refuse("a bundle is cut short")
			}
			hashes, err := tlog.StoredHashes(n, bundle[2:2+length], reader)
			must(err, "an entry")
			stored = append(stored, hashes...)
			bundle = bundle[2+length:]
			n++
		}
	}
	root, err := tlog.TreeHash(signed.size, reader)
	must(err, "the tree")
	if root != signed.root {
		refuse("the entries have another root than the signed one")
	}
	for _, name := range earlier {
		before := checkpoint(name, key)
		if before.size > signed.size {
			refuse(name + " is ahead of the log")
		}
		proof, err := tlog.ProveTree(signed.size, before.size, reader)
		must(err, name)
		must(tlog.CheckTree(proof, signed.size, root, before.size, before.root), name)
	}
	fmt.Printf("%d entries, grown from %d checkpoints\n", signed.size, len(earlier))
}

func checkpoint(name string, key note.Verifier) tree {
	octets, err := os.ReadFile(name)
	must(err, name)
	opened, err := note.Open(octets, note.VerifierList(key))
	must(err, name)
	var origin, root string
	var size int64
	if _, err := fmt.Sscanf(opened.Text, "%s\n%d\n%s\n", &origin, &size, &root); err != nil {
		must(err, name)
	}
	hash, err := tlog.ParseHash(root)
	must(err, name)
	return tree{size, hash}
}

func bundleName(n, width int64) string {
	name := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < 256 {
		name += fmt.Sprintf(".p/%d", width)
	}
	return filepath.Join("tile", "entries", name)
}

func content(folder, name string) []byte {
	octets, err := os.ReadFile(filepath.Join(folder, name))
	must(err, name)
	return octets
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
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

// Verifies a Holdfast ledger with other people's tools: the note and tlog packages of the Go project
// (golang.org/x/mod/sumdb), which know nothing of Holdfast. Checks the log's signature, the root over the tiles,
// and every entry against its leaf hash. Cosignatures it leaves alone.
//
//	cd ledger/interop && go mod tidy && go run . DIR
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type reader struct{ dir string }

func (r reader) Height() int { return 8 }
func (r reader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, t := range tiles {
		p := strings.Replace(t.Path(), "tile/8/", "tile/", 1)
		b, err := os.ReadFile(filepath.Join(r.dir, p))
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}
func (r reader) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		fmt.Println("FAIL", err)
		os.Exit(1)
	}
}
func main() {
	dir := os.Args[1]
	vk, _ := os.ReadFile(dir + "/keys/log.vkey")
	v, err := note.NewVerifier(strings.TrimSpace(string(vk)))
	must(err)
	cp, err := os.ReadFile(dir + "/checkpoint")
	must(err)
	n, err := note.Open(cp, note.VerifierList(v))
	must(err)
	lines := strings.Split(n.Text, "\n")
	var size int64
	fmt.Sscan(lines[1], &size)
	rb, _ := base64.StdEncoding.DecodeString(lines[2])
	var root tlog.Hash
	copy(root[:], rb)
	hr := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, reader{dir})
	got, err := tlog.TreeHash(size, hr)
	must(err)
	if got != root {
		fmt.Println("root differs")
		os.Exit(1)
	}
	// every entry against its leaf hash
	idx := int64(0)
	for b := int64(0); b*256 < size; b++ {
		t := tlog.Tile{H: 8, L: 0, N: b, W: 256}
		if size-b*256 < 256 {
			t.W = int(size - b*256)
		}
		p := strings.Replace(t.Path(), "tile/8/0/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(dir, p))
		must(err)
		var ids []int64
		var hs []tlog.Hash
		for len(data) > 0 {
			l := int(binary.BigEndian.Uint16(data))
			hs = append(hs, tlog.RecordHash(data[2:2+l]))
			ids = append(ids, tlog.StoredHashIndex(0, idx))
			idx++
			data = data[2+l:]
		}
		want, err := hr.ReadHashes(ids)
		must(err)
		for i := range want {
			if want[i] != hs[i] {
				fmt.Println("entry differs", ids[i])
				os.Exit(1)
			}
		}
	}
	fmt.Println("whole:", idx, "entries,", len(n.Sigs), "signature of the log,", len(n.UnverifiedSigs), "by others")
}

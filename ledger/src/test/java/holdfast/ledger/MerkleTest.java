package holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The eight leaves that the Certificate Transparency project published with RFC 6962, and their roots. */
class MerkleTest {
    static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final HexFormat hex = HexFormat.of();

    @Test
    void theRootsAreThoseOfCertificateTransparency() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES.size(); i++) {
            leaves.add(Merkle.leaf(hex.parseHex(LEAVES.get(i))));
            assertThat(hex.formatHex(Merkle.root(leaves).bytes())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertThat(hex.formatHex(Merkle.root(List.of()).bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void everyProofOfEverySmallTreeVerifiesAndNoOtherDoes() throws Exception {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            leaves.add(Merkle.leaf(new byte[] {(byte) i}));
        }
        SubtreeSource source =
                (height, index) -> Merkle.root(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
        for (int size = 1; size <= leaves.size(); size++) {
            Hash root = Merkle.root(leaves.subList(0, size));
            assertThat(Proofs.root(source, size)).isEqualTo(root);
            for (int i = 0; i < size; i++) {
                List<Hash> path = Proofs.inclusion(source, i, size);
                assertThat(Proofs.verifyInclusion(leaves.get(i), i, size, path, root))
                        .isTrue();
                assertThat(Proofs.verifyInclusion(leaves.get(i), (i + 1) % size, size, path, root))
                        .isEqualTo(size == 1);
                assertThat(Proofs.verifyInclusion(Merkle.EMPTY, i, size, path, root))
                        .isFalse();
            }
            for (int old = 0; old <= size; old++) {
                Hash oldRoot = Merkle.root(leaves.subList(0, old));
                List<Hash> proof = Proofs.consistency(source, old, size);
                assertThat(Proofs.verifyConsistency(old, oldRoot, size, root, proof))
                        .isTrue();
                assertThat(Proofs.verifyConsistency(old, Merkle.leaf(new byte[0]), size, root, proof))
                        .isFalse();
                proof.add(root);
                assertThat(Proofs.verifyConsistency(old, oldRoot, size, root, proof))
                        .isFalse();
            }
        }
    }
}

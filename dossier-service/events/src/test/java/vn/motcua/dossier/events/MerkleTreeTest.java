package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int LARGEST = 70;

    /** The roots that the Certificate Transparency projects test theirs with: eight leaves of given content. */
    @Test
    void theTreeIsThatOfRfc9162() {
        var leaves = List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .stream()
                .map(content -> MerkleTree.leaf(HexFormat.of().parseHex(content)))
                .toList();
        assertThat(hex(MerkleTree.root(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(MerkleTree.root(leaves.subList(0, 1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(MerkleTree.root(leaves.subList(0, 3))))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(hex(MerkleTree.root(leaves)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everyLeafOfEveryTreeIsProvenAndNoOtherLeafPlaceOrSizeIs() {
        for (int size = 1; size <= LARGEST; size++) {
            var leaves = leaves(size);
            var root = MerkleTree.root(leaves);
            for (int place = 0; place < size; place++) {
                var path = MerkleTree.path(leaves, place);
                for (int other = 0; other < size; other++) {
                    assertThat(java.util.Arrays.equals(MerkleTree.rootOf(leaves.get(other), place, size, path), root))
                            .isEqualTo(other == place);
                    assertThat(java.util.Arrays.equals(MerkleTree.rootOf(leaves.get(place), other, size, path), root))
                            .isEqualTo(other == place);
                }
            }
        }
    }

    /** What lets a service keep the roots of runs only. */
    @Test
    void theRootsOfAlignedRunsMakeTheSameTreeAndTheSamePaths() {
        int run = 8;
        for (int size = 1; size <= LARGEST; size++) {
            var leaves = leaves(size);
            var roots = new ArrayList<byte[]>();
            for (int from = 0; from < size; from += run) {
                roots.add(MerkleTree.root(leaves.subList(from, Math.min(size, from + run))));
            }
            assertThat(MerkleTree.root(roots)).isEqualTo(MerkleTree.root(leaves));
            for (int place = 0; place < size; place++) {
                int from = place / run * run;
                var path = MerkleTree.path(leaves.subList(from, Math.min(size, from + run)), place - from);
                path.addAll(MerkleTree.path(roots, place / run));
                assertThat(path.stream().map(MerkleTreeTest::hex))
                        .containsExactlyElementsOf(MerkleTree.path(leaves, place).stream()
                                .map(MerkleTreeTest::hex)
                                .toList());
            }
        }
    }

    private static List<byte[]> leaves(int size) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leaf(new byte[] {(byte) i}));
        }
        return leaves;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

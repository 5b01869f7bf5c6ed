package vn.motcua.dossier.events;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The hash tree of RFC 9162, section 2.1: leaves and nodes are hashed under different prefixes, so that a node never passes for a leaf. Because it
 * splits at powers of two, the roots of aligned runs of {@code 2^n} leaves are themselves the leaves' level of the same tree: who keeps those can
 * prove one leaf without reading the others.
 */
public final class MerkleTree {

    private static final byte NODE = 1;
    private static final byte LEAF = 0;

    private MerkleTree() {}

    /** What stands for some content in the tree. */
    public static byte[] leaf(byte[] content) {
        var sha = sha256();
        sha.update(LEAF);
        return sha.digest(content);
    }

    /** The root over these hashes, in this order; that of none is the hash of nothing. */
    public static byte[] root(List<byte[]> hashes) {
        var tree = new Growing();
        hashes.forEach(tree::add);
        return tree.root();
    }

    /** The hashes that lead from one place to the root, nearest first. */
    public static List<byte[]> path(List<byte[]> hashes, int place) {
        if (hashes.size() <= 1) {
            return new ArrayList<>();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        var before = hashes.subList(0, left);
        var after = hashes.subList(left, hashes.size());
        var path = place < left ? path(before, place) : path(after, place - left);
        path.add(root(place < left ? after : before));
        return path;
    }

    /** The root that a path leads to, of a tree of that size; null if no such tree has such a path. */
    static byte[] rootOf(byte[] leaf, long place, long size, List<byte[]> path) {
        if (place < 0 || place >= size) {
            return null;
        }
        var hash = leaf;
        long at = place;
        long last = size - 1;
        for (var beside : path) {
            if (last == 0) {
                return null;
            }
            if (at % 2 == 1 || at == last) {
                hash = node(beside, hash);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : null;
    }

    /** A tree that is read once from left to right and never kept: as many hashes in memory as the tree is high. Not thread-safe. */
    public static final class Growing {

        private record Run(byte[] hash, long size) {}

        private final Deque<Run> runs = new ArrayDeque<>();
        private long size;

        public void add(byte[] hash) {
            var run = new Run(Arrays.copyOf(hash, hash.length), 1);
            while (!runs.isEmpty() && runs.peek().size() == run.size()) {
                run = new Run(node(runs.pop().hash(), run.hash()), 2 * run.size());
            }
            runs.push(run);
            size++;
        }

        public long size() {
            return size;
        }

        public byte[] root() {
            byte[] root = null;
            for (var run : runs) {
                root = root == null ? run.hash() : node(run.hash(), root);
            }
            return root == null ? sha256().digest() : root;
        }
    }

    private static byte[] node(byte[] left, byte[] right) {
        var sha = sha256();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }
}

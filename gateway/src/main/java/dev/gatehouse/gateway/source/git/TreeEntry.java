package dev.gatehouse.gateway.source.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a tree.
 *
 * @param id of its content
 * @param path from the tree's root, with slashes
 */
record TreeEntry(String id, long bytes, String path) {

    private static final int MAX_ENTRIES = 250_000;

    /** Reads what {@code git ls-tree -r -l -z} prints, without files and folders whose names begin with a dot. */
    static List<TreeEntry> parse(String listing) throws IOException {
        var entries = new ArrayList<TreeEntry>();
        for (String line : listing.split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                continue;
            }
            String path = line.substring(tab + 1);
            String[] facts = line.substring(0, tab).trim().split(" +", -1);
            if (path.startsWith(".") || path.contains("/.")) {
                continue;
            }
            if (!facts[0].startsWith("100")) {
                throw new IOException(
                        path
                                + " is a link or a submodule, which may lead anywhere; check the revision out and name its folder");
            }
            entries.add(new TreeEntry(facts[2], Long.parseLong(facts[3]), path));
            if (entries.size() > MAX_ENTRIES) {
                throw new IOException("it has more than " + MAX_ENTRIES + " files; name the folder of the manifests");
            }
        }
        return entries;
    }
}

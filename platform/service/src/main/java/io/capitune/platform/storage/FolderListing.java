package io.capitune.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The files below a folder in the order of their names; only the subfolders that a page touches are read. */
final class FolderListing {

    private static final int SUBFOLDER_NAME = 2;

    private FolderListing() {}

    /** Where a file of that name lies. */
    static String subfolder(String name) {
        return name.substring(0, SUBFOLDER_NAME);
    }

    /** At most {@code limit} files whose names come after {@code after}. */
    static List<StoredBlob> page(Path root, String after, int limit) throws IOException {
        var first = after.isEmpty() ? "" : subfolder(after);
        var page = new ArrayList<StoredBlob>();
        for (var folder : names(root, name -> name.length() == SUBFOLDER_NAME && name.compareTo(first) >= 0)) {
            for (var name : names(root.resolve(folder), name -> isIn(folder, name) && name.compareTo(after) > 0)) {
                if (page.size() == limit) {
                    return page;
                }
                add(page, root.resolve(folder).resolve(name));
            }
        }
        return page;
    }

    private static boolean isIn(String folder, String name) {
        return BlobNames.isOurs(name) && subfolder(name).equals(folder);
    }

    private static List<String> names(Path folder, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    private static void add(List<StoredBlob> page, Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var written = attributes.lastModifiedTime().toInstant();
            page.add(new StoredBlob(file.getFileName().toString(), attributes.size(), written));
        } catch (NoSuchFileException e) {
            // Removed, or finished and renamed, since its name was read.
        }
    }
}

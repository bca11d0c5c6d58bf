package io.capitune.cvjob.storage;

import java.time.Instant;
import java.util.List;

/**
 * What a check found.
 *
 * @param files how many are stored
 * @param bytes of all of them
 * @param orphans files that nobody has to do with any more
 * @param orphanNames the first of them
 * @param missing files of jobs that are not there, or not as they were written
 * @param missingFiles the first of them
 * @param read how many files were compared with their SHA-256 in this check
 */
public record StorageReport(
        Instant at,
        long files,
        long bytes,
        long orphans,
        long orphanBytes,
        List<String> orphanNames,
        long missing,
        List<MissingFile> missingFiles,
        long read) {

    /** How many findings are told by name. */
    static final int NAMED = 1000;

    /** What is wrong with a file. */
    public enum Fault {
        /** It is not there. */
        GONE,
        /** It is shorter or longer than what was written. */
        LENGTH,
        /** It cannot be read, or its bytes are others than those that were written. */
        CHECKSUM
    }

    /** A file that its job cannot give. */
    public record MissingFile(String job, String file, Fault fault) {}
}

package io.capitune.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.utils.Md5Utils;

/** Files as the objects of one bucket of an S3-compatible store. */
public final class S3BlobStore implements BlobStore, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;
    private final RandomTokens random;

    S3BlobStore(S3Client s3, String bucket, RandomTokens random) {
        this.s3 = s3;
        this.bucket = bucket;
        this.random = random;
    }

    /**
     * The server refuses what was damaged on its way: by the SHA-256 that is sent along, or, where it does not know that one, by
     * the MD5, which every server has known from the beginning. Afterwards it is asked what it keeps.
     */
    @Override
    public String put(byte[] bytes, String extension) {
        var name = BlobNames.random(random, extension);
        try {
            put(name, bytes);
            return name;
        } catch (UncheckedIOException e) {
            // It may be there all the same, under a name that nobody gets to know.
            discardQuietly(name, e);
            throw e;
        }
    }

    private void put(String name, byte[] bytes) {
        var checksum = Base64.getEncoder().encodeToString(Hashes.sha256Bytes(bytes));
        asked(
                "PUT",
                name,
                () -> s3.putObject(
                        put -> put.bucket(bucket)
                                .key(name)
                                .contentLength((long) bytes.length)
                                .contentMD5(Md5Utils.md5AsBase64(bytes))
                                .checksumSHA256(checksum),
                        RequestBody.fromBytes(bytes)));
        if (!keeps(name, bytes, checksum)) {
            throw failure("the bucket keeps other bytes than it was given: " + name, null);
        }
    }

    private void discardQuietly(String name, UncheckedIOException why) {
        try {
            delete(name);
        } catch (UncheckedIOException e) {
            why.addSuppressed(e);
        }
    }

    private boolean keeps(String name, byte[] bytes, String checksum) {
        var kept = asked("HEAD", name, () -> head(name));
        if (kept.contentLength() != bytes.length) {
            return false;
        }
        var sum = kept.checksumSHA256();
        return sum == null ? Arrays.equals(readBack(name), bytes) : sum.equals(checksum);
    }

    /** For servers that keep no checksums. */
    private byte[] readBack(String name) {
        return asked(
                        "GET",
                        name,
                        () -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(name)))
                .asByteArray();
    }

    @Override
    public InputStream open(String name) {
        return get(name, null);
    }

    @Override
    public InputStream open(String name, long from, long to) {
        return from == to ? InputStream.nullInputStream() : get(name, "bytes=" + from + "-" + (to - 1));
    }

    private InputStream get(String name, @Nullable String range) {
        var get = GetObjectRequest.builder()
                .bucket(bucket)
                .key(BlobNames.checked(name))
                .range(range)
                .build();
        try {
            var content = s3.getObject(get);
            return new ExactInputStream(content, content.response().contentLength());
        } catch (NoSuchKeyException e) {
            throw new BlobMissingException(name, e);
        } catch (SdkException e) {
            throw failure("GET", name, e);
        }
    }

    @Override
    public OptionalLong size(String name) {
        BlobNames.checked(name);
        try {
            return OptionalLong.of(head(name).contentLength());
        } catch (SdkException e) {
            if (e instanceof AwsServiceException answer && answer.statusCode() == NOT_FOUND) {
                requireBucket();
                return OptionalLong.empty();
            }
            throw failure("HEAD", name, e);
        }
    }

    /** An answer to HEAD has no body that would tell a missing bucket from a missing object; only the latter is normal. */
    private void requireBucket() {
        asked("HEAD", "", () -> s3.headBucket(head -> head.bucket(bucket)));
    }

    private HeadObjectResponse head(String name) {
        return s3.headObject(head -> head.bucket(bucket).key(name).checksumMode(ChecksumMode.ENABLED));
    }

    @Override
    public void delete(String name) {
        BlobNames.checked(name);
        asked(
                "DELETE",
                name,
                () -> s3.deleteObject(delete -> delete.bucket(bucket).key(name)));
    }

    @Override
    public List<StoredBlob> list(@Nullable String after, int limit) {
        var page = new ArrayList<StoredBlob>();
        var start = after;
        while (page.size() < limit) {
            var from = start;
            var wanted = limit - page.size();
            var found = asked(
                    "LIST",
                    "",
                    () -> s3.listObjectsV2(
                            list -> list.bucket(bucket).startAfter(from).maxKeys(wanted)));
            found.contents().stream()
                    .filter(object -> BlobNames.isOurs(object.key()))
                    .map(object -> new StoredBlob(object.key(), object.size(), object.lastModified()))
                    .forEach(page::add);
            if (!Boolean.TRUE.equals(found.isTruncated()) || found.contents().isEmpty()) {
                return page;
            }
            start = found.contents().getLast().key();
        }
        return page;
    }

    /** What the server's answer is dated. */
    @Override
    public Instant now() {
        return asked("HEAD", "", () -> s3.headBucket(head -> head.bucket(bucket)))
                .sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(S3BlobStore::time)
                .orElseThrow(() -> failure("the object store's answers have no date", null));
    }

    private static Instant time(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw failure("the object store's answers have no date", e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    private <T> T asked(String verb, String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(verb, name, e);
        }
    }

    private UncheckedIOException failure(String verb, String name, SdkException e) {
        return failure("object store: %s %s/%s: %s".formatted(verb, bucket, name, reason(e)), e);
    }

    private static String reason(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            var details = answer.awsErrorDetails();
            return answer.statusCode() + (details == null ? "" : " " + details.errorCode());
        }
        return String.valueOf(e.getMessage());
    }

    private static UncheckedIOException failure(String message, @Nullable Throwable cause) {
        return new UncheckedIOException(message, new IOException(message, cause));
    }
}

package io.capitune.cvjob.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.capitune.cv.job.CvPdf;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.storage.BlobMissingException;
import io.capitune.platform.storage.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of printed files, drawn when asked for by a few threads of their own, since drawing is work for a processor. They
 * are kept in memory only: a file never leaves a picture behind.
 */
@ApplicationScoped
public class Pictures {

    private final BlobStore files;
    private final CvJobConfig.Pictures config;
    private final ThreadPoolExecutor drawers;
    private final AsyncCache<Key, byte[]> drawn;

    Pictures(BlobStore files, CvJobConfig config) {
        this.files = files;
        this.config = config.pictures();
        this.drawers = new ThreadPoolExecutor(
                this.config.atOnce(),
                this.config.atOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(this.config.waiting()),
                Thread.ofPlatform().daemon().name("picture-", 0).factory());
        this.drawn = Caffeine.newBuilder()
                .maximumWeight(this.config.remembered())
                .weigher((Key key, byte[] png) -> png.length)
                .executor(drawers)
                .buildAsync();
    }

    private record Key(String blob, PictureWidth width) {}

    /**
     * The first page as PNG.
     *
     * @throws ProblemException 503 where too many wait already
     * @throws BlobMissingException where the file was removed meanwhile
     * @throws UncheckedIOException where the store is away
     */
    public byte[] of(CvPdf pdf, PictureWidth width) {
        try {
            var key = new Key(pdf.blob(), width);
            return drawn.get(key, this::draw).get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException busy) {
            throw busy(busy);
        } catch (ExecutionException failed) {
            throw told(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    private static RuntimeException told(@Nullable Throwable cause) {
        return switch (cause) {
            case BlobMissingException missing -> missing;
            case UncheckedIOException away -> away;
            case null, default -> new IllegalStateException("drawing failed", cause);
        };
    }

    private byte[] draw(Key key) {
        return FirstPage.png(read(key.blob()), key.width().pixels());
    }

    private byte[] read(String blob) {
        try (var pdf = files.open(blob)) {
            return pdf.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading failed: " + blob, e);
        }
    }

    private static ProblemException busy(@Nullable Throwable cause) {
        return new ProblemException(503, "UNAVAILABLE", "Too many pictures at once; try again in a moment.", cause)
                .header("Retry-After", "2");
    }

    @PreDestroy
    void stop() {
        drawers.shutdownNow();
    }
}

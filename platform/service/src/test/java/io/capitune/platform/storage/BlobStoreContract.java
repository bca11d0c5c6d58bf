package io.capitune.platform.storage;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What every store does; each adapter's test runs it against a store that is empty at first. */
abstract class BlobStoreContract {

    static final byte[] BONJOUR = "bonjour".getBytes(UTF_8);
    private static final String NOBODYS = "AAAAAAAAAAAAAAAAAAAAAA.pdf";

    abstract BlobStore store();

    /** Puts something there that this store did not write. */
    abstract void addForeign(String name) throws IOException;

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        var name = store().put(BONJOUR, "pdf");
        assertThat(name).endsWith(".pdf");
        assertThat(store().size(name)).hasValue(7);
        try (var whole = store().open(name)) {
            assertThat(whole.readAllBytes()).isEqualTo(BONJOUR);
        }
    }

    @Test
    void readsARangeAndNoMore() throws IOException {
        var name = store().put(BONJOUR, "pdf");
        try (var part = store().open(name, 3, 6)) {
            assertThat(part.readAllBytes()).isEqualTo("jou".getBytes(UTF_8));
        }
        try (var end = store().open(name, 6, 7)) {
            assertThat(end.readAllBytes()).isEqualTo("r".getBytes(UTF_8));
        }
        try (var nothing = store().open(name, 2, 2)) {
            assertThat(nothing.readAllBytes()).isEmpty();
        }
    }

    @Test
    void keepsAnEmptyFileAndALargeOne() throws IOException {
        var large = new byte[3_000_000];
        large[2_999_999] = 7;
        assertThat(store().size(store().put(new byte[0], "pdf"))).hasValue(0);
        try (var read = store().open(store().put(large, "pdf"))) {
            assertThat(read.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void removesOnceAndForGood() {
        var name = store().put(BONJOUR, "pdf");
        store().delete(name);
        store().delete(name);
        assertThat(store().size(name)).isEmpty();
        assertThatThrownBy(() -> store().open(name)).isInstanceOf(BlobMissingException.class);
        assertThatThrownBy(() -> store().open(name, 0, 3)).isInstanceOf(BlobMissingException.class);
    }

    @Test
    void aNameIsNeverAPath() {
        for (var name : List.of("../../etc/passwd", "/etc/passwd", "AAAAAAAAAAAAAAAAAAAA/../x.pdf", NOBODYS + "/..")) {
            assertThatThrownBy(() -> store().open(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().size(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().delete(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store().put(BONJOUR, "../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsEveryFileOnceInPages() {
        var names = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            names.add(store().put(BONJOUR, "pdf"));
        }
        var listed = new ArrayList<String>();
        @Nullable String after = null;
        List<StoredBlob> page;
        do {
            page = store().list(after, 3);
            assertThat(page).hasSizeLessThanOrEqualTo(3).allSatisfy(BlobStoreContract::describedAsWritten);
            page.forEach(blob -> listed.add(blob.name()));
            after = listed.getLast();
        } while (page.size() == 3);
        assertThat(listed).containsExactlyElementsOf(names.stream().sorted().toList());
    }

    private static void describedAsWritten(StoredBlob blob) {
        assertThat(blob.bytes()).isEqualTo(7);
        assertThat(blob.modifiedAt()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
    }

    @Test
    void tellsTheTimeThatItsFilesAreDatedByAndKeepsNothingForIt() {
        var before = store().now();
        var name = store().put(BONJOUR, "pdf");

        assertThat(store().list(null, 10)).extracting(StoredBlob::name).containsExactly(name);
        assertThat(store().list(null, 1).getFirst().modifiedAt()).isCloseTo(before, within(Duration.ofSeconds(30)));
    }

    @Test
    void anEmptyStoreHasAnEmptyList() {
        assertThat(store().list(null, 10)).isEmpty();
    }

    @Test
    void whatItDidNotWriteIsNotListed() throws IOException {
        for (var i = 0; i < 5; i++) {
            addForeign("README-" + i + ".txt");
        }
        var name = store().put(BONJOUR, "pdf");
        assertThat(store().list(null, 2)).extracting(StoredBlob::name).containsExactly(name);
    }
}

package io.capitune.platform.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.capitune.platform.random.RandomTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderBlobStoreTest extends BlobStoreContract {

    private static final String UNFINISHED = "AAAAAAAAAAAAAAAAAAAAAA.pdf.part";

    @TempDir
    Path temporary;

    private Path folder;
    private FolderBlobStore store;

    @BeforeEach
    void open() {
        folder = temporary.resolve("files");
        store = new FolderBlobStore(folder, new RandomTokens());
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Override
    void addForeign(String name) throws IOException {
        Files.createDirectories(folder.resolve("RE"));
        Files.writeString(folder.resolve(name), "not a PDF");
        Files.writeString(folder.resolve("RE").resolve(name), "not a PDF");
    }

    @Test
    void anUnfinishedFileIsListedAndCanBeRemoved() throws IOException {
        Files.createDirectories(folder.resolve("AA"));
        Files.writeString(folder.resolve("AA").resolve(UNFINISHED), "half");
        assertThat(store.list(null, 10)).extracting(StoredBlob::name).containsExactly(UNFINISHED);
        store.delete(UNFINISHED);
        assertThat(store.list(null, 10)).isEmpty();
    }

    @Test
    void nothingOfAskingForTheTimeIsLeft() throws IOException {
        store.now();

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnError() throws IOException {
        Files.writeString(folder, "a file where the folder should be");
        assertThatThrownBy(() -> store.now()).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store.put(BONJOUR, "pdf")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aRangeOfATruncatedFileIsAnErrorNotAShorterFile() throws IOException {
        var name = store.put(BONJOUR, "pdf");
        Files.writeString(folder.resolve(name.substring(0, 2)).resolve(name), "bon");
        try (var part = store.open(name, 0, 7)) {
            assertThatThrownBy(part::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}

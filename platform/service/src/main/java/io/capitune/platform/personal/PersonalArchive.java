package io.capitune.platform.personal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** A ZIP of JSON documents and files that is being written. */
public final class PersonalArchive {

    private final ZipOutputStream zip;
    private final ObjectMapper json;

    PersonalArchive(ZipOutputStream zip, ObjectMapper json) {
        this.zip = zip;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    /** Adds a JSON document of that name, such as {@code cvs.json}. */
    public void json(String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writeValueAsBytes(value));
        zip.closeEntry();
    }

    /** Adds a file as it is; the caller closes the stream. */
    public void file(String name, InputStream bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        bytes.transferTo(zip);
        zip.closeEntry();
    }
}

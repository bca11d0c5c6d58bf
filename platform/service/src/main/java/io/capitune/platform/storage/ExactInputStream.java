package io.capitune.platform.storage;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Exactly {@code length} bytes of another stream: no more are read, and an earlier end is an error, not a shorter file. */
final class ExactInputStream extends FilterInputStream {

    private long left;

    ExactInputStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        var count = super.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException(left + " bytes are missing at the end");
        }
        left -= count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        var skipped = super.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }
}

package io.capitune.platform.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A real S3 server (S3Proxy) with one bucket in memory, on a free port. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "pdfs";
    static final String ACCESS_KEY = "an-access-key";
    static final String SECRET_KEY = "a-secret-key";

    private final Forgetful objects = new Forgetful(new TransientNio2BlobStore());
    private final S3Proxy server;

    S3Server() throws Exception {
        this(AuthenticationType.AWS_V4);
    }

    /** One that checks no signature, so that checksums alone tell what was damaged, has type {@code NONE}. */
    S3Server(AuthenticationType signatures) throws Exception {
        objects.createContainer(BUCKET);
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(signatures, ACCESS_KEY, SECRET_KEY)
                .stopTimeout(0)
                .build();
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    void add(String key) {
        var put = PutObjectRequest.builder().bucket(BUCKET).key(key).contentLength(1L);
        objects.putBlob(put.build(), new ByteArrayInputStream(new byte[1]));
    }

    /** From now on what is written loses its last byte. */
    void forgetTheLastByte() {
        objects.forgetting = true;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not stop", e);
        }
    }

    private static final class Forgetful extends ForwardingBlobStore {

        private volatile boolean forgetting;

        Forgetful(BlobStore delegate) {
            super(delegate);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            if (!forgetting) {
                return super.putBlob(request, content);
            }
            var shorter = request.toBuilder()
                    .contentLength(request.contentLength() - 1)
                    .contentMD5(null)
                    .checksumSHA256(null);
            return super.putBlob(shorter.build(), new ExactInputStream(content, request.contentLength() - 1));
        }
    }
}

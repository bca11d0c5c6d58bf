package io.capitune.platform.storage;

import java.time.Duration;
import java.util.Optional;

import io.capitune.platform.PlatformConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Clients of the SDK that ask no more of a server than what every S3-compatible one can do. */
final class S3Clients {

    /** The first try and one more: a caller in front of a person waits, and a job has tries of its own. */
    private static final int TRIES = 2;

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    /** What the pause between two tries may add. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private S3Clients() {}

    /** A client by the configuration; throws {@link IllegalArgumentException} where a key is missing. */
    static S3Client of(PlatformConfig.S3 config) {
        var credentials = AwsBasicCredentials.create(
                required(config.accessKey(), "access-key"), required(config.secretKey(), "secret-key"));
        var timeout = config.timeout();
        var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        var client = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connect)
                        .socketTimeout(timeout))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(
                                config.pathStyle().orElse(config.endpoint().isPresent()))
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                // Otherwise the SDK adds trailers with checksums, which many compatible servers do not know.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(timeout)
                        .apiCallTimeout(timeout.multipliedBy(TRIES).plus(PAUSE))
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build()));
        config.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static String required(Optional<String> value, String name) {
        return value.orElseThrow(() -> new IllegalArgumentException(
                "capitune.storage.s3.bucket is set, capitune.storage.s3." + name + " is not"));
    }
}

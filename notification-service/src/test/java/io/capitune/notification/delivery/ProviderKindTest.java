package io.capitune.notification.delivery;

import java.util.Map;

import io.capitune.notification.MailConfig;
import io.capitune.platform.PlatformConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderKindTest {

    @Test
    void withoutProviderOutsideLocalModeTheStartIsRefused() {
        assertThatThrownBy(() -> choose(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CAPITUNE_RESEND_API_KEY")
                .hasMessageContaining("CAPITUNE_SMTP_HOST");
    }

    @Test
    void providerWithoutSenderIsRefused() {
        assertThatThrownBy(() -> choose(Map.of("capitune.mail.smtp.host", "smtp.example.org")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CAPITUNE_MAIL_FROM");
    }

    @Test
    void localModeWithoutProviderKeepsMail() {
        assertThat(choose(Map.of("capitune.local", "true"))).isEqualTo(ProviderKind.LOCAL);
    }

    @Test
    void localModeWithProviderSends() {
        assertThat(choose(Map.of(
                        "capitune.local", "true",
                        "capitune.mail.from", "c@example.org",
                        "capitune.mail.smtp.host", "smtp.example.org")))
                .isEqualTo(ProviderKind.SMTP);
    }

    @Test
    void resendGoesBeforeSmtp() {
        assertThat(choose(Map.of(
                        "capitune.mail.from", "c@example.org",
                        "capitune.mail.resend.api-key", "re_1",
                        "capitune.mail.smtp.host", "smtp.example.org")))
                .isEqualTo(ProviderKind.RESEND);
    }

    private static ProviderKind choose(Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withConverter(java.time.Duration.class, 100, new DurationConverter())
                .withValidateUnknown(false)
                .withMapping(MailConfig.class)
                .withMapping(PlatformConfig.class)
                .build();
        return ProviderKind.of(
                config.getConfigMapping(MailConfig.class), config.getConfigMapping(PlatformConfig.class));
    }
}

package io.capitune.notification.delivery;

import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.capitune.platform.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real SMTP server in this process. */
public final class SmtpServer implements QuarkusTestResourceLifecycleManager {

    private GreenMail server;

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return Map.of(
                "CAPITUNE_SMTP_HOST", "127.0.0.1",
                "CAPITUNE_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
                "CAPITUNE_SMTP_START_TLS", "DISABLED",
                "capitune.mail.from", "Capitune <bonjour@capitune.example>");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(GreenMail.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}

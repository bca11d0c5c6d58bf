package io.capitune.e2e.system;

import io.capitune.e2e.browser.Chromium;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the browser, the replicas and the system when the last test is over, whatever became of it. */
public class SystemSession implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Chromium.quit();
        AuthReplicas.stop();
        CapituneSystem.stop();
    }
}

package io.capitune.worker.print;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The environment of driver and browser, which read what people wrote: the few variables that they need, and none of the secrets
 * that the worker was given.
 */
final class PrintEnvironment {

    /** {@code CAPITUNE_PROCESS} is the mark by which the supervisor finds what a dead worker left behind. */
    private static final Set<String> PASSED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LANGUAGE",
            "TZ",
            "LD_LIBRARY_PATH",
            "PLAYWRIGHT_NODEJS_PATH",
            "CAPITUNE_PROCESS");

    private PrintEnvironment() {}

    /** Of the browser, which gets just these. */
    static Map<String, String> ofBrowser(Path fontconfig, Path temporary) {
        var environment = passed();
        environment.put("FONTCONFIG_FILE", fontconfig.toString());
        environment.put("TMPDIR", temporary.toString());
        return environment;
    }

    /** Of the driver. Playwright adds it to this process's own, so that what is not passed is made empty. */
    static Map<String, String> ofDriver(Path temporary) {
        var environment = new HashMap<String, String>();
        System.getenv().keySet().forEach(name -> environment.put(name, ""));
        environment.putAll(passed());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("TMPDIR", temporary.toString());
        return environment;
    }

    /** Whether the driver and the browser are given this variable as it is. */
    static boolean passes(String name) {
        return PASSED.contains(name) || name.startsWith("LC_");
    }

    private static Map<String, String> passed() {
        var environment = new HashMap<String, String>();
        System.getenv().forEach((name, value) -> {
            if (passes(name)) {
                environment.put(name, value);
            }
        });
        return environment;
    }
}

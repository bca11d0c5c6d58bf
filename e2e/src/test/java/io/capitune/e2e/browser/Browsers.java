package io.capitune.e2e.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.capitune.e2e.system.CapituneSystem;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens browser windows for one test and closes them after it; of a failed test pictures stay in {@code target/screens}. */
public final class Browsers implements AfterEachCallback {

    static final Path SCREENS = CapituneSystem.root().resolve("e2e/target/screens");

    private final List<Tab> tabs = new ArrayList<>();

    /** A window on a desk, in French, of somebody who was never here. */
    public Tab open() {
        return open(Look.DESKTOP);
    }

    /** A window of its own: it shares no cookies with any other. */
    public Tab open(Look look) {
        var context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(CapituneSystem.get().gateway().toString())
                        .setLocale(look.language().equals("en") ? "en-GB" : "fr-FR")
                        .setTimezoneId("Europe/Paris")
                        .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setJavaScriptEnabled(look.scripts())
                        .setViewportSize(look.width(), look.height()));
        var tab = new Tab(context, look);
        tabs.add(tab);
        return tab;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (int i = 0; i < tabs.size(); i++) {
            if (test.getExecutionException().isPresent()) {
                var name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
                tabs.get(i).picture("failed/" + name.replaceAll("[^\\w.-]+", "_") + "-" + i);
            }
            tabs.get(i).close();
        }
        tabs.clear();
    }
}

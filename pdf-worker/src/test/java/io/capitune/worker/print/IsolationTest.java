package io.capitune.worker.print;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Nothing of one document reaches the next, though both are printed in one tab. */
class IsolationTest {

    /** All that a document can leave without script: it is switched off, and tried all the same. */
    private static final String FIRST = """
            <!doctype html><html lang="fr" class="secret" style="--left:red"><head><meta charset="utf-8">
            <title>Secret de Zoé</title><base href="http://secret.example/">
            <meta http-equiv="set-cookie" content="secret=1"><meta http-equiv="refresh" content="0;url=about:blank#secret">
            <link rel="icon" href="data:image/png;base64,iVBORw0KGgo=">
            <style>@font-face{font-family:Left;src:url(data:font/ttf;base64,AAEAAAALAIAAAwAwR1NVQg==)}
            @page{margin:50mm;size:A6} @keyframes left{to{color:red}} body{font:40pt Left} ::after{content:'secret'}</style>
            <script>document.cookie='secret=1';localStorage.secret=1;window.secret=1;history.pushState({},'');
            URL.createObjectURL(new Blob(['secret']));document.title='changed'</script></head>
            <body onload="window.secret=1"><h1 id="secret">Secret</h1><form name="secret"><input name="who" value="Secret">
            <textarea>Secret</textarea><select><option selected>Secret</option></select></form><details open>Secret</details>
            <a name="secret" href="#secret">Secret</a><iframe name="secret" srcdoc="Secret"></iframe></body></html>""";

    /** The same without what has a tab replaced: it leaves the page itself to the next document, as every CV does. */
    private static final String KEPT =
            FIRST.replaceAll("<base[^>]*>|<meta http-equiv[^>]*>|<iframe[^>]*></iframe>", "");

    private static final String NEXT = """
            <!doctype html><html lang="fr"><head><meta charset="utf-8"></head><body><h1>Propre</h1><form><input name="who">
            <textarea></textarea><select><option>a</option><option>b</option></select></form>
            <p style="font-family:Left,'EB Garamond'">Rien</p><a href="#secret">ici</a></body></html>""";

    private static final String LOOK = """
            () => { const tried = look => { try { return String(look()) } catch (refused) { return 'refused' } }; return ({
              title: document.title, cookie: tried(() => document.cookie), base: document.baseURI, address: location.href,
              history: history.length, state: String(history.state), name: window.name,
              fonts: document.fonts.size, sheets: document.styleSheets.length, frames: window.length,
              animations: document.getAnimations().length, resources: performance.getEntriesByType('resource').length,
              values: [...document.querySelectorAll('input,textarea,select')].map(field => field.value).join(),
              classes: document.documentElement.className + document.documentElement.getAttribute('style'),
              globals: window.secret === 1,
              storage: tried(() => Object.keys(localStorage).join()),
              session: tried(() => Object.keys(sessionStorage).join())
            }) }""";

    private final FontBundle fonts = new FontBundle();
    private final ChromiumBinary chromium = new ChromiumBinary(TestPrinting.oneLane());
    private final Tab used = open();
    private final Tab fresh = open();

    private Tab open() {
        return Tab.open(chromium.path(), fonts.configuration(), begun -> {});
    }

    @AfterEach
    void close() {
        used.close();
        fresh.close();
        fonts.remove();
    }

    private static Stream<Arguments> documents() {
        return Stream.of(
                arguments(named("in a new page", FIRST), false), arguments(named("in the same page", KEPT), true));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void printAfterAnotherIsThePrintOfAFreshTab(String first, boolean samePage) {
        var page = used.page();
        used.print(first);
        used.print(first);
        assertThat(used.page() == page).isEqualTo(samePage);
        assertThat(withoutDates(used.print(NEXT))).isEqualTo(withoutDates(fresh.print(NEXT)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void tabAfterAnotherDocumentIsLikeAFreshOne(String document, boolean samePage) {
        // Without the refresh, which may come before the look.
        used.page().setContent(document.replace("http-equiv=\"refresh\"", "name=\"refresh\""));
        var first = (Map<?, ?>) used.page().evaluate(LOOK);
        assertThat(first.get("title"))
                .as("what is looked at is there to be found")
                .isEqualTo("Secret de Zoé");

        var page = used.page();
        used.print(document);
        assertThat(used.page() == page).isEqualTo(samePage);
        var next = look(used, NEXT);

        assertThat(next).isEqualTo(look(fresh, NEXT));
        assertThat(first.get("values")).isNotEqualTo(next.get("values"));
        assertThat(used.page().context().cookies()).isEmpty();
        assertThat(used.page().context().pages()).hasSize(1);
        assertThat(first.get("globals")).as("no script has run").isEqualTo(false);
    }

    /** The tab hides what it prints from the screen, to save itself the painting. */
    @Test
    void printIsThatOfAPlainTab() {
        var cv = """
                <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>CV</title><style>@page{margin:18mm}
                h1{font:600 25pt 'EB Garamond';break-after:avoid}.head{display:flex}</style></head><body><header><h1>Zoé Œuvrard</h1>
                <p><a href="mailto:zoe@example.org">zoe@example.org</a></p></header><main><section><h2>Expérience</h2>"""
                + "<article><div class='head'><h3>Comptable</h3><p>2021</p></div><ul><li>Une ligne</li></ul></article>"
                        .repeat(40)
                + "</section></main></body></html>";
        fresh.page().setContent(cv);
        var plain = fresh.page()
                .pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPrintBackground(true)
                        .setTagged(true)
                        .setOutline(true));
        assertThat(withoutDates(used.print(cv))).isEqualTo(withoutDates(plain));
    }

    @Test
    void clearedTabHoldsNothing() {
        used.print(FIRST);
        used.clear();
        assertThat(used.page().content()).doesNotContainIgnoringCase("secret");
        assertThat(used.page().title()).isEmpty();
    }

    private static Map<?, ?> look(Tab tab, String html) {
        tab.print(html);
        return (Map<?, ?>) tab.page().evaluate(LOOK);
    }

    private static String withoutDates(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).replaceAll("\\(D:\\d{14}[^)]*\\)", "()");
    }
}

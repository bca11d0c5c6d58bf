package io.capitune.worker.print;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
              globals: 'secret' in window && window.secret !== undefined,
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

    @Test
    void printAfterAnotherIsThePrintOfAFreshTab() {
        used.print(FIRST);
        used.print(FIRST);
        assertThat(withoutDates(used.print(NEXT))).isEqualTo(withoutDates(fresh.print(NEXT)));
    }

    @Test
    void tabAfterAnotherDocumentIsLikeAFreshOne() {
        var first = look(used, FIRST);
        var next = look(used, NEXT);

        assertThat(next).isEqualTo(look(fresh, NEXT));
        assertThat(first.get("title"))
                .as("what is looked at is there to be found")
                .isEqualTo("Secret de Zoé");
        assertThat(first.get("values")).isNotEqualTo(next.get("values"));
        assertThat(used.page().context().cookies()).isEmpty();
        assertThat(used.page().context().pages()).hasSize(1);
        assertThat(first.get("globals")).as("no script has run").isEqualTo(false);
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

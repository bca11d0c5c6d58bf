package io.capitune.worker.finish;

import java.util.List;

import io.capitune.cv.document.Contact;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Section;

/** Pages to print, and the CV that their links are those of. */
final class Pages {

    static final CvDocument CV = new CvDocument(
            "fr",
            "Zoé O’Brien & <Fils>",
            "Paie",
            List.of(
                    new Contact("zoé@exemple.fr", "mailto:zo%C3%A9@exemple.fr"),
                    new Contact("Mon site", "https://Exemple.FR")),
            null,
            List.of(Section.ofEntries(
                    Section.Kind.PROJECTS,
                    "Projets",
                    List.of(new Entry(
                            "Outil",
                            null,
                            null,
                            null,
                            null,
                            "https://www.exemple.fr/a?b=c&d=%C3%A9",
                            null,
                            List.of())))));

    /** Whatever the templates use, and what a later one may: links, lists in lists, shaded items, tables, boxes. */
    static final String RICH = page("""
            <h1>Zoé O’Brien</h1><p style="border-bottom:1pt solid red">Avec&nbsp;un filet
            <a href="mailto:zo%C3%A9@exemple.fr">zoé@exemple.fr</a> <span style="display:inline-block">·</span>
            <a href="https://Exemple.FR">exemple.fr</a> <a href="https://ailleurs.fr/x/">là</a></p>
            <aside><p>À côté, <strong>fort</strong> et <em>souligné</em></p></aside>
            <ul><li>un<ul><li>deux</li></ul></li><li><p>trois</p><p>quatre</p></li></ul>
            <ol><li style="background:#eee">cinq</li><li>six</li></ol>
            <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>
            <figure><p>Dans un cadre</p><figcaption>Légende</figcaption></figure>
            <p style="opacity:.5">Pâle <a href="https://www.exemple.fr/a?b=c&amp;d=é">exemple</a>, efficace</p>
            <p style="transform:rotate(3deg)">Penché</p>
            <svg width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="8" fill="red"/></svg>
            """);

    static final String ARABIC = page("""
            <h1 dir="rtl" lang="ar">سلمى الخوري</h1><p dir="rtl" lang="ar">ترجمة قانونية من العربية إلى الفرنسية، 2019 – 2024</p>
            <ul dir="rtl"><li><bdi>عقود وأحكام</bdi></li></ul>""");

    static final String CHINESE = page("""
            <h1>王小明</h1><p lang="zh">软件工程师，负责支付系统的设计与维护。</p><ul><li>每日处理三百万笔交易</li></ul>""");

    static final String LONG =
            page("<h1>Long</h1>" + "<h2>Partie</h2><ul><li>Une ligne</li><li>Une autre</li></ul>".repeat(40));

    private Pages() {}

    static String page(String body) {
        return """
                <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Zoé &amp; Fils – Paie</title>
                <meta name="capitune-footer-font" content="EB Garamond">
                <style>@page{size:A4;margin:18mm 20mm}
                html{font:11pt "EB Garamond","Noto Sans","Vazirmatn","Noto Sans Arabic","Noto Sans SC"}</style></head>
                <body>%s</body></html>""".formatted(body);
    }
}

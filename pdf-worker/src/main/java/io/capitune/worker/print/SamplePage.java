package io.capitune.worker.print;

/** A page of our own, printed to load a new browser's fonts and code before a person waits for them. */
public final class SamplePage {

    /** The page; it says its {@link #TEXT}. */
    public static final String HTML = """
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Capitune</title>
            <style>h1{font-family:'EB Garamond'}p{font-family:'Hanken Grotesk'}</style></head>
            <body><header><h1>Capitune</h1></header><main><p>Votre CV est prêt.</p></main></body></html>""";

    /** The words of the page below its heading. */
    public static final String TEXT = "Votre CV est prêt.";

    private SamplePage() {}
}

package io.capitune.worker.compose;

import java.util.List;

/** What a model returns for a résumé: prose keyed by ids, never a fact of its own. */
record RewriteAnswer(List<Line> lines, String summary, List<String> skillOrder) {

    record Line(String id, String text) {}
}

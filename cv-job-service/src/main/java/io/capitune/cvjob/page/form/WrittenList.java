package io.capitune.cvjob.page.form;

import java.util.ArrayList;
import java.util.List;

/** A list of short terms as people write it, between commas; a comma within brackets, or beside semicolons, parts nothing. */
final class WrittenList {

    private WrittenList() {}

    static List<String> read(String text) {
        var terms = new ArrayList<String>();
        var strong = text.indexOf('\n') >= 0 || text.indexOf(';') >= 0;
        var depth = 0;
        var term = new StringBuilder();
        for (char c : text.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (strong ? c == '\n' || c == ';' : c == ',' && depth <= 0) {
                keep(terms, term);
            } else {
                term.append(c);
            }
        }
        keep(terms, term);
        return terms;
    }

    /** The same list again when {@link #read}. */
    static String write(List<String> terms) {
        var commas = String.join(", ", terms);
        return read(commas).equals(terms) ? commas : String.join(" ; ", terms) + " ;";
    }

    private static void keep(List<String> terms, StringBuilder term) {
        if (!term.toString().isBlank()) {
            terms.add(term.toString().strip());
        }
        term.setLength(0);
    }
}

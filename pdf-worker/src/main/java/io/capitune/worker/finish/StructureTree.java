package io.capitune.worker.finish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Mends what Chromium's structure tree lacks: PDF 1.7's names for kinds of element of its own, and the bodies of list items. */
final class StructureTree {

    private static final COSName DIV = COSName.getPDFName("Div");
    private static final COSName FIGURE = COSName.getPDFName("Figure");
    private static final COSName SPAN = COSName.getPDFName("Span");

    private final COSDictionary root;

    /**
     * @throws FinishException if the document has no structure
     */
    StructureTree(PDDocument document) {
        var found = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (found == null) {
            throw new FinishException("the print is not tagged");
        }
        root = found;
    }

    void mend() {
        root.setItem(COSName.ROLE_MAP, roles());
        var ids = new CellIds();
        var lists = new ListItems();
        for (var element : elements()) {
            lists.mend(element);
            if (FIGURE.equals(element.getCOSName(COSName.S)) && isWrapper(element)) {
                element.setItem(COSName.S, DIV);
            }
            ids.collect(element);
        }
        ids.renumber(root);
        lists.mendParents(root);
    }

    /** What the kinds that PDF 1.7 does not know come nearest to. */
    private static COSDictionary roles() {
        var roles = new COSDictionary();
        roles.setItem(COSName.getPDFName("Aside"), COSName.getPDFName("Sect"));
        roles.setItem(COSName.getPDFName("Em"), SPAN);
        roles.setItem(COSName.getPDFName("Strong"), SPAN);
        return roles;
    }

    /** All of them, in the order of the tree. */
    private List<COSDictionary> elements() {
        var found = new ArrayList<COSDictionary>();
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            var element = open.pop();
            if (!seen.add(element)) {
                throw new FinishException("the structure of the print is no tree");
            }
            found.add(element);
            var kids = kids(element);
            for (var i = kids.size() - 1; i >= 0; i--) {
                if (isElement(kids, i)) {
                    open.push((COSDictionary) kids.getObject(i));
                }
            }
        }
        return found;
    }

    /** What an element holds, one or several, as an array. */
    static COSArray kids(COSDictionary element) {
        if (element.getDictionaryObject(COSName.K) instanceof COSArray several) {
            return several;
        }
        var one = new COSArray();
        if (element.containsKey(COSName.K)) {
            one.add(element.getItem(COSName.K));
        }
        return one;
    }

    /** Whether a kid is an element itself, not content of the page. */
    static boolean isElement(COSArray kids, int index) {
        return kids.getObject(index) instanceof COSDictionary kid && kid.containsKey(COSName.S);
    }

    /** A figure that is only a box around other elements. A picture without a description stays a figure, and is found out. */
    private static boolean isWrapper(COSDictionary figure) {
        var kids = kids(figure);
        return !figure.containsKey(COSName.ALT)
                && !figure.containsKey(COSName.ACTUAL_TEXT)
                && IntStream.range(0, kids.size()).allMatch(i -> isElement(kids, i));
    }
}

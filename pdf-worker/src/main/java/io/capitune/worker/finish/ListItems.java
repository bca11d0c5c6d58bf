package io.capitune.worker.finish;

import java.util.IdentityHashMap;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Gives each list item what it must hold: its label, and one body with all the rest (ISO 32000-1, 14.8.4.3.3). */
final class ListItems {

    private static final COSName ITEM = COSName.getPDFName("LI");
    private static final COSName LABEL = COSName.getPDFName("Lbl");
    private static final COSName BODY = COSName.getPDFName("LBody");

    /** A tree of numbers has few levels; Chromium writes one or two. */
    private static final int DEEPEST = 16;

    private final Map<COSDictionary, COSDictionary> bodies = new IdentityHashMap<>();

    void mend(COSDictionary element) {
        if (!ITEM.equals(element.getCOSName(COSName.S))) {
            return;
        }
        var body = new COSDictionary();
        var labels = new COSArray();
        var rest = new COSArray();
        var kids = StructureTree.kids(element);
        for (var i = 0; i < kids.size(); i++) {
            if (!StructureTree.isElement(kids, i)) {
                rest.add(kids.get(i));
                // Content of the item itself, such as its background, becomes the body's.
                bodies.put(element, body);
                continue;
            }
            var kid = (COSDictionary) kids.getObject(i);
            if (LABEL.equals(kid.getCOSName(COSName.S))) {
                labels.add(kids.get(i));
            } else {
                kid.setItem(COSName.P, body);
                rest.add(kids.get(i));
            }
        }
        body.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        body.setItem(COSName.S, BODY);
        body.setItem(COSName.P, element);
        if (element.containsKey(COSName.PG)) {
            body.setItem(COSName.PG, element.getItem(COSName.PG));
        }
        body.setItem(COSName.K, rest);
        labels.add(body);
        element.setItem(COSName.K, labels);
    }

    /** Corrects which element the pages' content belongs to, where it belonged to an item. */
    void mendParents(COSDictionary root) {
        var tree = root.getCOSDictionary(COSName.PARENT_TREE);
        if (!bodies.isEmpty() && tree != null) {
            mendNode(tree, 0);
        }
    }

    private void mendNode(COSDictionary node, int depth) {
        if (depth > DEEPEST) {
            throw new FinishException("the parent tree of the print is too deep");
        }
        var numbers = node.getCOSArray(COSName.NUMS);
        for (var i = 1; numbers != null && i < numbers.size(); i += 2) {
            if (numbers.getObject(i) instanceof COSArray owners) {
                mendOwners(owners);
            }
        }
        var kids = node.getCOSArray(COSName.KIDS);
        for (var i = 0; kids != null && i < kids.size(); i++) {
            mendNode((COSDictionary) kids.getObject(i), depth + 1);
        }
    }

    private void mendOwners(COSArray owners) {
        for (var i = 0; i < owners.size(); i++) {
            var body = owners.getObject(i) instanceof COSDictionary owner ? bodies.get(owner) : null;
            if (body != null) {
                owners.set(i, body);
            }
        }
    }
}

package io.capitune.worker.finish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Names the header cells of tables anew, in the order of the document. Chromium names them by a counter that runs on from
 * document to document, so that a second print of the same page would differ from the first.
 */
final class CellIds {

    private static final COSName HEADERS = COSName.getPDFName("Headers");
    private static final COSName ID_TREE = COSName.getPDFName("IDTree");

    private final Map<String, COSString> renamed = new HashMap<>();
    private final List<COSArray> references = new ArrayList<>();

    /** What a file looks its elements up by: names in ascending order, each with its element. */
    private final COSArray index = new COSArray();

    void collect(COSDictionary element) {
        var name = element.getString(COSName.ID);
        if (name != null) {
            // As many digits as keep the order of the alphabet that of the document.
            var fresh = new COSString("cell%08d".formatted(renamed.size() + 1));
            renamed.put(name, fresh);
            element.setItem(COSName.ID, fresh);
            index.add(fresh);
            index.add(element);
        }
        collectReferences(element.getDictionaryObject(COSName.A));
    }

    /** Once all elements are collected. */
    void renumber(COSDictionary root) {
        for (var names : references) {
            for (var i = 0; i < names.size(); i++) {
                names.set(i, renamed.get(((COSString) names.getObject(i)).getString()));
            }
        }
        root.removeItem(ID_TREE);
        if (!renamed.isEmpty()) {
            var tree = new COSDictionary();
            tree.setItem(COSName.NAMES, index);
            root.setItem(ID_TREE, tree);
        }
    }

    private void collectReferences(@Nullable COSBase attributes) {
        if (attributes instanceof COSArray several) {
            for (var i = 0; i < several.size(); i++) {
                collectReferences(several.getObject(i));
            }
        } else if (attributes instanceof COSDictionary one && one.getCOSArray(HEADERS) != null) {
            references.add(one.getCOSArray(HEADERS));
        }
    }
}

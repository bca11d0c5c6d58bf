package io.capitune.worker.finish;

import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Compares the structure tree with the parent tree, which says the same the other way round. */
final class Ownership {

    private final COSDictionary root;
    private final COSArray parents;
    private final List<String> strangers = new ArrayList<>();

    Ownership(PDDocument document) {
        root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        parents = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        visit(root);
    }

    /** Elements that the parent tree or a kid knows by another parent. */
    List<String> strangers() {
        return strangers;
    }

    private void visit(COSDictionary element) {
        var kids = StructureTree.kids(element);
        for (var i = 0; i < kids.size(); i++) {
            var kid = kids.getObject(i);
            if (kid instanceof COSInteger content) {
                var page = element.getCOSDictionary(COSName.PG);
                compare(element, owners(page.getInt(COSName.STRUCT_PARENTS)).getObject(content.intValue()));
            } else if (StructureTree.isElement(kids, i)) {
                compare(element, ((COSDictionary) kid).getDictionaryObject(COSName.P));
                visit((COSDictionary) kid);
            }
        }
    }

    private COSArray owners(int key) {
        for (var i = 0; i < parents.size(); i += 2) {
            if (parents.getInt(i) == key) {
                return (COSArray) parents.getObject(i + 1);
            }
        }
        throw new AssertionError("no page " + key);
    }

    private void compare(COSDictionary holder, Object named) {
        if (holder != named) {
            strangers.add(holder.getNameAsString(COSName.S));
        }
    }
}

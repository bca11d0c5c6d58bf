package io.capitune.worker.finish;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Says in words where each link leads (ISO 14289-1, 7.18.5). The words come from the CV, by the link's target: reading them
 * off the page loses spaces where lines wrap, and can take another link's.
 */
final class LinkLabels {

    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:https?://(?:www\\.)?|mailto:|tel:)");
    private static final Pattern LAST_SLASH = Pattern.compile("/$");

    private final Map<String, String> byTarget = new HashMap<>();

    private LinkLabels() {}

    static LinkLabels of(CvDocument cv) {
        var labels = new LinkLabels();
        cv.contacts().forEach(contact -> labels.add(contact.href(), contact.text()));
        cv.sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Entry::url)
                .forEach(url -> labels.add(url, url == null ? "" : bare(url)));
        return labels;
    }

    /** Describes the links of a page. */
    void describe(PDPage page) {
        var annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            return;
        }
        for (var i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary link
                    && COSName.getPDFName("Link").equals(link.getCOSName(COSName.SUBTYPE))) {
                link.setString(COSName.CONTENTS, label(link));
            }
        }
    }

    private String label(COSDictionary link) {
        var action = link.getCOSDictionary(COSName.A);
        var target = action == null ? null : action.getString(COSName.URI);
        if (target == null) {
            throw new FinishException("a link leads to no address");
        }
        // What the CV does not know under this spelling is described by its address.
        return byTarget.getOrDefault(key(target), bare(target));
    }

    private void add(@Nullable String target, String label) {
        if (target != null) {
            byTarget.putIfAbsent(key(target), label);
        }
    }

    /** Browsers write addresses a little differently: the host in small letters, a slash behind it. */
    private static String key(String target) {
        return bare(target).toLowerCase(Locale.ROOT);
    }

    private static String bare(String target) {
        return LAST_SLASH.matcher(SCHEME.matcher(target).replaceFirst("")).replaceFirst("");
    }
}

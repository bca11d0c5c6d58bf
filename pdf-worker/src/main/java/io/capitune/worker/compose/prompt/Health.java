package io.capitune.worker.compose.prompt;

import java.util.regex.Pattern;

/**
 * Recognises what a person says of their own health, which never goes to a model. Words of care as a trade ("patients", "soins",
 * "service d’oncologie") are work, not health.
 */
public final class Health {

    private static final Pattern OWN = Pattern.compile(
            "(?iU)\\b(?:RQTH|MDPH|AAH|travailleu(?:r|se)s? handicapée?s?|mon handicap|ma maladie|mon cancer|ma grossesse|enceinte|ma dépression"
                    + "|en dépression|burn[- ]?out|arrêts? (?:de travail|maladie)|congés? (?:de )?(?:longue )?(?:durée )?maladie|longue maladie|invalidité"
                    + "|inaptitude|séropositi(?:f|ve)|VIH|HIV|diabétique|épileptique|épilepsie|autiste|TDAH|ADHD|bipolaire|schizophr\\w*"
                    + "|handicap (?:moteur|visuel|auditif|psychique)|malentendante?|malvoyante?|je suis (?:malade|handicapée?|sourde?|aveugle)"
                    + "|my (?:illness|disability|cancer|pregnancy|depression|health)|sick leave|medical leave|i (?:am|was) (?:ill|disabled|pregnant|deaf|blind)"
                    + "|disabled worker|registered disabled|wheelchair user|accident du travail|suite à (?:un|mon) accident)\\b");

    private Health() {}

    /** Whether the text speaks of its author's health. */
    public static boolean in(String text) {
        return OWN.matcher(text.replace('’', '\'')).find();
    }
}

package io.capitune.auth.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.auth.token.Tokens;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.Share;

/** All contexts that keep something about people: this service first, then those of {@link RightsConfig#contexts()}. */
@ApplicationScoped
class Contexts {

    private final List<PersonalContext> contexts;

    Contexts(OwnContext own, RightsConfig config, Tokens tokens) {
        var others = config.contexts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new RemoteContext(entry.getKey(), entry.getValue(), config, tokens));
        this.contexts = Stream.concat(Stream.<PersonalContext>of(own), others).toList();
    }

    List<PersonalContext> all() {
        return contexts;
    }

    List<String> names() {
        return contexts.stream().map(PersonalContext::name).toList();
    }

    Optional<PersonalContext> named(String name) {
        return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
    }

    /**
     * What a deletion takes and leaves, everywhere.
     *
     * @throws ContextAwayException if one of them does not say: half a preview would promise what it does not know
     */
    Share preview(String accountId, Locale language) {
        var everywhere = contexts.stream()
                .map(context -> context.preview(accountId, language))
                .reduce(Share.none(), Share::and);
        var say = Bundles.in(language, ShareMessages.class);
        return everywhere.and(new Share(
                List.of(),
                List.of(
                        new Share.Line(say.receipt(), say.receiptWhy()),
                        new Share.Line(say.erasure(), say.erasureWhy()))));
    }
}

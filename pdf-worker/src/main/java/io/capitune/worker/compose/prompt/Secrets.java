package io.capitune.worker.compose.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.capitune.cv.resume.Resume.Basics;
import io.capitune.cv.resume.Resume.Profile;
import org.jspecify.annotations.Nullable;

/** The words by which a person could be told from others. */
public final class Secrets {

    private static final int SHORTEST_NAME_PART = 3;

    private Secrets() {}

    /** Name, its parts, and every contact of a résumé. */
    public static List<String> of(Basics basics) {
        List<String> secrets = new ArrayList<>(ofName(basics.name()));
        Stream.of(
                        Stream.of(basics.email(), basics.phone(), basics.url()),
                        basics.profiles().stream().flatMap(Secrets::ofProfile))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .forEach(secrets::add);
        return secrets;
    }

    /** A name, its parts, and addresses as they are written. */
    public static List<String> of(String name, List<String> addresses) {
        List<String> secrets = new ArrayList<>(ofName(name));
        secrets.addAll(addresses);
        return secrets;
    }

    /** A name, its parts of three letters or more, and its parts joined by hyphens. */
    static List<String> ofName(String name) {
        List<String> parts = new ArrayList<>(List.of(name.strip()));
        Stream.concat(
                        Arrays.stream(name.strip().split("\\s+")),
                        Arrays.stream(name.strip().split("[\\s'’.-]+")))
                .filter(part ->
                        part.length() >= SHORTEST_NAME_PART || part.codePoints().anyMatch(Character::isIdeographic))
                .forEach(parts::add);
        return parts;
    }

    private static Stream<@Nullable String> ofProfile(Profile profile) {
        return Stream.of(profile.url(), profile.username());
    }
}

package io.capitune.auth.token;

import java.util.List;

/** What a person's token says, besides its times. */
public record Person(String accountId, List<String> roles, String locale, String sessionId) {

    public Person {
        roles = List.copyOf(roles);
    }
}

package io.capitune.auth.token;

import java.util.List;

/**
 * What a person's token says, besides its times.
 *
 * @param shared whether others use the device: pages keep nothing there then
 */
public record Person(String accountId, List<String> roles, String locale, String sessionId, boolean shared) {

    public Person {
        roles = List.copyOf(roles);
    }
}

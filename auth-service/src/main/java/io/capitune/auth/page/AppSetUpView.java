package io.capitune.auth.page;

import io.capitune.auth.factor.EnrolmentDraft;
import org.jspecify.annotations.Nullable;

/**
 * An app about to be set up.
 *
 * @param email whose account it is for
 * @param error what is wrong with the code just typed
 */
public record AppSetUpView(
        String email,
        QrPicture picture,
        String keyInGroups,
        String uri,
        String draft,
        @Nullable String error) {

    static AppSetUpView of(String email, EnrolmentDraft draft, @Nullable String error) {
        return new AppSetUpView(
                email, QrPicture.of(draft.uri()), draft.keyInGroups(), draft.uri(), draft.sealed(), error);
    }
}

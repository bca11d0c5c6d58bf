package io.capitune.auth.link;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Accounts;
import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** The links that were sent to the account's address, or asked for with it, or change it. */
@ApplicationScoped
class LinkData implements PersonalData {

    private final MailedLinks links;
    private final Accounts accounts;

    LinkData(MailedLinks links, Accounts accounts) {
        this.links = links;
        this.accounts = accounts;
    }

    /** A link without what it is recognised by. */
    record Exported(String purpose, String email, Instant createdAt, Instant expiresAt) {}

    @Override
    public Set<String> collections() {
        return Set.of(MailedLinks.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        var account = accounts.byId(accountId);
        if (account.isPresent()) {
            archive.json(
                    "links.json",
                    links.of(account.get()).stream()
                            .map(one -> new Exported(one.purpose(), one.email(), one.createdAt(), one.expiresAt()))
                            .toList());
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).links());
    }

    @Override
    public void erase(String accountId) {
        accounts.byId(accountId).ifPresent(links::removeAll);
    }
}

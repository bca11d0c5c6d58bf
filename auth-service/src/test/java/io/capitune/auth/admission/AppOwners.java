package io.capitune.auth.admission;

import java.net.http.HttpResponse;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.People;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.factor.ChangeApp;
import io.capitune.auth.factor.ChangeResult;
import io.capitune.auth.factor.Guesser;
import io.quarkus.arc.Unremovable;

/** People whose account has an app, and the codes that they type as their second step. */
@Unremovable
@ApplicationScoped
class AppOwners {

    static final String SECOND = "/api/auth/signin/second";

    private final People people;
    private final Mails mails;
    private final Accounts accounts;
    private final ChangeApp changeApp;

    AppOwners(People people, Mails mails, Accounts accounts, ChangeApp changeApp) {
        this.people = people;
        this.mails = mails;
        this.accounts = accounts;
        this.changeApp = changeApp;
    }

    /** The app of a new account. */
    AuthenticatorApp withApp(String email) {
        new Browser().signIn(mails, email);
        return people.withApp(email);
    }

    /** New recovery codes of the account, which has another app from here on. */
    List<String> recoveryCodes(String email) {
        var app = people.withApp(email);
        return ((ChangeResult.Done)
                        changeApp.renewRecoveryCodes(account(email), app.code(), Guesser.stranger("192.0.2.200")))
                .recoveryCodes();
    }

    Account account(String email) {
        return accounts.byId(people.id(email)).orElseThrow();
    }

    /** The second step by API. */
    static HttpResponse<String> step(Browser browser, String code) {
        return browser.postJson(SECOND, "{\"code\":\"" + code + "\"}");
    }
}

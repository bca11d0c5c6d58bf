package io.capitune.auth.passkey;

import java.util.function.UnaryOperator;

/** What a browser, or whoever sits before it, does otherwise than it should. */
enum Bent {
    ANOTHER_ORIGIN(passkey -> passkey.at("http://localhost:8081")),
    A_LOOK_ALIKE(passkey -> passkey.at("https://capitune.example")),
    ANOTHER_RELYING_PARTY(passkey -> passkey.forParty("example.com")),
    ANOTHER_SITES_FRAME(SoftPasskey::framed),
    NOBODY_VERIFIED(SoftPasskey::unverified),
    THE_OTHER_CEREMONY(passkey -> passkey.ofType("webauthn.other"));

    private final UnaryOperator<SoftPasskey> how;

    Bent(UnaryOperator<SoftPasskey> how) {
        this.how = how;
    }

    SoftPasskey bend(SoftPasskey passkey) {
        return how.apply(passkey);
    }
}

package io.capitune.auth.page;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.core.Response;

import io.capitune.auth.address.AddressResult;
import io.capitune.auth.link.MailedLink;
import io.capitune.platform.page.Pages;
import io.quarkus.qute.TemplateInstance;

/**
 * Answers with the pages of a link that gives an account another address.
 *
 * @param ask the question and its button, for a token and the address
 */
record AddressLinkPages(
        Pages pages,
        BiFunction<String, String, TemplateInstance> ask,
        Function<String, TemplateInstance> done,
        Supplier<TemplateInstance> taken,
        Supplier<TemplateInstance> over) {

    /** The question, while the link works. */
    Response question(String token, Optional<MailedLink> link) {
        return link.map(it -> NotKept.page(pages.render(ask.apply(token, it.email()))))
                .orElseGet(this::isOver);
    }

    /** What came of it: a second press is told the same as the first. */
    Response result(AddressResult result) {
        return switch (result) {
            case AddressResult.Done(var email) -> isDone(email);
            case AddressResult.DoneBefore(var email) -> isDone(email);
            case AddressResult.Taken() -> NotKept.page(pages.render(409, taken.get()));
            case AddressResult.Over() -> isOver();
        };
    }

    private Response isDone(String email) {
        return NotKept.page(pages.render(done.apply(email)));
    }

    private Response isOver() {
        return NotKept.page(pages.render(410, over.get()));
    }
}

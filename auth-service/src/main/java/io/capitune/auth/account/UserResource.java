package io.capitune.auth.account;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.capitune.platform.error.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** Accounts for other services; the security gate wants role {@code service} here. */
@Path("/internal/users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserResource {

    private final Accounts accounts;
    private final AccountAddresses addresses;

    UserResource(Accounts accounts, AccountAddresses addresses) {
        this.accounts = accounts;
        this.addresses = addresses;
    }

    @GET
    @Path("/{id}")
    public AccountView byId(@PathParam("id") String id) {
        return accounts.byId(id).map(this::view).orElseThrow(ProblemException::notFound);
    }

    @GET
    public AccountView byEmail(@QueryParam("email") @Nullable String email) {
        return Optional.ofNullable(email)
                .flatMap(EmailAddress::parse)
                .flatMap(accounts::byEmail)
                .map(this::view)
                .orElseThrow(ProblemException::notFound);
    }

    private AccountView view(Account account) {
        return AccountView.of(account, addresses.former(account.id()));
    }
}

package io.capitune.auth.admin.page;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.admin.Extensions;
import io.capitune.auth.admin.UserView;
import io.capitune.platform.page.Pages;
import org.jspecify.annotations.Nullable;

/** Which acts an account's page offers, and their words. */
@ApplicationScoped
class UserActs {

    private final Extensions extensions;
    private final Pages pages;

    UserActs(Extensions extensions, Pages pages) {
        this.extensions = extensions;
        this.pages = pages;
    }

    /** One that is offered; {@code segment} is what its address ends with. */
    public record Choice(String segment, String icon, String title, String text) {}

    /** The words of its question. */
    public record Words(String title, String lead, String button) {}

    /** What can be done to this account now; nothing while it is being erased. */
    List<Choice> choices(UserView user) {
        if (user.closed()) {
            return List.of();
        }
        var say = say();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("role", "users", say.changeRole(), say.changeRoleText()));
        choices.add(
                user.suspended()
                        ? new Choice(UserAct.RESTORE.segment(), "undo-2", say.restore(), say.restoreText())
                        : new Choice(UserAct.SUSPEND.segment(), "ban", say.suspend(), say.suspendText()));
        if (Boolean.TRUE.equals(user.secondFactor())) {
            choices.add(new Choice(
                    UserAct.RESET_SECOND_FACTOR.segment(), "key-round", say.resetFactor(), say.resetFactorText()));
        }
        if (extensions.erases()) {
            choices.add(new Choice(UserAct.DELETE.segment(), "trash-2", say.delete(), say.deleteText()));
        }
        return choices;
    }

    Words words(UserAct act) {
        var say = say();
        return switch (act) {
            case SUSPEND -> new Words(say.suspendTitle(), say.suspendLead(), say.suspend());
            case RESTORE -> new Words(say.restoreTitle(), say.restoreLead(), say.restore());
            case RESET_SECOND_FACTOR -> new Words(say.resetFactorTitle(), say.resetFactorLead(), say.resetFactor());
            case DELETE -> new Words(say.deleteTitle(), say.deleteLead(), say.delete());
        };
    }

    /** What was done, by the word that an address carries; null for a word that is none. */
    @Nullable
    String done(String word) {
        var say = say();
        return switch (word) {
            case "created" -> say.doneCreated();
            case "role" -> say.doneRole();
            case "suspend" -> say.doneSuspended();
            case "restore" -> say.doneRestored();
            case "reset-second-factor" -> say.doneFactor();
            default -> null;
        };
    }

    private AdminMessages say() {
        return pages.messages(AdminMessages.class);
    }
}

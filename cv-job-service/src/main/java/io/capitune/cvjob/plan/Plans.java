package io.capitune.cvjob.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import org.bson.codecs.pojo.annotations.BsonId;

import static com.mongodb.client.model.Filters.eq;

/** Which account is on which plan. Collection {@code plans}; an account that is not in it is on the default plan. */
@ApplicationScoped
public class Plans {

    private final MongoCollection<Assigned> plans;
    private final CvJobConfig config;
    private final Clock clock;

    Plans(MongoDatabase database, CvJobConfig config, Clock clock) {
        if (!config.plans().containsKey(CvJobConfig.DEFAULT_PLAN)) {
            throw new IllegalArgumentException("capitune.plans has no plan '" + CvJobConfig.DEFAULT_PLAN + "'");
        }
        this.plans = database.getCollection("plans", Assigned.class);
        this.config = config;
        this.clock = clock;
    }

    /** The plan that an account was put on. */
    public record Assigned(@BsonId String id, int v, String plan, Instant at) {}

    /**
     * A plan with its limits.
     *
     * @param monthly CVs a month
     * @param keepFiles how long PDFs are kept; zero is until their owner deletes them
     */
    public record Plan(String name, int monthly, Duration keepFiles) {}

    /** The account's plan; one that the configuration no longer has counts as the default. */
    public Plan of(String owner) {
        var assigned = plans.find(eq(owner)).first();
        var name = assigned == null || !config.plans().containsKey(assigned.plan())
                ? CvJobConfig.DEFAULT_PLAN
                : assigned.plan();
        var plan = config.plans().get(name);
        return new Plan(name, plan.monthly(), plan.keepFiles());
    }

    /** The plan that the account was put on; empty where it was put on none. */
    public Optional<Assigned> assigned(String owner) {
        return Optional.ofNullable(plans.find(eq(owner)).first());
    }

    /** Forgets which plan the account was put on. */
    public void forget(String owner) {
        plans.deleteOne(eq(owner));
    }

    /** 422 where there is no such plan. */
    void require(String plan) {
        if (!config.plans().containsKey(plan)) {
            throw ProblemException.validation(List.of(new FieldError(
                    "/plan", "There are: " + String.join(", ", config.plans().keySet()) + ".")));
        }
    }

    /** Puts an account on a plan; 422 where there is no such plan. */
    public void assign(String owner, String plan) {
        require(plan);
        plans.replaceOne(eq(owner), new Assigned(owner, 1, plan, clock.instant()), new ReplaceOptions().upsert(true));
    }
}

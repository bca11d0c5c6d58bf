package io.capitune.cv.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class ModelCostsTest {

    private static final ModelCost PRICED =
            new ModelCost(1, 0, 0, 1_000, 600, 200, Map.of("USD", new BigDecimal("0.000702")));

    @Inject
    ModelCosts costs;

    @Inject
    CvJobs jobs;

    @Inject
    Jobs given;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String id;

    @BeforeEach
    void oneJob() {
        id = given.submit(random.id());
    }

    @Test
    void costsOfAllTriesAddUpExactly() {
        costs.add(id, PRICED);
        costs.add(id, PRICED);
        costs.add(id, new ModelCost(1, 0, 0, 10, 0, 1, Map.of("EUR", new BigDecimal("0.1"))));
        assertThat(jobs.find(id).orElseThrow().modelCost())
                .isEqualTo(new ModelCost(
                        3,
                        0,
                        0,
                        2_010,
                        1_200,
                        401,
                        Map.of("USD", new BigDecimal("0.001404"), "EUR", new BigDecimal("0.1"))));
    }

    @Test
    void unknownPriceIsNoPriceOfZero() {
        costs.add(id, ModelCost.unknown());
        var cost = jobs.find(id).orElseThrow().modelCost();
        assertThat(cost).isEqualTo(ModelCost.unknown());
        assertThat(cost.money()).isEmpty();
    }

    @Test
    void sumsAreTheSameInMemory() {
        costs.add(id, PRICED.plus(ModelCost.unknown()).plus(PRICED));
        costs.add(id, ModelCost.NONE);
        assertThat(jobs.find(id).orElseThrow().modelCost())
                .isEqualTo(PRICED.plus(PRICED).plus(ModelCost.unknown()));
    }

    @Test
    void jobsOfEarlierVersionsStillDecode() {
        var cvJobs = database.getCollection(CvJobs.COLLECTION);
        cvJobs.updateOne(eq(id), Updates.set("composition", Jobs.composition()));
        cvJobs.updateOne(
                eq(id),
                Updates.combine(Updates.unset("composition.model"), Updates.unset("modelCost"), Updates.set("old", 1)));
        var job = jobs.find(id).orElseThrow();
        assertThat(job.modelCost()).isNull();
        assertThat(job.composition()).isEqualTo(Jobs.composition());
        assertThat(job.composition().model()).isNull();
    }

    @Test
    void howTheModelWasAskedIsKeptWithTheComposition() {
        var rules = Jobs.composition();
        var made = new Composition(
                rules.document(), "a-model", List.of(), List.of(), new ModelUse("rewrite-1", "rewrite-1", true));
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(id), Updates.set("composition", made));
        assertThat(jobs.find(id).orElseThrow().composition()).isEqualTo(made);
    }
}

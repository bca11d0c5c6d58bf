package io.capitune.cvjob.plan;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cvjob.audit.OperatorLog;

/** An operator puts accounts on plans, each time written down before it is done. */
@ApplicationScoped
class AssignPlan {

    private final Plans plans;
    private final OperatorLog log;

    AssignPlan(Plans plans, OperatorLog log) {
        this.plans = plans;
        this.log = log;
    }

    /** Puts an account on a plan; 422 where there is no such plan. */
    void assign(String owner, String plan) {
        plans.require(plan);
        log.write("plan.changed", owner, Map.of("plan", plan));
        plans.assign(owner, plan);
    }
}
